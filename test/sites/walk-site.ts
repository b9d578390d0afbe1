import type { Family, ListReading, Page, ReportLink } from '../../scrapers/families/family.ts';
import { setTwinsApart } from '../../scrapers/set-twins-apart.ts';
import type { FetchRequest } from '../../src/model/exchange.ts';
import type { SitePlan } from './site-plan.ts';

/** What following a site's lists found. */
export interface Walk {
  readonly reports: readonly ReportLink[];
  readonly leftOut: ListReading['leftOut'];
  /** How many pages of lists were asked for, each once. */
  readonly requests: number;
  /** How many entries pages of lists say that they have in all. */
  readonly totals: readonly number[];
}

/** More than any site of the local web has: a walk that comes here does not end. */
const MOST_REQUESTS = 400;

/** Asks a site for a page without a network. Throws when it has none. */
export function askSite({ site }: SitePlan, request: FetchRequest, attempt = 0): Page {
  const { url, method = 'GET', headers = {}, body = '' } = request;
  const { pathname, search, host } = new URL(url);
  const answer = site.answer({ host, method, path: pathname + search, headers, body, attempt });
  const { status = 200, body: sent = '' } = answer ?? { status: 404 };
  if (status !== 200) throw new Error(`${status} ${method} ${url} ${body}`);
  return { url, text: Buffer.from(sent).toString(), request };
}

/** Follows the lists of a site from its source's addresses, those of each year among them, to their end. */
export function walkSite(plan: SitePlan, family: Family): Walk {
  const queue: FetchRequest[] = [...plan.source.lists, ...addressesByYear(plan)].map((url) => ({ url }));
  const asked = new Set<string>();
  const reports = new Map<string, ReportLink>();
  const leftOut = new Map<string, ListReading['leftOut'][number]>();
  const totals: number[] = [];
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    const key = `${request.method ?? 'GET'} ${request.url} ${request.body ?? ''}`;
    if (asked.has(key)) continue;
    if (asked.size >= MOST_REQUESTS)
      throw new Error(`still going on after ${MOST_REQUESTS} pages: ${request.url}`);
    asked.add(key);
    const reading = family.readList(askSite(plan, request));
    for (const link of reading.reports) reports.set(link.url, link);
    for (const link of reading.leftOut) leftOut.set(link.url, link);
    if (reading.total !== null) totals.push(reading.total);
    queue.push(...reading.more);
  }
  const { reports: chosen, twins } = setTwinsApart([...reports.values()]);
  return { reports: chosen, leftOut: [...leftOut.values(), ...twins], requests: asked.size, totals };
}

function addressesByYear({ source: { patterns, years } }: SitePlan): readonly string[] {
  const { from, to = from } = years;
  return patterns.flatMap((pattern) =>
    Array.from({ length: to - from + 1 }, (_, at) => pattern.replace('{year}', String(from + at))),
  );
}
