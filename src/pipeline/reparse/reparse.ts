import PQueue from 'p-queue';
import type { Archive } from '../../archive/archive.ts';
import { ArchiveError } from '../../archive/archive-error.ts';
import { captures } from '../../archive/captures.ts';
import { readHeads } from '../../archive/read-heads.ts';
import { readRecord } from '../../archive/read-record.ts';
import type { Correction } from '../../model/correction.ts';
import type { Source } from '../../model/source-entry.ts';
import { checkpoint } from '../../store/checkpoint.ts';
import { saveCapture } from '../../store/crawl/captures.ts';
import { resetFrontier } from '../../store/crawl/reset-frontier.ts';
import { reserveRound } from '../../store/crawl/runs.ts';
import { deleteReport, reportDocuments } from '../../store/delete-report.ts';
import type { Store } from '../../store/store.ts';
import { write } from '../../store/write.ts';
import { checkAcrossReports } from '../across/check-across-reports.ts';
import { collectReport } from '../crawl/collect-report.ts';
import type { CrawlDeps, Keeper, ReportParser } from '../crawl/crawl-deps.ts';
import { obtain } from '../crawl/obtain.ts';
import type { PageReader } from '../crawl/page-reader.ts';
import { openSourceCrawl } from '../crawl/source-crawl.ts';
import { stopsBatch } from '../stops-batch.ts';
import { storeDocument } from '../store-document.ts';
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
  /** Stopped before the end: run it again. */
  readonly stopped: boolean;
}

type Tally = { -readonly [Name in keyof Omit<Reparsed, 'stopped'>]: number } & {
  readonly documentsSeen: Set<string>;
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
  await inParallel(imports, (document) => replayImport(document, deps, tally), deps);
  if (!signal.aborted) removeLost(store, tally);
  if (!signal.aborted) checkAcrossReports(store, { corrections: deps.corrections });
  checkpoint(store);
  const { documentsSeen: _, ...counts } = tally;
  return { ...counts, stopped: signal.aborted };
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
  };
  // What lay out of scope that night was not fetched, and is not in the archive.
  const crawl = { ...openSourceCrawl(asSource(night), crawlDeps), inScope: () => true };
  // The frontier has lists too: the next night asks for them as for what it has.
  for (const request of listsOf(night, reader)) {
    if (signal.aborted) return;
    await obtain(crawl, { role: 'list', request });
  }
  for (const candidate of candidatesOf(night)) {
    if (signal.aborted) return;
    const { report } = await collectReport(crawl, candidate);
    if (!report) continue;
    tally.documents++;
    tally[report.load ?? 'failed']++;
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

async function replayImport(capture: ArchivedImport, deps: ReparseDeps, tally: Tally): Promise<void> {
  const { store, archive, parser } = deps;
  const { sha256, url, name, place } = capture;
  const origin = {
    ...(url.startsWith('file:') ? {} : { url }),
    ...(name === undefined ? {} : { file: name }),
  };
  tally.documents++;
  try {
    const bytes = await recallFrom(archive, sha256);
    const { extraction } = await parser.extractReport([{ bytes, origin }]);
    tally.documentsSeen.add(sha256);
    const archived = place ?? archive.places.get(sha256);
    if (!archived) throw new ArchiveError('missing', sha256, 'is in no file of the archive');
    const document = { bytes, kind: parser.kindOf(bytes), origin, archived };
    const { outcome } = storeDocument(document, extraction, { store, parserVersion: parser.version });
    tally[outcome]++;
  } catch (error) {
    if (stopsBatch(error)) throw error;
    tally.failed++;
  }
}

async function recallFrom(archive: Archive, sha256: string): Promise<Uint8Array> {
  const place = archive.places.get(sha256);
  if (!place) throw new ArchiveError('missing', sha256, 'is in no file of the archive');
  return readRecord(archive.dir, place);
}

function removeLost(store: Store, tally: Tally): void {
  for (const { id, sha256 } of reportDocuments(store)) {
    if (tally.documentsSeen.has(sha256)) continue;
    if (deleteReport(store, id)) tally.removed++;
    else tally.kept++;
  }
}
