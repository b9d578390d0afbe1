import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { decodeText } from '../../../parsers/decode.ts';
import { sniffKind } from '../../../parsers/index.ts';
import { systemClock } from '../../../scrapers/clock.ts';
import { FAMILIES } from '../../../scrapers/families/index.ts';
import { createBrowserClient, createHttpClient, parseConnectTo } from '../../../scrapers/index.ts';
import type { FetchLimits, Politeness } from '../../../scrapers/politeness.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { variableSeeds } from '../../../src/cli/variable-seeds.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { RunReport } from '../../../src/model/run-report.ts';
import type { Source } from '../../../src/model/source-entry.ts';
import { archiveKeeper, keepAside } from '../../../src/pipeline/crawl/archive-keeper.ts';
import type { ReportParser } from '../../../src/pipeline/crawl/crawl-deps.ts';
import { readerOf } from '../../../src/pipeline/crawl/page-reader.ts';
import { isFresh } from '../../../src/pipeline/crawl/recheck.ts';
import { type NightOptions, runNight } from '../../../src/pipeline/crawl/run-night.ts';
import { extractReport } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { seedVariables } from '../../../src/store/seed-variables.ts';
import type { Store } from '../../../src/store/store.ts';
import { createRandom } from '../../generate/random.ts';
import { type Fault, type LocalWeb, type LogLine, type Site, startWeb } from '../../sites/web.ts';

const HOUR_MS = 3_600_000;
export const FIRST_NIGHT = new Date('2024-06-01T18:00:00Z');
/** The start of a later night. */
export const nightAfter = (days: number): Date => new Date(FIRST_NIGHT.getTime() + days * 24 * HOUR_MS);

/** As quick as a test may be: the pauses themselves are tested with the client. */
const QUICK: Partial<Politeness> = {
  minDelayMs: 0,
  durationFactor: 0,
  backoffMs: 1,
  maxBackoffMs: 4,
  retries: 1,
};
const SMALL: Partial<FetchLimits> = { connectMs: 5_000, idleMs: 5_000, totalMs: 10_000 };

export interface NightSettings extends Partial<Omit<NightOptions, 'sources'>> {
  readonly sources?: readonly Source[];
  readonly at?: Date;
  readonly politeness?: Partial<Politeness>;
  readonly limits?: Partial<FetchLimits>;
  readonly parser?: ReportParser | null;
}

/** A local web and everything that the nightly run needs, for many nights of one test. */
export interface NightBed {
  readonly web: LocalWeb;
  readonly store: Store;
  readonly archive: string;
  run(settings?: NightSettings): Promise<RunReport>;
  /** Loses the database: `rebuild` fills a new one from the archive. */
  lose(rebuild: (store: Store, archive: string) => Promise<void>): Promise<void>;
  /** Requests since the last look, in order. */
  requests(): LogLine[];
}

export const inThisThread: ReportParser = {
  extractReport: (documents) => extractReport(documents, { gazetteer: loadGazetteer() }),
  kindOf: sniffKind,
  version: '1',
};

export const readHere = readerOf(FAMILIES, (bytes) => decodeText(bytes).text);

export async function nightBed(
  sites: readonly Site[],
  sources: readonly Source[],
  faults?: Fault,
): Promise<NightBed> {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-night-'));
  const web = await startWeb(sites, faults ? { faults } : {});
  const open = (name: string): Store => {
    const opened = openStore(join(dir, name));
    seedVariables(opened, variableSeeds());
    return opened;
  };
  let store = open('night.sqlite');
  onTestFinished(async () => {
    store.close();
    await web.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const archive = join(dir, 'archive');
  let seen = 0;
  return {
    ...{ web, archive },
    get store() {
      return store;
    },
    lose: async (rebuild) => {
      store.close();
      store = open('lost.sqlite');
      await rebuild(store, archive);
    },
    run: (settings = {}) => runOnce(web, store, archive, { sources, ...settings }),
    requests: () => {
      const lines = web.log.slice(seen);
      seen = web.log.length;
      return lines;
    },
  };
}

async function runOnce(
  web: LocalWeb,
  store: Store,
  dir: string,
  { at = FIRST_NIGHT, politeness, limits, parser = inThisThread, sources = [], ...options }: NightSettings,
): Promise<RunReport> {
  const now = () => at;
  const archive = await openArchive(dir);
  const aside: Promise<void>[] = [];
  const target = parseConnectTo(web.connectTo);
  const http = createHttpClient({
    userAgent: 'gongkai/0 (+https://example.cn/)',
    connectTo: target ? [target] : [],
    random: createRandom(20210131).next,
    clock: { ...systemClock, date: now },
    politeness: { ...QUICK, ...politeness },
    limits: { ...SMALL, ...limits },
    onSideExchange: (exchange: Exchange) => aside.push(keepAside(archive, exchange)),
  });
  const browser = createBrowserClient(http);
  try {
    return await runNight(
      {
        ...{ command: 'run', sources, concurrency: 8, holder: 'test', programVersion: '0' },
        ...{ signal: new AbortController().signal, budget: new AbortController().signal },
        parserVersion: parser?.version ?? '1',
        corrections: [],
        storage: () => ({ databaseBytes: 1, walBytes: 0, archiveBytes: 1, freeBytes: 100 * 1024 ** 3 }),
        room: () => ({ freeBytes: 100 * 1024 ** 3, leastBytes: 0 }),
        ...options,
      },
      {
        ...{ store, browser, fetcher: http, reader: readHere, now, isFresh, parser },
        keeper: archiveKeeper(archive, now),
      },
    );
  } finally {
    await Promise.all(aside);
    await browser.close();
    await http.close();
    await archive.close();
  }
}

/** Reports that are stored, by the address of their page: what readers see of them. */
export function storedReports({ store }: NightBed): { url: string; year: number; current: number }[] {
  return store.sqlite
    .prepare(
      `SELECT page.url, report.year, report.current FROM parsed JOIN page ON page.id = parsed.page
       JOIN report ON report.id = parsed.report WHERE parsed.outcome = 'loaded' ORDER BY page.url`,
    )
    .all() as { url: string; year: number; current: number }[];
}

const CONTENT = ['document', 'origin', 'report', 'cell', 'place', 'claim', 'finding'] as const;

/** All rows of what was read, to see that a night changed none of them. */
export const contentOf = ({ store }: NightBed): Record<string, unknown[]> =>
  Object.fromEntries(
    CONTENT.map((table) => [table, store.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()]),
  );

export function expectBalance(report: RunReport): void {
  for (const { counts } of [...report.sources, { counts: report.totals }]) {
    const { discovered, skipped, failed, pending } = counts;
    if (discovered !== counts.new + counts.same + skipped + failed + pending) {
      throw new Error(`does not balance: ${JSON.stringify(counts)}`);
    }
  }
}
