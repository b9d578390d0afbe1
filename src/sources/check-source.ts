import type { ReportLink } from '../../scrapers/families/family.ts';
import type { FetchCause, FetchRequest } from '../model/exchange.ts';
import { addressIn, type Source } from '../model/source-entry.ts';
import { dueKind, lastDueYear } from './due-year.ts';
import type { CheckDeps } from './source-reach.ts';

export const ADDRESS_KINDS = ['list', 'pattern', 'page'] as const;

/** What one address of an entry gave. */
export interface AddressCheck {
  readonly url: string;
  readonly kind: (typeof ADDRESS_KINDS)[number];
  /** Found there, and on further pages of the list. */
  readonly reports: readonly ReportLink[];
  /** Why it, or a page it leads to, could not be had; null when all came. */
  readonly failure: { readonly url: string; readonly cause: FetchCause; readonly detail: string } | null;
  /** The limit of list pages was reached before the end of the list. */
  readonly cut: boolean;
}

export const VERDICTS = ['good', 'some_failed', 'too_few', 'too_many', 'unreachable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface SourceCheck {
  readonly id: string;
  readonly verdict: Verdict;
  /** Each report once, in the order found. */
  readonly found: readonly ReportLink[];
  readonly addresses: readonly AddressCheck[];
}

/** Enough for a county's departments over all years; a list that leads in circles ends here. */
export const MAX_LIST_PAGES = 60;

/**
 * Fetches an entry's addresses as the crawl would, archives and stores nothing, and compares the number of reports
 * with the entry's assertions. One request at a time.
 */
export async function checkSource(source: Source, deps: CheckDeps): Promise<SourceCheck> {
  const found = new Map<string, ReportLink>();
  const addresses: AddressCheck[] = [];
  for (const { url, kind } of addressesOf(source, lastDueYear(deps.now, dueKind(source)))) {
    const { reports, failure, cut } = await look(url, kind, source, deps);
    for (const report of reports) if (!found.has(report.url)) found.set(report.url, report);
    addresses.push({ url, kind, reports, failure, cut });
  }
  return {
    id: source.id,
    verdict: judge(source, found.size, addresses),
    found: [...found.values()],
    addresses,
  };
}

function addressesOf(
  { lists, patterns, pages, years: { from, to } }: Source,
  dueYear: number,
): Pick<AddressCheck, 'url' | 'kind'>[] {
  const last = to ?? dueYear;
  const years = Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
  return [
    ...lists.map((url) => ({ url, kind: 'list' as const })),
    ...patterns.flatMap((pattern) =>
      years.map((year) => ({ url: addressIn(pattern, year), kind: 'pattern' as const })),
    ),
    ...pages.map((url) => ({ url, kind: 'page' as const })),
  ];
}

type Walked = Pick<AddressCheck, 'reports' | 'failure' | 'cut'>;

/** As the crawl: a list is walked, at any other address the report is looked for on the page itself. */
const look = (url: string, kind: AddressCheck['kind'], source: Source, deps: CheckDeps): Promise<Walked> =>
  kind === 'list' ? walk(url, source, deps) : readOne(url, source, deps);

/** The reports that a list leads to, on this page and on those after it and below it. */
async function walk(start: string, source: Source, deps: CheckDeps): Promise<Walked> {
  const family = deps.familyOf(source.family);
  const waiting: FetchRequest[] = [{ url: start }];
  const asked = new Set<string>([keyOf({ url: start })]);
  const reports = new Map<string, ReportLink>();
  let failure: AddressCheck['failure'] = null;
  let pages = 0;
  for (; waiting.length > 0 && pages < MAX_LIST_PAGES; pages += 1) {
    const request = waiting.shift() as FetchRequest;
    const fetched = await deps.fetchPage(request, { scripts: source.scripts });
    if (fetched.page === null) {
      failure ??= failureAt(request.url, fetched);
      continue;
    }
    const reading = family.readList(fetched.page);
    for (const link of reading.reports) reports.set(link.url, link);
    for (const next of reading.more)
      if (!asked.has(keyOf(next))) {
        asked.add(keyOf(next));
        waiting.push(next);
      }
  }
  return { reports: [...reports.values()], failure, cut: waiting.length > 0 };
}

async function readOne(url: string, source: Source, deps: CheckDeps): Promise<Walked> {
  const fetched = await deps.fetchPage({ url }, { scripts: source.scripts });
  if (fetched.page === null) return { reports: [], failure: failureAt(url, fetched), cut: false };
  const { isReport, title } = deps.familyOf(source.family).readArticle(fetched.page);
  return { reports: isReport ? [{ url, title: title ?? '' }] : [], failure: null, cut: false };
}

const failureAt = (
  url: string,
  { cause, detail }: { readonly cause: FetchCause; readonly detail: string },
): AddressCheck['failure'] => ({ url, cause, detail });

const keyOf = ({ url, method = 'GET', body = '' }: FetchRequest): string => `${method} ${url} ${body}`;

/** Too few is only said of what came whole: what failed may have held the rest. */
function judge(
  { assertions: { min, max } }: Source,
  found: number,
  addresses: readonly AddressCheck[],
): Verdict {
  const failed = addresses.filter(({ failure }) => failure !== null);
  if (failed.length === addresses.length && found === 0) return 'unreachable';
  if (found > max) return 'too_many';
  if (failed.length > 0 || addresses.some(({ cut }) => cut)) return 'some_failed';
  return found < min ? 'too_few' : 'good';
}
