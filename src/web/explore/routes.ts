import { coverage } from '../pages/coverage.tsx';
import { division } from '../pages/division.tsx';
import { places } from '../pages/places.tsx';
import { reports } from '../pages/reports.tsx';
import { rule } from '../pages/rule.tsx';
import { rules } from '../pages/rules.tsx';
import { run } from '../pages/run.tsx';
import { runs } from '../pages/runs.tsx';
import { series } from '../pages/series.tsx';
import { variable } from '../pages/variable.tsx';
import { variables } from '../pages/variables.tsx';
import type { Route } from '../route.ts';

/** Pages to look around in; none of them changes anything. */
export const EXPLORE_ROUTES: readonly Route[] = [
  ...[reports, coverage, division, series, places],
  ...[variables, variable, rules, rule, runs, run],
];
