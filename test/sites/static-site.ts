import { createHash } from 'node:crypto';
import type { Site, SiteRequest, SiteResponse } from './web.ts';

/** A page or file of a site. */
export interface SitePage {
  readonly body: string | Uint8Array;
  readonly type?: string;
  /** ISO date, sent as Last-Modified. */
  readonly modified?: string;
}

/**
 * A site whose pages lie there as files: it sends ETag and Last-Modified, and 304 to who has the page already.
 * Addresses are paths with their query. `dynamic` is asked for all others.
 */
export function staticSite(
  host: string,
  pages: ReadonlyMap<string, SitePage>,
  dynamic: Site['answer'] = () => undefined,
): Site {
  return {
    host,
    answer: (request) => {
      const page = request.method === 'POST' ? undefined : pages.get(request.path);
      return page === undefined ? dynamic(request) : fileAnswer(page, request);
    },
  };
}

function fileAnswer(page: SitePage, { headers }: SiteRequest): SiteResponse {
  const etag = `"${createHash('sha1').update(page.body).digest('hex').slice(0, 16)}"`;
  const modified = new Date(page.modified ?? '2020-01-01').toUTCString();
  const validators = { etag, 'last-modified': modified };
  const known = headers['if-none-match'] ?? null;
  const since = headers['if-modified-since'];
  const isSame =
    known === null ? since !== undefined && Date.parse(since) >= Date.parse(modified) : known === etag;
  if (isSame) return { status: 304, headers: validators, body: '' };
  return {
    headers: { ...validators, 'content-type': page.type ?? 'text/html; charset=utf-8' },
    body: page.body,
  };
}
