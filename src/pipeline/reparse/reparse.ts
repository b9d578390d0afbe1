import PQueue from 'p-queue';
import type { Archive } from '../../archive/archive.ts';
import { ArchiveError } from '../../archive/archive-error.ts';
import { captures } from '../../archive/captures.ts';
import { readHeads } from '../../archive/read-heads.ts';
import type { Correction } from '../../model/correction.ts';
import type { FetchRequest } from '../../model/exchange.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Source } from '../../model/source-entry.ts';
import { checkpoint } from '../../store/checkpoint.ts';
import { saveCapture } from '../../store/crawl/captures.ts';
import { resetFrontier } from '../../store/crawl/reset-frontier.ts';
import { reserveRound } from '../../store/crawl/runs.ts';
import { deleteReport, reportDocuments } from '../../store/delete-report.ts';
import type { LoadResult } from '../../store/load-extraction.ts';
import type { Store } from '../../store/store.ts';
import { write } from '../../store/write.ts';
import { checkAcrossReports } from '../across/check-across-reports.ts';
import { collectReport } from '../crawl/collect-report.ts';
import type { CrawlDeps, Keeper, ReportParser } from '../crawl/crawl-deps.ts';
import type { LoadedReport } from '../crawl/load-report.ts';
import { obtain } from '../crawl/obtain.ts';
import type { PageReader } from '../crawl/page-reader.ts';
import { openSourceCrawl, type SourceCrawl } from '../crawl/source-crawl.ts';
import type { Candidate } from '../crawl/walk-lists.ts';
import { type JobResult, runBatch } from '../run-batch.ts';
import { stopsBatch } from '../stops-batch.ts';
import { type ArchivedDocument, storeDocument } from '../store-document.ts';
import {
  type ArchivedImport,
  type ArchivedNight,
  type ArchiveReader,
  archiveFetcher,
  archiveTeller,
  candidatesOf,
  listsOf,
  sortCaptures,
  toRow,
} from './replay.ts';
import {
  documentsInDoubt,
  nameUnread,
  noteUnread,
  nothingUnread,
  recallFrom,
  type Unread,
  UnreadError,
  type UnreadRecord,
} from './unread.ts';

export interface ReparseDeps {
  readonly store: Store;
  readonly archive: Archive;
  readonly reader: PageReader;
  readonly parser: ReportParser;
  readonly corrections: readonly Correction[];
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onDone?: () => void;
}

export interface Reparsed {
  readonly documents: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Records whose documents do not give one any more, and were taken out. */
  readonly removed: number;
  /** The same, but a person has decided something about them: they stay. */
  readonly kept: number;
  /** Records of the archive that cannot be read any more. What was made of them before stays as it was. */
  readonly unread: readonly UnreadRecord[];
  /** Stopped before the end: run it again. */
  readonly stopped: boolean;
}

type Tally = { -readonly [Name in keyof Omit<Reparsed, 'stopped' | 'unread'>]: number } & {
  readonly documentsSeen: Set<string>;
  readonly unread: Unread;
};

/** How much is to be done, for a bar. */
export function countReparse(archive: Archive): number {
  const { nights, imports } = sortCaptures(captures(archive));
  return nights.length + imports.length;
}

/**
 * Makes every record again from the archive alone, with today's parsers: each night of the crawl is done once more,
 * answered by what was archived that night, and each import is read again. Records keep their identity, and what
 * people decided stays. Gives the same database as the crawl did.
 */
export async function reparse(deps: ReparseDeps): Promise<Reparsed> {
  const { store, archive, signal } = deps;
  const { nights, imports } = sortCaptures(captures(archive));
  const tally: Tally = {
    ...{ documents: 0, inserted: 0, updated: 0, unchanged: 0, failed: 0, removed: 0, kept: 0 },
    documentsSeen: new Set(),
    unread: nothingUnread(),
  };
  resetFrontier(store);
  countRounds(store, nights);
  for (const round of new Set(nights.map((night) => night.round))) {
    await inParallel(
      nights.filter((night) => night.round === round),
      (night) => replayNight(night, deps, tally),
      deps,
    );
  }
  await replayImports(imports, deps, tally);
  const unread = nameUnread(captures(archive), archive, tally.unread);
  if (!signal.aborted) unread.push(...removeLost(deps, tally));
  if (!signal.aborted) checkAcrossReports(store, { corrections: deps.corrections });
  checkpoint(store);
  const { documentsSeen: _, unread: __, ...counts } = tally;
  return { ...counts, unread, stopped: signal.aborted };
}

/** The next night has a number that no archived one has, also when the rows of those nights are lost. */
function countRounds(store: Store, nights: readonly ArchivedNight[]): void {
  const last = nights.at(-1);
  const date = last?.captures.at(-1)?.date;
  if (last !== undefined && date !== undefined) reserveRound(store, last.round, date);
}

async function inParallel<Job>(
  jobs: readonly Job[],
  work: (job: Job) => Promise<void>,
  { concurrency, signal, onDone }: ReparseDeps,
): Promise<void> {
  const queue = new PQueue({ concurrency });
  let fatal: unknown;
  const runJob = async (job: Job): Promise<void> => {
    if (signal.aborted || fatal !== undefined) return;
    await work(job).catch((error: unknown) => {
      fatal ??= error;
    });
    onDone?.();
  };
  await Promise.all(jobs.map((job) => queue.add(() => runJob(job))));
  if (fatal !== undefined) throw fatal;
}

async function replayNight(night: ArchivedNight, deps: ReparseDeps, tally: Tally): Promise<void> {
  const { store, archive, signal } = deps;
  const recall: Keeper['recall'] = (sha256) => recallFrom(archive, sha256);
  const reader: ArchiveReader = { recall, headsOf: (place) => readHeads(archive.dir, place) };
  write(store, () => {
    for (const capture of night.captures) saveCapture(store, toRow(capture));
  });
  const asked = new Set(night.captures.map(({ asked: address, url }) => address ?? url));
  const fetcher = archiveFetcher(night, reader);
  const crawlDeps: CrawlDeps = {
    ...{ store, reader: deps.reader, fetcher, browser: fetcher, round: night.round, signal },
    keeper: { ...archiveTeller(night, recall), placeOf: (sha256) => archive.places.get(sha256) },
    // Whose a report was that night is told by who asked for it.
    claim: () => true,
    parser: seenBy(deps.parser, tally),
    now: () => new Date(0),
    // What was not asked for that night was fresh enough then.
    isFresh: ({ url }) => !asked.has(withoutPosted(url)),
    onFetch: () => undefined,
    log: { tell: () => undefined, enter: () => undefined },
  };
  // What lay out of scope that night was not fetched, and is not in the archive.
  const crawl = { ...openSourceCrawl(asSource(night), crawlDeps), inScope: () => true };
  // The frontier has lists too: the next night asks for them as for what it has.
  for (const request of listsOf(night, reader)) {
    if (signal.aborted) return;
    await obtainAgain(crawl, request, tally);
  }
  for (const candidate of candidatesOf(night)) {
    if (signal.aborted) return;
    const report = await collectAgain(crawl, candidate, tally);
    if (!report) continue;
    tally.documents++;
    tally[report.load ?? 'failed']++;
  }
}

/** A report of which a record cannot be read is not made again from the rest of it: what it was stays. */
async function collectAgain(
  crawl: SourceCrawl,
  candidate: Candidate,
  { unread }: Tally,
): Promise<Pick<LoadedReport, 'load'> | undefined> {
  try {
    return (await collectReport(crawl, candidate)).report;
  } catch (error) {
    noteUnread(unread, error, candidate.url);
    return {};
  }
}

/** A list whose record cannot be read is asked for again by the next night. */
async function obtainAgain(crawl: SourceCrawl, request: FetchRequest, { unread }: Tally): Promise<void> {
  try {
    await obtain(crawl, { role: 'list', request });
  } catch (error) {
    noteUnread(unread, error, request.url);
  }
}

/** The frontier tells addresses apart by what is posted to them; an address has no blank. */
const withoutPosted = (url: string): string => url.replace(/ .*$/s, '');

/** Notes which documents a record was made of. */
function seenBy(parser: ReportParser, { documentsSeen }: Tally): ReportParser {
  return {
    ...parser,
    extractReport: async (documents) => {
      const united = await parser.extractReport(documents);
      documentsSeen.add(united.extraction.sha256);
      return united;
    },
  };
}

/** An entry of the registry may have changed since, or be gone: the archive says which system it was. */
const asSource = ({ source, family }: ArchivedNight): Source => ({
  ...{ id: source, name: source, division: source.slice(0, 6), level: 'county', family },
  ...{ lists: [], patterns: [], pages: [], hosts: [], years: { from: 2008 } },
  ...{ assertions: { min: 0, max: 1 }, scripts: false, checked: null },
});

/** In the order in which they were imported: where nothing else tells versions of a report apart, the last one counts. */
async function replayImports(
  imports: readonly ArchivedImport[],
  deps: ReparseDeps,
  tally: Tally,
): Promise<void> {
  const { concurrency, signal, onDone } = deps;
  const steps = {
    prepare: (capture: ArchivedImport) => parseImport(capture, deps),
    finish: (parsed: ParsedImport, { sha256 }: ArchivedImport) => {
      tally.documentsSeen.add(sha256);
      return storeDocument(parsed.document, parsed.extraction, storeDeps(deps)).outcome;
    },
  };
  const onResult = (result: JobResult<LoadResult['outcome']>): void => {
    if (result.status === 'skipped') return;
    if (result.status === 'failed' && result.error instanceof UnreadError)
      noteUnread(tally.unread, result.error);
    tally.documents++;
    tally[result.status === 'done' ? result.value : 'failed']++;
    onDone?.();
  };
  const results = await runBatch(imports, steps, { concurrency, signal, stopsBatch, onResult });
  for (const result of results)
    if (result.status === 'failed' && stopsBatch(result.error)) throw result.error;
}

interface ParsedImport {
  readonly document: ArchivedDocument;
  readonly extraction: Extraction;
}

async function parseImport(capture: ArchivedImport, { archive, parser }: ReparseDeps): Promise<ParsedImport> {
  const { sha256, url, name, place } = capture;
  const origin = {
    ...(url.startsWith('file:') ? {} : { url }),
    ...(name === undefined ? {} : { file: name }),
  };
  const bytes = await recallFrom(archive, sha256);
  const { extraction } = await parser.extractReport([{ bytes, origin }]);
  const archived = place ?? archive.places.get(sha256);
  if (!archived) throw new ArchiveError('missing', sha256, 'is in no file of the archive');
  const document = { sha256, byteLength: bytes.length, kind: parser.kindOf(bytes), origin, archived };
  return { document, extraction };
}

const storeDeps = ({ store, parser }: ReparseDeps) => ({ store, parserVersion: parser.version });

/**
 * Takes out records that their documents do not give any more. That can be said only of documents that were read: of
 * those whose bytes are in no file of the archive, the records stay, and they are returned.
 */
function removeLost({ store, archive }: ReparseDeps, tally: Tally): UnreadRecord[] {
  const inDoubt = documentsInDoubt(captures(archive), tally.unread);
  const lost: UnreadRecord[] = [];
  for (const { id, sha256, file, offset, address } of reportDocuments(store)) {
    if (tally.documentsSeen.has(sha256) || inDoubt.has(sha256)) continue;
    if (!archive.places.get(sha256)) lost.push({ file, offset, address, problem: 'missing' });
    else if (deleteReport(store, id)) tally.removed++;
    else tally.kept++;
  }
  return lost;
}
