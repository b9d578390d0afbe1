import type { Answer } from './answer.ts';

/** Names and values that may stand in a header as they are (RFC 6265 section 4.1.1, and what servers add to it). */
const PAIR = /^([\x21-\x3a\x3c\x3e-\x7e]+)=([\x20-\x3a\x3c-\x7e]*)$/;
/** No test sets more; a server that does is not followed without end. */
const MOST = 20;
const LONGEST = 4096;

/**
 * The cookies of one fetch: what a redirect sets is shown to the same host when that redirect is followed. Many sites
 * give one and send to the same address again. Nothing is kept for the next fetch, which begins without any.
 */
export class RedirectCookies {
  readonly #byHost = new Map<string, Map<string, string>>();

  /** Takes what the answer sets, and drops what it takes back. */
  take({ url, exchange }: Answer): void {
    const { hostname } = new URL(url);
    const own = this.#byHost.get(hostname) ?? new Map<string, string>();
    this.#byHost.set(hostname, own);
    for (const [header, value] of exchange.responseHeaders) {
      if (header.toLowerCase() !== 'set-cookie' || value.length > LONGEST) continue;
      const [pair = '', ...attributes] = value.split(';').map((part) => part.trim());
      const [, name, content = ''] = PAIR.exec(pair) ?? [];
      if (name === undefined) continue;
      if (attributes.some((attribute) => isOver(attribute, exchange.date))) own.delete(name);
      else if (own.has(name) || own.size < MOST) own.set(name, content);
    }
  }

  /** The header for an address; undefined where nothing was set. */
  headerFor(url: string): string | undefined {
    const own = this.#byHost.get(new URL(url).hostname);
    if (own === undefined || own.size === 0) return undefined;
    return [...own].map(([name, content]) => `${name}=${content}`).join('; ');
  }
}

/** Whether an attribute says that the cookie ends at once. */
function isOver(attribute: string, now: Date): boolean {
  const [, seconds] = /^max-age\s*=\s*(-?\d+)$/i.exec(attribute) ?? [];
  if (seconds !== undefined) return Number(seconds) <= 0;
  const [, day] = /^expires\s*=\s*(.+)$/i.exec(attribute) ?? [];
  return day !== undefined && Date.parse(day.replaceAll('-', ' ')) <= now.getTime();
}
