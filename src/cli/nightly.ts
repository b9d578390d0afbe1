import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PARSER_VERSION } from '../../parsers/version.ts';
import { checkFixity } from '../archive/check-fixity.ts';
import { openArchive } from '../archive/open-archive.ts';
import { type LeastFree, leastFree, measureRoom, watchRoom } from '../disk-room.ts';
import type { Fetcher } from '../model/exchange.ts';
import { RunReport } from '../model/run-report.ts';
import type { Source } from '../model/source-entry.ts';
import { archiveKeeper, asideKeeper } from '../pipeline/crawl/archive-keeper.ts';
import { openReadThread } from '../pipeline/crawl/read-thread.ts';
import { isFresh } from '../pipeline/crawl/recheck.ts';
import type { StorageFacts } from '../pipeline/crawl/report-night.ts';
import { type NightOptions, runNight, SOURCES_AT_A_TIME } from '../pipeline/crawl/run-night.ts';
import { archiveFiles } from '../store/archive-file.ts';
import { lastGoodRun, lastReportedRun } from '../store/crawl/runs.ts';
import { openStore } from '../store/open-store.ts';
import { holderName, lockRun } from '../store/run-lock.ts';
import { seedVariables } from '../store/seed-variables.ts';
import type { Store } from '../store/store.ts';
import { budgetSignal } from './budget-signal.ts';
import { type FetchingOptions, openFetching } from './fetching.ts';
import { readVersion } from './package-root.ts';
import { reviewedCorrections } from './reviewed-corrections.ts';
import { logToFile } from './run-log-file.ts';
import type { Session } from './session.ts';
import { variableSeeds } from './variable-seeds.ts';
import { writeRunFiles } from './write-run-files.ts';

export interface NightlyJob {
  readonly command: 'run' | 'crawl';
  readonly sources: readonly Source[];
  readonly fetching: FetchingOptions;
  /** Null: as long as it takes. */
  readonly budgetMs: number | null;
  readonly leastFree: LeastFree;
  /** Addresses on hosts that are known to be up. */
  readonly canaries: readonly string[];
  /** Only reports about this year. */
  readonly year?: number;
  /** Not the whole registry. */
  readonly partial: boolean;
  readonly onSource?: NightOptions['onSource'];
  /** Given the report of the last run before this one begins; null when there is none. */
  readonly onLast?: (report: RunReport | null) => Promise<void>;
}

/**
 * The nightly job with its real parts: takes the lock, opens database, archive, parsers and client, runs, and writes
 * the report beside the database. Throws StoreError, ArchiveError, UsageError.
 */
export async function runNightly(job: NightlyJob, session: Session): Promise<RunReport> {
  const now = () => new Date();
  mkdirSync(dirname(session.database), { recursive: true });
  const unlock = lockRun(session.database, now());
  try {
    const store = openStore(session.database);
    try {
      seedVariables(store, variableSeeds());
      await job.onLast?.(lastReport(store));
      const info = { software: `gongkai/${readVersion()}`, ...contactOf(session) };
      const archive = await openArchive(session.archive, { info, expected: archiveFiles(store) });
      const aside = asideKeeper(archive);
      const fetching = openFetching(job.fetching, session, aside.keep);
      const parsing = job.command === 'crawl' ? null : (await import('./parsing.ts')).openParsing();
      const reader = openReadThread();
      try {
        const askCanaries = () => anyAnswers(fetching.http, job.canaries);
        const report = await runNight(
          { ...optionsOf(job, session), askCanaries },
          {
            ...{ store, fetcher: fetching.http, browser: fetching.browser, reader, now, isFresh },
            keeper: archiveKeeper(archive, now),
            parser: parsing?.parser ?? null,
          },
        );
        await aside.settled();
        await writeRunFiles(report, lastGoodRun(store)?.finished_at ?? null, session);
        return report;
      } finally {
        await aside.settled().catch(() => undefined);
        await Promise.all([parsing?.close(), reader.close()]);
        await fetching.close();
        await archive.close();
      }
    } finally {
      store.close();
    }
  } finally {
    unlock();
  }
}

/** Whether one of them answers, whatever it says: no document is wanted. */
async function anyAnswers(client: Fetcher, urls: readonly string[]): Promise<boolean> {
  const results = await Promise.all(urls.map((url) => client.fetch({ url })));
  return results.some(({ exchanges }) => exchanges.length > 0);
}

/** A report of another version of this program says nothing that could be sent. */
function lastReport(store: Store): RunReport | null {
  const { summary } = lastReportedRun(store) ?? {};
  return RunReport.safeParse(JSON.parse(summary ?? 'null')).data ?? null;
}

function optionsOf(
  { command, sources, budgetMs, leastFree: least, year, partial, onSource }: NightlyJob,
  session: Session,
): NightOptions {
  return {
    ...{ command, sources, partial, concurrency: SOURCES_AT_A_TIME, holder: holderName() },
    ...(year === undefined ? {} : { year }),
    signal: session.takeStopSignal?.() ?? new AbortController().signal,
    budget: budgetSignal(budgetMs),
    programVersion: readVersion(),
    corrections: reviewedCorrections().corrections,
    parserVersion: String(PARSER_VERSION),
    storage: () => storageFacts(session),
    room: watchRoom([session.archive, dirname(session.database)], least),
    logTo: (run: number) => logToFile(run, session),
    // A run by hand of one source is not held up by the whole archive.
    ...(partial ? {} : { checkPart: (part: number) => checkFixity(session.archive, { part }) }),
    ...(onSource ? { onSource } : {}),
  };
}

const contactOf = ({ env }: Session): { readonly contact?: string } =>
  env['GONGKAI_CONTACT'] ? { contact: env['GONGKAI_CONTACT'] } : {};

function storageFacts({ database, archive }: Session): StorageFacts {
  const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    databaseBytes: sizeOf(database),
    walBytes: sizeOf(`${database}-wal`),
    archiveBytes: archiveSize(archive),
    freeBytes: measureRoom([archive], leastFree).freeBytes,
  };
}

function archiveSize(dir: string): number {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.warc.gz'))
    .reduce((sum, name) => sum + (statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
