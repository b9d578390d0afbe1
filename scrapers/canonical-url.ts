/** Names of session identifiers that some servers write into a path (`;jsessionid=…`) or a query. */
const SESSION_NAMES = '(?:jsessionid|phpsessid|aspsessionid\\w*|asp\\.net_sessionid)';
const SESSION_IN_PATH = new RegExp(`;${SESSION_NAMES}=[^/;]*`, 'gi');
const SESSION_IN_QUERY = new RegExp(`^${SESSION_NAMES}=`, 'i');
/** RFC 3986 section 2.3: these mean the same escaped or not. */
const UNRESERVED = /[A-Za-z0-9._~-]/;

/**
 * The address as it is asked for, kept and compared: http or https, without fragment, default port, session
 * identifier and a dot at the host's end; escapes in capitals, none where none is needed. Parameters keep their
 * order, and bytes of any encoding (`%D6%D0` of GBK) stay as they are. null when it is no such address, or holds a
 * user name or an empty part of a host. The same for its own result.
 */
export function canonicalUrl(href: string, base?: string): string | null {
  const url = parseUrl(href, base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  // Each setter writes the whole address anew: most have nothing to set.
  if (url.href.includes('#')) url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (url.hostname.split('.').includes('')) return null;
  const path = cleanUp(url.pathname, (whole) => whole.replace(SESSION_IN_PATH, ''));
  if (path !== url.pathname) url.pathname = path;
  if (url.href.includes('?')) setQuery(url, cleanUp(url.search.slice(1), dropSessionParameters).split('&'));
  return url.href;
}

/** Equal for two addresses that differ only in the order of their parameters: a key to compare by, never to fetch. */
export function urlKey(canonical: string): string {
  const url = new URL(canonical);
  const nameOf = (part: string): string => part.split('=', 1)[0] ?? '';
  const parts = url.search.slice(1).split('&');
  // Stable: values of one name keep their order, which may mean something.
  setQuery(
    url,
    parts.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)),
  );
  return url.href;
}

function parseUrl(href: string, base: string | undefined): URL | null {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}

function setQuery(url: URL, parameters: readonly string[]): void {
  const query = parameters.join('&');
  // Setting takes one leading `?` away, which may be the query's own.
  url.search = query === '' ? '' : `?${query}`;
}

/** Drops before and after: what is dropped may hold a stray `%`, and escapes may hide what is to be dropped. */
function cleanUp(text: string, drop: (text: string) => string): string {
  return drop(normaliseEscapes(drop(text)));
}

function dropSessionParameters(query: string): string {
  return query
    .split('&')
    .filter((part) => !SESSION_IN_QUERY.test(part))
    .join('&');
}

/** Text with a stray `%` stays as it is: one escape less could make another of the characters around it. */
function normaliseEscapes(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const char = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return UNRESERVED.test(char) ? char : octet.toUpperCase();
  });
}
