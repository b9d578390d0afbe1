type Header = (name: string) => string | undefined;

/**
 * Whether a browser says that a page of ours makes this request. A browser says one or the other with every POST; who
 * says nothing is refused. (Hono's csrf() looks at forms only; a module of ours sends JSON.)
 */
export function isSameOrigin(header: Header, { host }: URL): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = header('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
