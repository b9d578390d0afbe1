import { findBlockedPage } from '../../../scrapers/blocked-page.ts';
import type { Capture as ArchivedCapture } from '../../archive/captures.ts';
import type { RecordPlace } from '../../archive/place.ts';
import type { ArchivedHeads } from '../../archive/read-heads.ts';
import {
  FETCH_CAUSES,
  type FetchCause,
  type Fetcher,
  type FetchRequest,
  type FetchResult,
} from '../../model/exchange.ts';
import { FAMILY_IDS, type FamilyId } from '../../model/source-entry.ts';
import type { Capture } from '../../store/crawl/captures.ts';
import type { Keeper } from '../crawl/crawl-deps.ts';
import type { Candidate } from '../crawl/walk-lists.ts';

/** What the archive holds of one source in one night: enough to do that night again without the network. */
export interface ArchivedNight {
  readonly round: number;
  readonly source: string;
  readonly family: FamilyId;
  readonly captures: readonly ArchivedCapture[];
}

/** A document that was imported, or a note that it came under another name. */
export type ArchivedImport = ArchivedCapture & { readonly sha256: string };

export interface ArchivedEvents {
  /** In order; the sources of a night by name. */
  readonly nights: readonly ArchivedNight[];
  readonly imports: readonly ArchivedImport[];
}

const OF_PAGES: readonly (string | undefined)[] = ['list', 'report', 'attachment'];

/** Sorts what is archived into nights of the crawl and imports. */
export function sortCaptures(captures: Iterable<ArchivedCapture>): ArchivedEvents {
  const nights = new Map<string, { night: ArchivedNight; captures: ArchivedCapture[] }>();
  const imports: ArchivedImport[] = [];
  for (const capture of captures) {
    const { round, source, role, family } = capture;
    if (round !== undefined && source !== undefined && OF_PAGES.includes(role)) {
      const key = `${round} ${source}`;
      const known = nights.get(key) ?? startNight(Number(round), source, family);
      known.captures.push(capture);
      nights.set(key, known);
    } else if (capture.sha256 !== undefined && isImport(capture)) {
      imports.push({ ...capture, sha256: capture.sha256 });
    }
  }
  const sorted = [...nights.values()]
    .map(({ night }) => night)
    .toSorted((a, b) => a.round - b.round || (a.source < b.source ? -1 : 1));
  return { nights: sorted, imports };
}

function startNight(round: number, source: string, family: string | undefined) {
  const captures: ArchivedCapture[] = [];
  const known = FAMILY_IDS.find((id) => id === family) ?? 'generic';
  return { night: { round, source, family: known, captures }, captures };
}

/** Files at hand, their notes, and the reports that were taken over from WARC files of others. */
const isImport = ({ type, role, file, round, status = 200 }: ArchivedCapture): boolean =>
  round === undefined && status === 200 && (file !== undefined || type !== 'response' || role === 'import');

/** Addresses that were asked for as reports that night. */
export function candidatesOf({ captures }: ArchivedNight): Candidate[] {
  const asked = captures.filter(({ role }) => role === 'report').map(askedFor);
  return [...new Set(asked)].map((url) => ({ url, title: null }));
}

const askedFor = ({ asked, url }: ArchivedCapture): string => asked ?? url;

/** What is read of the archive to do a night again. */
export interface ArchiveReader {
  readonly recall: Keeper['recall'];
  readonly headsOf: (place: RecordPlace) => ArchivedHeads;
}

/** Lists that were asked for that night, in the order of their answers. */
export function listsOf({ captures }: ArchivedNight, { headsOf }: ArchiveReader): FetchRequest[] {
  const lists = captures.filter(({ role }) => role === 'list');
  const requests = lists.map((list): FetchRequest => {
    const { posted } = headsOf(list.record);
    const url = askedFor(list);
    return posted === undefined ? { url } : { url, method: 'POST', body: posted };
  });
  return [...new Map(requests.map((request) => [`${request.url} ${request.body ?? ''}`, request])).values()];
}

/** Answers from the archive what was answered that night; what was not is out of reach. */
export function archiveFetcher({ captures }: ArchivedNight, { recall, headsOf }: ArchiveReader): Fetcher {
  const [, unreachable = 'connect'] = FETCH_CAUSES;
  const findAnswer = ({ url, body }: FetchRequest): ArchivedCapture | undefined => {
    const answers = captures.filter((each) => askedFor(each) === url && each.type !== 'note');
    // The page as the browser made it comes behind the answers that it made it from.
    return answers.length < 2
      ? answers[0]
      : answers.findLast(({ record }) => headsOf(record).posted === body);
  };
  return {
    fetch: async (request): Promise<FetchResult> => {
      const { url } = request;
      const capture = findAnswer(request);
      const { status = 200, sha256 } = capture ?? {};
      const failed = (cause: FetchCause): FetchResult => ({
        ...{ kind: 'failed', url, cause, detail: 'as archived', transient: false, exchanges: [] },
      });
      if (capture && status === 304) return { kind: 'not_modified', url: capture.url, exchanges: [] };
      if (!capture || sha256 === undefined || status < 200 || status > 299) {
        return failed(status === 404 || status === 410 ? 'gone' : unreachable);
      }
      const body = await recall(sha256);
      // A page of a firewall is archived like any other answer, and was no document that night either.
      const blocked = capture.type === 'resource' ? null : findBlockedPage(body);
      if (blocked) return failed(blocked.kind);
      const headers = { ...headsOf(capture.record).headers, 'content-type': capture.contentType ?? '' };
      return { kind: 'document', url: capture.url, status, headers, body, exchanges: [] };
    },
    close: async () => undefined,
  };
}

/** Keeps nothing: it tells which capture of the night the answer is. */
export function archiveTeller(
  { captures }: ArchivedNight,
  recall: Keeper['recall'],
): Omit<Keeper, 'placeOf'> {
  const told = (url: string): Capture[] =>
    captures.filter((capture) => capture.url === url && capture.type !== 'note').map(toRow);
  return {
    keep: async ({ url, kind }) => (kind === 'failed' ? [] : told(url).slice(-1)),
    noteReport: async () => [],
    keepContent: async (url) => told(url).slice(-1),
    recall,
  };
}

/** The row of the index that the crawl of that night wrote. */
export function toRow(capture: ArchivedCapture): Capture {
  const { record, url, date, status, sha256, role, source, page, round } = capture;
  return {
    ...{ ...record, url, date },
    ...(status === undefined ? {} : { status }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(role === undefined ? {} : { role }),
    ...(source === undefined ? {} : { source }),
    ...(page === undefined ? {} : { page }),
    ...(round === undefined ? {} : { round: Number(round) }),
  };
}
