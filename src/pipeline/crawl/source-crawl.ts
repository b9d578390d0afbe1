import { isDeepStrictEqual } from 'node:util';
import { getDomain } from 'tldts';
import type { Source } from '../../model/source-entry.ts';
import { type NewPage, pagesOf, partsOf, savePage, saveParts } from '../../store/crawl/pages.ts';
import type { PageRow } from '../../store/schema.ts';
import { writeTogether } from '../../store/write-together.ts';
import type { CrawlDeps } from './crawl-deps.ts';

export type Role = PageRow['role'];

/** The crawl of one source in one round: what is remembered of its pages, and what it has cost so far. */
export interface SourceCrawl {
  readonly source: Source;
  readonly deps: CrawlDeps;
  /** By role and address. */
  readonly pages: Map<string, PageRow>;
  /** Addresses of what hangs on a report's page, by the page's id. */
  readonly parts: Map<number, readonly string[]>;
  readonly inScope: (host: string) => boolean;
  requests: number;
  bytes: number;
}

export function openSourceCrawl(source: Source, deps: CrawlDeps): SourceCrawl {
  const pages = new Map(pagesOf(deps.store, source.id).map((page) => [keyOf(page.role, page.url), page]));
  const parts = partsOf(deps.store, source.id);
  return { source, deps, pages, parts, inScope: scopeOf(source), requests: 0, bytes: 0 };
}

export const keyOf = (role: Role, url: string): string => `${role} ${url}`;

/** What something led to, whether or not it was known. It is seen in this round, and not yet dealt with. */
export function seePage(
  crawl: SourceCrawl,
  role: Role,
  url: string,
  title: string | null = null,
): PageRow | NewPage {
  const { round } = crawl.deps;
  const known = crawl.pages.get(keyOf(role, url));
  if (known) return { ...known, seen_round: round, title: title ?? known.title };
  return {
    source: crawl.source.id,
    ...{ role, url, title, first_round: round, seen_round: round },
    ...{ final_url: null, etag: null, last_modified: null, sha256: null, checked_at: null, changed_at: null },
    ...{ done_round: null, outcome: null, cause: null, detail: null, failures: 0 },
    gone_rounds: 0,
  };
}

/** Writes a page and what goes with it in one transaction, which is on the disk when the promise is kept. */
export async function commitPage(
  crawl: SourceCrawl,
  page: PageRow | NewPage,
  along: () => void = () => undefined,
): Promise<PageRow> {
  const saved = await writeTogether(crawl.deps.store, () => {
    along();
    return savePage(crawl.deps.store, page);
  });
  crawl.pages.set(keyOf(saved.role, saved.url), saved);
  return saved;
}

/** Writes what hangs on a report's page, and nothing else, where that is not what is known. */
export async function commitParts(
  crawl: SourceCrawl,
  page: PageRow,
  parts: readonly PageRow[],
): Promise<void> {
  const urls = parts.map(({ url }) => url).toSorted();
  if (isDeepStrictEqual(urls, crawl.parts.get(page.id) ?? [])) return;
  const ids = parts.map(({ id }) => id);
  await writeTogether(crawl.deps.store, () => saveParts(crawl.deps.store, page.id, ids));
  crawl.parts.set(page.id, urls);
}

/**
 * The hosts that a source's reports may lie on: those it names, and hosts of the same registered name
 * (www.shuangliao.gov.cn and zwgk.shuangliao.gov.cn); gov.cn is a public suffix (https://publicsuffix.org).
 */
function scopeOf({ lists, pages, patterns, hosts }: Source): (host: string) => boolean {
  const addresses = [...lists, ...pages, ...patterns.map((pattern) => pattern.replace('{year}', '2021'))];
  const named = new Set([...addresses.map((url) => new URL(url).hostname), ...hosts]);
  const domains = new Set([...named].map((host) => getDomain(host)).filter((domain) => domain !== null));
  return (host) => named.has(host) || domains.has(getDomain(host) ?? '');
}
