import { pathsOf } from '../../src/web/answering/formats.ts';
import type { Route } from '../../src/web/route.ts';

/** What stands for each parameter of a path, in a database of made-up reports. */
const SAMPLES: Readonly<Record<string, string>> = {
  ':id': '1',
  ':code': '220382',
  ':name': 'applications.received_new.total',
  ':rule': 'applications.balance',
};

/** Pages that show nothing unless they are asked about something. */
const QUERIES: Readonly<Record<string, string>> = {
  '/reports/:id/correction': '?variable=applications.received_new.total',
};

/** The pages of a list of routes, each at a path that has something to show. Throws when a parameter has no sample. */
export function samplePaths(routes: readonly Route[]): string[] {
  return routes
    .filter(({ method, bytes }) => method === 'get' && !bytes)
    .map((route) => {
      const path = (pathsOf(route)[0] ?? '').replace(/:\w+/g, (name) => SAMPLES[name] ?? name);
      if (path.includes(':')) throw new Error(`test/web/sample-paths.ts has no sample for ${route.path}`);
      return path + (QUERIES[route.path] ?? '');
    });
}
