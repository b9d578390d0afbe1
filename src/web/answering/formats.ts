import type { Route } from '../route.ts';

export const FORMATS = ['html', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const SUFFIX = /\.(json|csv)$/;

/** `/reports/12.csv` is the page /reports/12 as CSV. */
export function formatOf(pathname: string): Format {
  return (SUFFIX.exec(pathname)?.[1] as Format | undefined) ?? 'html';
}

export const withoutSuffix = (part: string): string => part.replace(SUFFIX, '');

/** The same page in another format: path and state stay. */
export function addressAs(format: Exclude<Format, 'html'>, { pathname, search }: URL): string {
  const path = withoutSuffix(pathname);
  return `${path === '/' ? '/index' : path}.${format}${search}`;
}

/** The paths that Hono is to know for a route. A parameter at the end takes the ending with it. */
export function pathsOf({ method, path, bytes }: Route): readonly string[] {
  if (method !== 'get' || bytes || /:[^/]+$/.test(path)) return [path];
  const name = path === '/' ? '/index' : path;
  return [path, `${name}.json`, `${name}.csv`];
}
