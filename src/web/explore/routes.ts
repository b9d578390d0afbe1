import { coverage } from '../pages/coverage.tsx';
import { division } from '../pages/division.tsx';
import { places } from '../pages/places.tsx';
import { reports } from '../pages/reports.tsx';
import type { Route } from '../route.ts';

/** Pages to look around in; none of them changes anything. */
export const EXPLORE_ROUTES: readonly Route[] = [reports, coverage, division, places];
