import { type Cookie, parseCookie } from 'undici';
import type { Answer } from './answer.ts';

/** No test sets more; a server that does is not followed without end. */
const MOST = 20;

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
    for (const [header, line] of exchange.responseHeaders) {
      const cookie = header.toLowerCase() === 'set-cookie' ? parseCookie(line) : null;
      if (cookie === null || cookie.name === '') continue;
      if (isOver(cookie, exchange.date)) own.delete(cookie.name);
      else if (own.has(cookie.name) || own.size < MOST) own.set(cookie.name, cookie.value);
    }
  }

  /** The header for an address; undefined where nothing was set. */
  headerFor(url: string): string | undefined {
    const own = this.#byHost.get(new URL(url).hostname);
    if (own === undefined || own.size === 0) return undefined;
    return [...own].map(([name, content]) => `${name}=${content}`).join('; ');
  }
}

/** Whether a cookie ends at once; its age counts before its day (RFC 6265, 5.3). */
const isOver = ({ maxAge, expires }: Cookie, now: Date): boolean =>
  maxAge === undefined ? expires !== undefined && Number(expires) <= now.getTime() : maxAge <= 0;
