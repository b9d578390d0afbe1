import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { Fixity } from '../../archive/check-fixity.ts';
import { type DiskRoom, isTight } from '../../disk-room.ts';
import type { Correction } from '../../model/correction.ts';
import { NO_COUNTS, type RunReport, type SourceResult } from '../../model/run-report.ts';
import type { Source } from '../../model/source-entry.ts';
import { checkpoint } from '../../store/checkpoint.ts';
import {
  finishRun,
  LAST_STAGE,
  type StartedRun,
  saveSourceRun,
  setStage,
  sourceRuns,
  startRun,
} from '../../store/crawl/runs.ts';
import type { Store } from '../../store/store.ts';
import { stopsBatch } from '../stops-batch.ts';
import { claimReports } from './claim-reports.ts';
import type { CrawlDeps } from './crawl-deps.ts';
import { CrawledSource, crawlSource } from './crawl-source.ts';
import { judgeNetwork } from './network-judge.ts';
import { reportNight, type StorageFacts } from './report-night.ts';
import { causeOfEnd, openRunLog, type RunLog, type WriteLine } from './run-log.ts';

export interface NightOptions {
  readonly command: 'run' | 'crawl';
  readonly sources: readonly Source[];
  /** Only reports whose link or address does not speak of another year. */
  readonly year?: number;
  /** Not the whole registry, or not all years: what is not in it is not over. */
  readonly partial?: boolean;
  /** Sources at a time; hosts and addresses are held apart by the fetcher whatever it is. */
  readonly concurrency: number;
  /** Stops taking work when it is aborted; what was kept stays, and the next run goes on. */
  readonly signal: AbortSignal;
  /** Aborted when the time budget is reached. */
  readonly budget: AbortSignal;
  readonly holder: string;
  readonly programVersion: string;
  /** Reviewed ones, applied when all is loaded. */
  readonly corrections: readonly Correction[];
  readonly parserVersion: string;
  readonly storage: () => StorageFacts;
  /** Asked before each source and after each fetch: the night pauses when the disk is all but full. */
  readonly room: () => DiskRoom;
  /** Reads a share of the archive again; without it none is. */
  readonly checkPart?: (part: number) => Fixity;
  readonly onSource?: (result: SourceResult, done: number) => void;
  /** Whether a host that is known to be up answers: asked when most of the sources' hosts do not. */
  readonly askCanaries?: () => Promise<boolean>;
  /** Where the log of a run goes, by its number; without it there is none. */
  readonly logTo?: (run: number) => WriteLine;
}

/** Hosts are held apart by the client; this only bounds how many sources wait at one time. */
export const SOURCES_AT_A_TIME = 64;

/** Exit codes that the end of a night has (contracts.md, section 1). */
const EXITS = { done: 0, diskFull: 3, someFailed: 6, networkDown: 8, budget: 10, stopped: 11 } as const;

export type NightDeps = Omit<CrawlDeps, 'round' | 'signal' | 'onFetch' | 'claim' | 'log'>;

/**
 * The nightly job: every source crawled, what is new kept, parsed and stored, and a report of it all. Whatever
 * happens to one source, the others are done; only when the database or the archive fails does the run end, and
 * then the row that was written first says where.
 *
 * @throws StoreError, ArchiveError
 */
export async function runNight(options: NightOptions, deps: NightDeps): Promise<RunReport> {
  const { store, now } = deps;
  const { command, parserVersion, holder } = options;
  const startedAt = now().toISOString();
  const run = startRun(store, { command, startedAt, parserVersion, holder });
  const log = openRunLog(run.id, now, options.logTo?.(run.id) ?? (() => undefined));
  log.tell({ event: 'run_started', counts: { sources: options.sources.length, round: run.round } });
  try {
    return await passNight(options, deps, run, startedAt, log);
  } catch (error) {
    log.tell({ event: 'run_failed', level: 'error', cause: causeOfEnd(error) });
    throw error;
  }
}

async function passNight(
  options: NightOptions,
  deps: NightDeps,
  run: StartedRun,
  startedAt: string,
  log: RunLog,
): Promise<RunReport> {
  const { store, now } = deps;
  const { command, parserVersion } = options;
  const enter = (stage: string) => {
    setStage(store, run.id, stage);
    log.enter(stage);
  };
  const offline = new AbortController();
  const network = judgeNetwork({
    onDown: () => offline.abort(),
    ...(options.askCanaries ? { askCanaries: options.askCanaries } : {}),
  });
  const full = new AbortController();
  const lookAtDisk = (): void => {
    if (!full.signal.aborted && isTight(options.room())) full.abort();
  };
  const signal = AbortSignal.any([options.signal, options.budget, offline.signal, full.signal]);
  // Every request that is under way listens to it.
  setMaxListeners(0, signal);
  enter('crawl');
  const crawled = await crawlAll(options, {
    ...deps,
    ...{ round: run.round, signal, log },
    onFetch: (host, cause) => {
      network.onFetch(host, cause);
      lookAtDisk();
    },
    lookAtDisk,
    claim: claimReports(store, run.round, new Set(options.sources.map(({ id }) => id))),
  });
  if (deps.parser) {
    enter('compare');
    // Only now: rules and validators are of no use to a night that fetches alone.
    const { checkAcrossReports } = await import('../across/check-across-reports.ts');
    checkAcrossReports(store, { corrections: options.corrections });
  }
  if (!hasPending(crawled)) enter(LAST_STAGE);
  const networkDown = await network.isDown();
  const exitCode = chooseExit(options, { offline: networkDown, full: full.signal.aborted }, crawled);
  const report = reportNight({
    ...{ run, command, startedAt, exitCode, crawled, store, networkDown },
    ...{ finishedAt: now(), sources: options.sources, storage: options.storage() },
    room: options.room(),
    ...{ parserVersion, programVersion: options.programVersion, partial: options.partial ?? false },
    checkPart: signal.aborted ? null : (options.checkPart ?? null),
  });
  checkpoint(store);
  const { finishedAt, totals } = report;
  finishRun(store, run.id, { finishedAt, exitCode, counts: totals, report });
  for (const { kind, about, state } of report.alarms) {
    log.tell({ event: 'alarm', level: state === 'over' ? 'info' : 'warn', cause: kind, about, state });
  }
  log.tell({ event: 'run_ended', exit_code: exitCode, counts: totals });
  return report;
}

/** What became of each source is kept in the database alone until all are done: it names every report. */
async function crawlAll(
  options: NightOptions,
  deps: CrawlDeps & { readonly lookAtDisk: () => void },
): Promise<CrawledSource[]> {
  const done = new Set(doneBefore(deps.store, deps.round));
  const queue = new PQueue({ concurrency: options.concurrency });
  let fatal: unknown;
  let finished = 0;
  const reached = new Set<string>(done);
  const end = ({ result }: CrawledSource): void => {
    const { source, outcome, cause, counts, durationMs } = result;
    deps.log.tell({ event: 'source_ended', source, outcome, cause, counts, ms: durationMs });
    options.onSource?.(result, ++finished);
  };
  const crawlOne = async (source: Source): Promise<void> => {
    deps.lookAtDisk();
    if (done.has(source.id) || fatal !== undefined || deps.signal.aborted) return;
    reached.add(source.id);
    try {
      const crawled = await crawlSource(source, deps, options.year);
      await saveCrawled(deps, crawled);
      end(crawled);
    } catch (error) {
      if (stopsBatch(error)) fatal ??= error;
      const crashed = crash(source, error);
      if (fatal === undefined) await saveCrawled(deps, crashed);
      end(crashed);
    }
  };
  await Promise.all(options.sources.map((source) => queue.add(() => crawlOne(source))));
  if (fatal !== undefined) throw fatal;
  const saved = new Map(sourceRuns(deps.store, deps.round).map(({ source, result }) => [source, result]));
  return options.sources.map((source) => {
    const result = reached.has(source.id) ? saved.get(source.id) : undefined;
    return result === undefined ? notReached(source) : CrawledSource.parse(JSON.parse(result));
  });
}

/** Sources that an earlier run of the same round has finished. */
const doneBefore = (store: Store, round: number): string[] =>
  sourceRuns(store, round)
    .filter(({ outcome }) => outcome !== 'pending')
    .map(({ source }) => source);

async function saveCrawled({ store, round }: CrawlDeps, crawled: CrawledSource): Promise<void> {
  const { source, outcome, cause } = crawled.result;
  await saveSourceRun(store, { round, source, outcome, cause, result: JSON.stringify(crawled) });
}

const NOTHING = { newReports: [], changedReports: [], vanishedReports: [] };

function emptyResult({ id, name, division, family }: Source): SourceResult {
  return {
    ...{ source: id, name, division, family, outcome: 'pending', cause: null, detail: null },
    ...{ counts: NO_COUNTS, skippedBy: {}, failedBy: {}, requests: 0, bytes: 0, durationMs: 0 },
    ...{ parsed: 0, doubtful: 0, loaded: { inserted: 0, updated: 0, unchanged: 0, failed: 0 } },
  };
}

const notReached = (source: Source): CrawledSource => ({
  result: { ...emptyResult(source), cause: 'aborted' },
  ...NOTHING,
});

/** A fault of the program, not of the site: the source is told of and the night goes on. */
function crash(source: Source, error: unknown): CrawledSource {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    result: { ...emptyResult(source), outcome: 'failed', cause: 'crashed', detail: detail.slice(0, 2000) },
    ...NOTHING,
  };
}

const hasPending = (crawled: readonly CrawledSource[]): boolean =>
  crawled.some(({ result }) => result.outcome === 'pending');

function chooseExit(
  { signal, budget }: NightOptions,
  trouble: { readonly offline: boolean; readonly full: boolean },
  crawled: readonly CrawledSource[],
): number {
  if (trouble.offline) return EXITS.networkDown;
  // Asked to stop when all was done: there is nothing to go on with.
  if (hasPending(crawled) && trouble.full) return EXITS.diskFull;
  if (hasPending(crawled)) return budget.aborted && !signal.aborted ? EXITS.budget : EXITS.stopped;
  return crawled.every(({ result }) => result.outcome === 'done') ? EXITS.done : EXITS.someFailed;
}
