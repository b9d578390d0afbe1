import { splitTwins } from '../../scrapers/discover-reports.ts';
import type { ArticleReading, Family, Page, ReportLink } from '../../scrapers/families/family.ts';
import type { FetchRequest } from '../../src/model/exchange.ts';
import type { PlannedReport, SitePlan } from './site-plan.ts';

/** What a walk of a site found. */
export interface Walk {
  /** Reports in the order of their addresses; the year is that of the title. */
  readonly reports: readonly PlannedReport[];
  readonly leftOut: readonly (ReportLink & { readonly reason: string })[];
  /** Requests that the site did not answer with 200, and reports whose page is none. */
  readonly troubles: readonly string[];
  readonly requests: number;
}

/** More than any site of the tests has pages. */
const MOST_REQUESTS = 2000;

/** Follows a family's readings from the source's lists to their end, without a network. */
export function walkSite({ site, source }: SitePlan, family: Family): Walk {
  const asked = new Map<string, FetchRequest>();
  const troubles: string[] = [];
  const found = new Map<string, ReportLink>();
  const leftOut = new Map<string, ReportLink & { readonly reason: string }>();
  const queue: FetchRequest[] = source.lists.map((url) => ({ url }));
  const get = (request: FetchRequest): string | null => {
    const key = `${request.method ?? 'GET'} ${request.url} ${request.body ?? ''}`;
    if (!asked.has(key) && asked.size >= MOST_REQUESTS) throw new Error('the walk does not end');
    asked.set(key, request);
    const answer = answerOf(site, request);
    if (answer === null) troubles.push(`no answer: ${key}`);
    return answer;
  };
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    if (asked.has(`${request.method ?? 'GET'} ${request.url} ${request.body ?? ''}`)) continue;
    const text = get(request);
    if (text === null) continue;
    const reading = family.readList({ url: request.url, text, request });
    for (const report of reading.reports) found.set(report.url, report);
    for (const left of reading.leftOut) leftOut.set(left.url, left);
    queue.push(...reading.more);
  }
  for (const url of source.patterns.flatMap((pattern) => yearsOf(pattern, source.years)))
    found.set(url, { url, title: '' });
  const { reports: kept, twins } = splitTwins([...found.values()]);
  for (const twin of twins) leftOut.set(twin.url, twin);
  const reports = kept
    .map(({ url }) => url)
    .toSorted()
    .flatMap((url): PlannedReport[] => {
      const text = get({ url });
      if (text === null) return [];
      const { title, isReport, attachments } = readThrough({ url, text }, family, get);
      if (!isReport) troubles.push(`no report: ${url}`);
      const year = Number(/20\d\d/.exec(title ?? '')?.[0] ?? Number.NaN);
      return [{ url, year, attachments: attachments.map((file) => file.url) }];
    });
  return { reports, leftOut: [...leftOut.values()], troubles, requests: asked.size };
}

/** Frames and pages that lead on are followed so far. */
const MOST_HOPS = 3;

/** The article of a page, or that of the page where it is instead. */
function readThrough(
  page: Page,
  family: Family,
  get: (request: FetchRequest) => string | null,
): ArticleReading {
  let article = family.readArticle(page);
  for (let hop = 0; hop < MOST_HOPS && !article.isReport; hop++) {
    const [url] = article.elsewhere;
    const text = url === undefined ? null : get({ url });
    if (url === undefined || text === null) break;
    article = family.readArticle({ url, text });
  }
  return article;
}

const yearsOf = (
  pattern: string,
  { from, to = from }: { from: number; to?: number | undefined },
): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => pattern.replace('{year}', String(from + at)));

/** What the site answers; null when that is no page. */
function answerOf(site: SitePlan['site'], request: FetchRequest): string | null {
  const { host, pathname, search } = new URL(request.url);
  if (host !== site.host) return null;
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const answer = site.answer({
    ...{ host, headers, attempt: 0, path: pathname + search },
    ...{ method: request.method ?? 'GET', body: request.body ?? '' },
  });
  if (answer === undefined || (answer.status ?? 200) !== 200) return null;
  return typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString();
}

/** A plan's reports as a walk gives them. */
export const planned = ({ reports }: SitePlan): readonly PlannedReport[] =>
  reports.toSorted((one, other) => (one.url < other.url ? -1 : 1));
