import { EXPLORE_ROUTES } from './explore/routes.ts';
import { downloadFile, downloads } from './pages/downloads.tsx';
import { home } from './pages/home.tsx';
import { alive, ready } from './pages/machines.ts';
import { short, shorten } from './pages/short.ts';
import { preferences } from './preferences.ts';
import { REPORT_ROUTES } from './report/routes.ts';
import { REVIEW_ROUTES } from './review/routes.ts';
import type { Route } from './route.ts';
import { PEOPLE_ROUTES } from './security/routes.ts';

/** Every route there is. What is not in this list does not exist; tests over pages and roles are made from it. */
export const ROUTES: readonly Route[] = [
  ...[home, downloads, downloadFile],
  ...REVIEW_ROUTES,
  ...EXPLORE_ROUTES,
  ...REPORT_ROUTES,
  ...PEOPLE_ROUTES,
  ...[preferences, shorten, short, alive, ready],
];
