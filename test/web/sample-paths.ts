import type { Route } from '../../src/web/route.ts';

/** What stands for each parameter, or for a whole path: something that the database has. */
export type Samples = Readonly<Record<string, string>>;

/** Pages that show nothing unless they are asked about something. */
const QUERIES: Readonly<Record<string, string>> = {
  '/reports/:id/correction': '?variable=applications.received_new.total',
};

/** The pages of a list of routes, each at a path that has something to show. Throws when a parameter has no sample. */
export function samplePaths(routes: readonly Route[], samples: Samples): string[] {
  return routes
    .filter(({ method, bytes }) => method === 'get' && !bytes)
    .map((route) => {
      const path = samples[route.path] ?? route.path.replace(/:\w+/g, (name) => samples[name] ?? name);
      if (path.includes(':')) throw new Error(`no sample for ${route.path}`);
      return path + (QUERIES[route.path] ?? '');
    });
}
