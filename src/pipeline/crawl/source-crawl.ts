import { getDomain } from 'tldts';
import type { Source } from '../../model/source-entry.ts';
import { type NewPage, pagesOf, savePage } from '../../store/crawl/pages.ts';
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
  readonly inScope: (host: string) => boolean;
  requests: number;
  bytes: number;
}

export function openSourceCrawl(source: Source, deps: CrawlDeps): SourceCrawl {
  const pages = new Map(pagesOf(deps.store, source.id).map((page) => [keyOf(page.role, page.url), page]));
  return { source, deps, pages, inScope: scopeOf(source), requests: 0, bytes: 0 };
}

export const keyOf = (role: Role, url: string): string => `${role} ${url}`;

/** What something led to, whether or not it was known. It is seen in this round, and not yet dealt with. */
export function seePage(
  crawl: SourceCrawl,
  role: Role,
  url: string,
  { parent = null, title = null }: { readonly parent?: number | null; readonly title?: string | null } = {},
): PageRow | NewPage {
  const { round } = crawl.deps;
  const known = crawl.pages.get(keyOf(role, url));
  if (known) return { ...known, seen_round: round, parent, title: title ?? known.title };
  return {
    ...{ source: crawl.source.id, role, url, parent, title, first_round: round, seen_round: round },
    ...{ final_url: null, etag: null, last_modified: null, sha256: null, checked_at: null, changed_at: null },
    ...{ done_round: null, outcome: null, cause: null, detail: null, failures: 0 },
  };
}

/** What hung on a report's page when it was last read. */
export const partsOf = ({ pages }: SourceCrawl, page: PageRow): PageRow[] =>
  [...pages.values()].filter(({ parent }) => parent === page.id);

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
