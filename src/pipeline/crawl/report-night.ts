import type { Fixity } from '../../archive/check-fixity.ts';
import type { DiskRoom } from '../../disk-room.ts';
import {
  type Alarm,
  type CrawlCounts,
  NO_COUNTS,
  RunReport,
  type SourceResult,
} from '../../model/run-report.ts';
import type { Source } from '../../model/source-entry.ts';
import { countChecks } from '../../store/crawl/count-checks.ts';
import { countCoverage, yearsOfSources } from '../../store/crawl/coverage.ts';
import { GOOD_ENDS, lastGoodRuns, lastReportedRuns, type StartedRun } from '../../store/crawl/runs.ts';
import { chainHead } from '../../store/review/append-event.ts';
import type { RunRow } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { raiseAlarms } from './alarms.ts';
import type { CrawledSource } from './crawl-source.ts';
import { readAgain } from './read-again.ts';

export type StorageFacts = RunReport['storage'];

export interface NightFacts {
  readonly run: StartedRun;
  readonly command: string;
  readonly startedAt: string;
  readonly finishedAt: Date;
  readonly exitCode: number;
  readonly crawled: readonly CrawledSource[];
  readonly sources: readonly Source[];
  readonly store: Store;
  readonly storage: StorageFacts;
  readonly room: DiskRoom;
  /** Reads a share of the archive again; null: not tonight. */
  readonly checkPart?: ((part: number) => Fixity) | null;
  readonly networkDown: boolean;
  readonly partial: boolean;
  readonly parserVersion: string;
  readonly programVersion: string;
}

const SLOWEST = 10;
const MOST_CAUSES = 20;

/**
 * The report of a night. Every source is in it, and its counts balance.
 *
 * @throws Error when they do not: an address was lost on the way, which is a fault of the program
 */
export function reportNight(facts: NightFacts): RunReport {
  const { run, crawled, store } = facts;
  const results = crawled.map(({ result }) => result);
  for (const { source, counts } of results) requireBalance(source, counts);
  const before = lastWholeRun(store, run.id);
  const fixity = facts.checkPart ? readAgain(facts.checkPart, before?.fixity) : undefined;
  return {
    schema: 1,
    ...{ run: run.id, round: run.round, command: facts.command, resumed: [...run.resumed] },
    partial: facts.partial,
    ...{ startedAt: facts.startedAt, finishedAt: facts.finishedAt.toISOString(), exitCode: facts.exitCode },
    ...{ parserVersion: facts.parserVersion, programVersion: facts.programVersion },
    totals: sumCounts(results.map(({ counts }) => counts)),
    requests: sum(results, ({ requests }) => requests),
    bytes: sum(results, ({ bytes }) => bytes),
    loaded: {
      inserted: sum(results, ({ loaded }) => loaded.inserted),
      updated: sum(results, ({ loaded }) => loaded.updated),
      unchanged: sum(results, ({ loaded }) => loaded.unchanged),
      failed: sum(results, ({ loaded }) => loaded.failed),
    },
    checks: countChecks(store, run.round),
    sources: results,
    alarms: raiseAlarms({
      ...{ sources: facts.sources, results, before, lasting: lastAlarms(store, run.id, before) },
      ...{ networkDown: facts.networkDown, died: run.died },
      partial: facts.partial,
      ...{ years: yearsOfSources(store), now: facts.finishedAt, room: facts.room },
      endsWell: GOOD_ENDS.includes(facts.exitCode),
      ...(fixity ? { damages: fixity.damages } : {}),
    }),
    coverage: coverageSince(store, before),
    causes: topCauses(results),
    slowest: results
      .toSorted((a, b) => b.durationMs - a.durationMs)
      .slice(0, SLOWEST)
      .map(({ source, durationMs, requests }) => ({ source, durationMs, requests })),
    newReports: crawled.flatMap(({ newReports }) => newReports),
    changedReports: crawled.flatMap(({ changedReports }) => changedReports),
    vanishedReports: crawled.flatMap(({ vanishedReports }) => vanishedReports),
    decisionLog: chainHead(store),
    storage: facts.storage,
    ...(fixity ? { fixity } : {}),
  };
}

/** The last run that ended well and went through the whole registry: what tonight is compared with. */
const lastWholeRun = (store: Store, before: number): RunReport | null =>
  firstWhole(lastGoodRuns(store, before));

/** Alarms of the machine, which a night that does not end well tells of too; of sources it may have reached few. */
const OF_MACHINE: readonly Alarm['kind'][] = ['network_down', 'disk_low', 'stale'];

/** What lasted before tonight: of sources by the last run that ended well, of the machine by the last of all. */
function lastAlarms(store: Store, before: number, good: RunReport | null): RunReport['alarms'] {
  const last = firstWhole(lastReportedRuns(store, before));
  return [
    ...(good?.alarms ?? []).filter(({ kind }) => !OF_MACHINE.includes(kind)),
    ...(last?.alarms ?? []).filter(({ kind }) => OF_MACHINE.includes(kind)),
  ];
}

function firstWhole(runs: readonly RunRow[]): RunReport | null {
  for (const { summary } of runs) {
    const report = RunReport.safeParse(JSON.parse(summary ?? 'null'));
    if (report.success && !report.data.partial) return report.data;
  }
  return null;
}

function requireBalance(source: string, counts: CrawlCounts): void {
  const { discovered, new: fresh, same, skipped, failed, pending } = counts;
  if (discovered === fresh + same + skipped + failed + pending) return;
  throw new Error(`the counts of source ${source} do not balance: ${JSON.stringify(counts)}`);
}

function sumCounts(all: readonly CrawlCounts[]): CrawlCounts {
  const names = Object.keys(NO_COUNTS) as (keyof CrawlCounts)[];
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((total, counts) => total + counts[name], 0)]),
  ) as CrawlCounts;
}

const sum = (results: readonly SourceResult[], of: (result: SourceResult) => number): number =>
  results.reduce((total, result) => total + of(result), 0);

function coverageSince(store: Store, before: RunReport | null): RunReport['coverage'] {
  const earlier = new Map(
    (before?.coverage ?? []).map(({ province, year, reports }) => [`${province} ${year}`, reports]),
  );
  return countCoverage(store).map((row) => ({
    ...row,
    before: earlier.get(`${row.province} ${row.year}`) ?? 0,
  }));
}

/** What went wrong, by how many sources it met. */
function topCauses(results: readonly SourceResult[]): RunReport['causes'] {
  const causes = new Map<string, { sources: Set<string>; addresses: number }>();
  const add = (cause: string, source: string, addresses: number) => {
    const known = causes.get(cause) ?? { sources: new Set(), addresses: 0 };
    causes.set(cause, { sources: known.sources.add(source), addresses: known.addresses + addresses });
  };
  for (const { source, cause, failedBy } of results) {
    if (cause !== null) add(cause, source, 0);
    for (const [one, count] of Object.entries(failedBy)) add(one, source, count);
  }
  return [...causes]
    .map(([cause, { sources, addresses }]) => ({ cause, sources: sources.size, addresses }))
    .toSorted((a, b) => b.sources - a.sources || b.addresses - a.addresses || (a.cause < b.cause ? -1 : 1))
    .slice(0, MOST_CAUSES);
}
