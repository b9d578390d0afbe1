import { canonicalUrl, urlKey } from '../../../scrapers/canonical-url.ts';
import type { LeftOutReason, ListReading, ReportLink } from '../../../scrapers/families/family.ts';
import { setTwinsApart } from '../../../scrapers/set-twins-apart.ts';
import type { FetchRequest } from '../../model/exchange.ts';
import { addressIn } from '../../model/source-entry.ts';
import { lastReportYear } from '../../sources/due-year.ts';
import { hostOf } from './host-of.ts';
import { obtain } from './obtain.ts';
import { ownText } from './own-text.ts';
import { SeenLinks } from './seen-links.ts';
import type { SourceCrawl } from './source-crawl.ts';

/** A source never has more list pages than this: a calendar or a filter that goes on for ever ends here. */
const MOST_LISTS = 400;
const MOST_DEPTH = 30;
/** A choice of a year may lead to a choice of an agency, and that to its reports; what lies behind is a filter. */
const MOST_BARREN = 1;

/** An address that may be a report, and how it was come by. */
export interface Candidate {
  readonly url: string;
  readonly title: string | null;
  /** Made from a pattern: a year without a report is no failure. */
  readonly guessed?: boolean;
}

export interface Walk {
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly (ReportLink & { readonly reason: LeftOutReason })[];
  /** Lists that could not be read. */
  readonly failedLists: readonly { readonly url: string; readonly cause: string; readonly detail: string }[];
  readonly listsRead: number;
  /** Pages of lists that show what an earlier one showed, while the list says that it has more. */
  readonly stuck: readonly string[];
  /** Pages behind which nothing was asked for: they lead to nothing new, nor did the one that led to them. */
  readonly endless: readonly string[];
  /** The walk was stopped, by the signal or by its bounds. */
  readonly complete: boolean;
}

/** A list to read, how many lists led to it, and how many of the last of them led to nothing new. */
interface Asked {
  readonly request: FetchRequest;
  readonly depth: number;
  readonly barren: number;
}

/** Reads the lists of a source, all their pages and the lists below them, and gives every address they lead to, once. */
export async function walkLists(crawl: SourceCrawl): Promise<Walk> {
  const { source, deps } = crawl;
  const links = new Map<string, ReportLink>();
  const leftOut = new Map<string, Walk['leftOut'][number]>();
  const failedLists: Walk['failedLists'][number][] = [];
  const lists = source.lists.map(askedUrl);
  const queue: Asked[] = lists.map((url) => ({ request: { url }, depth: 0, barren: 0 }));
  const queued = new Set(lists.map(urlKey));
  const stuck: string[] = [];
  const shown = new Set<string>();
  const endless: string[] = [];
  const seen = new SeenLinks();
  let listsRead = 0;
  let cut = false;
  for (let at = 0; at < queue.length && at < MOST_LISTS && !deps.signal.aborted; at++) {
    const { request, depth, barren: before } = queue[at] as Asked;
    const reading = await readList(crawl, request, seen);
    if ('cause' in reading) {
      if (depth === 0 || reading.cause !== 'gone') failedLists.push({ url: request.url, ...reading });
      continue;
    }
    listsRead++;
    for (const link of reading.reports.map(asAsked)) {
      if (!links.has(keyOf(link))) links.set(keyOf(link), link);
    }
    for (const link of reading.leftOut.map(asAsked)) leftOut.set(link.url, link);
    const entries = [...reading.reports, ...reading.leftOut].map(({ url }) => url).join(' ');
    const lacks = reading.total !== null && reading.total > links.size + leftOut.size;
    if (lacks && entries !== '' && shown.has(entries)) stuck.push(request.url);
    shown.add(entries);
    const barren = reading.isNew ? 0 : before + 1;
    for (const more of reading.more.map(asAsked)) {
      const address = urlKey(more.url);
      const key = `${address} ${more.body ?? ''}`;
      if (queued.has(key) || queued.has(address) || !crawl.inScope(hostOf(more.url))) continue;
      if (depth === MOST_DEPTH) cut = true;
      if (barren > MOST_BARREN) endless.push(request.url);
      if (depth === MOST_DEPTH || barren > MOST_BARREN) break;
      queued.add(more.body === undefined ? address : key);
      queue.push({ request: more, depth: depth + 1, barren });
    }
  }
  const { reports, twins } = setTwinsApart([...links.values()]);
  for (const twin of twins) leftOut.set(twin.url, twin);
  const found = new Map(reports.map(({ url, title }) => [url, { url, title } as Candidate]));
  for (const url of source.pages.map(askedUrl)) if (!found.has(url)) found.set(url, { url, title: null });
  for (const candidate of fromPatterns(crawl))
    found.set(candidate.url, found.get(candidate.url) ?? candidate);
  for (const url of found.keys()) leftOut.delete(url);
  return {
    candidates: [...found.values()],
    leftOut: [...leftOut.values()],
    ...{ failedLists, listsRead, stuck, endless },
    complete: !deps.signal.aborted && !cut && queue.length <= MOST_LISTS,
  };
}

async function readList(
  crawl: SourceCrawl,
  request: FetchRequest,
  seen: SeenLinks,
): Promise<
  (ListReading & { readonly isNew: boolean }) | { readonly cause: string; readonly detail: string }
> {
  const { source, deps } = crawl;
  const { page, url, read } = await obtain(crawl, { role: 'list', request });
  if (read === null) return { cause: page.cause ?? 'bad_status', detail: page.detail ?? '' };
  const bytes = await read();
  const reading = await deps.reader.readList(source.family, { url, bytes, request });
  const listed = [...reading.reports, ...reading.leftOut].map((link) => link.url);
  const isNew = seen.add(url, bytes, listed);
  // A page that holds a report is remembered under the address that was asked for, as its list is.
  const reports = reading.reports.map((link) => (link.url === url ? { ...link, url: request.url } : link));
  return { isNew, ...reading, reports };
}

function fromPatterns({ source, deps }: SourceCrawl): Candidate[] {
  const { from, to = lastReportYear(deps.now()) } = source.years;
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return source.patterns.flatMap((pattern) =>
    years.map((year) => ({ url: askedUrl(addressIn(pattern, year)), title: null, guessed: true })),
  );
}

/**
 * The address as the client asks for it. What is remembered of a page is remembered under it: a session identifier in
 * every link would else make each report a new one every night, and the old one vanish.
 */
export const askedUrl = (url: string): string => canonicalUrl(url) ?? url;

const asAsked = <T extends { readonly url: string; readonly title?: string }>(link: T): T => ({
  ...link,
  url: askedUrl(link.url),
  ...(link.title === undefined ? {} : { title: ownText(link.title) }),
});

/** The same for a link whose parameters stand in another order. */
const keyOf = ({ url }: ReportLink): string => (URL.canParse(url) ? urlKey(url) : url);
