import type { Route } from './route.ts';
import { mayUse, type Person } from './security/access.ts';
import { COMMON } from './texts/common.ts';

/** Pages that every page leads to, in the order in which they are shown. */
export const PLACES = [
  ['/', COMMON.home],
  ['/findings', COMMON.findings],
  ['/reports', COMMON.reports],
  ['/coverage', COMMON.coverage],
  ['/variables', COMMON.variables],
  ['/rules', COMMON.rules],
  ['/runs', COMMON.runs],
  ['/downloads', COMMON.downloads],
  ['/people', COMMON.people],
] as const;

export type Place = (typeof PLACES)[number];

/** Those that there are, and that this person may see. */
export function placesFor(person: Person, routes: readonly Route[]): Place[] {
  return PLACES.filter(([path]) =>
    routes.some((route) => route.method === 'get' && route.path === path && mayUse(person, route.access)),
  );
}
