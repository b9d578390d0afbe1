import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dispatcher } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpClient } from '../../../scrapers/index.ts';
import type { RunReport } from '../../../src/model/run-report.ts';
import type { Source } from '../../../src/model/source-entry.ts';
import type { Keeper } from '../../../src/pipeline/crawl/crawl-deps.ts';
import { isFresh } from '../../../src/pipeline/crawl/recheck.ts';
import { runNight, SOURCES_AT_A_TIME } from '../../../src/pipeline/crawl/run-night.ts';
import { sha256Of } from '../../../src/pipeline/sha256.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { SimulatedClock } from '../../sites/simulated-clock.ts';
import { FIRST_NIGHT, readHere } from './night-bed.ts';

const HOSTS = 3000;
/** How long hosts take to answer: each in its turn. */
const LATENCIES_MS = [80, 300, 1_200] as const;
/** A connection to a dead host is given up after so long, as the client does. */
const CONNECT_MS = 15_000;
const PAGE = `<!doctype html><meta charset="utf-8"><title>双辽市2022年政府信息公开工作年度报告</title><body><h1>双辽市2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p></body>`;

interface SimulatedHost {
  readonly latencyMs: number;
  readonly dead?: boolean;
}

/** Answers for one host, on the clock: a page at /nb.html, 404 for all else; or nobody ever takes the connection. */
class Simulated extends Dispatcher {
  readonly #host: SimulatedHost;
  readonly #clock: SimulatedClock;

  constructor(host: SimulatedHost, clock: SimulatedClock) {
    super();
    this.#host = host;
    this.#clock = clock;
  }

  override dispatch({ path }: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const rawHeaders = ['content-type', 'text/html; charset=utf-8'];
    const controller = { rawHeaders, abort: () => undefined } as unknown as Dispatcher.DispatchController;
    handler.onRequestStart?.(controller, undefined);
    const { dead, latencyMs } = this.#host;
    this.#clock.sleep(dead ? CONNECT_MS : latencyMs).then(() => {
      if (dead) {
        const error = Object.assign(new Error('no answer'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
        handler.onResponseError?.(controller, error);
        return;
      }
      handler.onResponseStart?.(controller, path === '/nb.html' ? 200 : 404, {}, 'said');
      handler.onResponseData?.(controller, Buffer.from(path === '/nb.html' ? PAGE : 'nothing'));
      handler.onResponseEnd?.(controller, {});
    });
    return true;
  }

  override close = () => Promise.resolve();
  override destroy = () => Promise.resolve();
}

/** Keeps nothing: what is measured is who waits for whom. */
function keeperOfNothing(): Keeper {
  let offset = 0;
  const nothing = async () => [];
  return {
    keep: async (result, { role, source, round }) =>
      result.kind === 'document'
        ? [
            {
              ...{
                file: 'simulated.warc.gz',
                offset: offset++,
                length: 1,
                url: result.url,
                role,
                source,
                round,
              },
              ...{ date: FIRST_NIGHT.toISOString(), sha256: sha256Of(result.body) },
            },
          ]
        : [],
    ...{ noteReport: nothing, keepContent: nothing, placeOf: () => undefined },
    recall: async () => Buffer.from(PAGE),
  };
}

const hostName = (at: number): string => `www.h${at}.gov.cn`;
const sourceAt = (at: number): Source => ({
  ...{ id: `220382-h${at}`, name: `${at}`, division: '220382', level: 'county', family: 'trs', lists: [] },
  ...{ patterns: [], pages: [`http://${hostName(at)}/nb.html`], hosts: [], years: { from: 2008 } },
  ...{ assertions: { min: 1, max: 9 }, scripts: false, checked: null },
});

interface Simulation {
  readonly report: RunReport;
  /** Of the whole night, and until each source had ended, on the simulated clock. */
  readonly ms: number;
  readonly endedAt: ReadonlyMap<string, number>;
}

async function simulate(hosts: readonly SimulatedHost[]): Promise<Simulation> {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-many-'));
  const store = openStore(join(dir, 'night.sqlite'));
  onTestFinished(() => {
    store.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const clock = new SimulatedClock(FIRST_NIGHT);
  const byName = new Map(hosts.map((host, at) => [`http://${hostName(at)}`, host]));
  const http = createHttpClient({
    ...{ clock, random: () => 0.5, resolve: async (host) => [addressOf(host)] },
    openClient: (origin) => new Simulated(byName.get(origin)!, clock),
  });
  const endedAt = new Map<string, number>();
  // One source waits for one thing at a time, and so many sources are under way.
  clock.waiters = Math.min(SOURCES_AT_A_TIME, hosts.length);
  const report = await runNight(
    {
      ...{ command: 'crawl', sources: hosts.map((_, at) => sourceAt(at)), concurrency: SOURCES_AT_A_TIME },
      ...{ signal: new AbortController().signal, budget: new AbortController().signal, holder: 'test' },
      ...{ programVersion: '0', parserVersion: '1', corrections: [] },
      storage: () => ({ databaseBytes: 1, walBytes: 0, archiveBytes: 1, freeBytes: 1 }),
      room: () => ({ freeBytes: 1, leastBytes: 0 }),
      onSource: ({ source }, done) => {
        endedAt.set(source, clock.now());
        clock.waiters = Math.min(SOURCES_AT_A_TIME, hosts.length - done);
        clock.look();
      },
    },
    {
      ...{ store, fetcher: http, browser: http, reader: readHere, keeper: keeperOfNothing(), parser: null },
      ...{ now: () => clock.date(), isFresh },
    },
  );
  await http.close();
  return { report, ms: clock.now(), endedAt };
}

/** Every host has an address of its own, on the public web as far as the guard can tell. */
function addressOf(host: string): string {
  const at = Number(/\d+/.exec(host)?.[0]);
  return `36.${at >> 8}.${at & 255}.1`;
}

const live = (at: number): SimulatedHost => ({ latencyMs: LATENCIES_MS[at % LATENCIES_MS.length]! });

test(`${HOSTS} hosts with one page each take at most 1.2 times as long as they must`, {
  timeout: 300_000,
}, async () => {
  const alone = await Promise.all(LATENCIES_MS.map((latencyMs) => simulate([{ latencyMs }])));
  const least =
    alone.reduce((sum, { ms }) => sum + ms, 0) * (HOSTS / LATENCIES_MS.length / SOURCES_AT_A_TIME);
  const { report, ms } = await simulate(Array.from({ length: HOSTS }, (_, at) => live(at)));
  expect(report.totals).toMatchObject({ discovered: HOSTS, new: HOSTS });
  expect(alone[0]?.ms).toBeGreaterThan(3_000);
  expect(ms / least).toBeGreaterThan(0.99);
  expect(ms / least).toBeLessThan(1.2);
});

test('a dead host holds up no other', { timeout: 300_000 }, async () => {
  const count = 5 * SOURCES_AT_A_TIME;
  const hosts = Array.from({ length: count }, (_, at) => live(at));
  const before = await simulate(hosts);
  const dead = 3;
  const { report, endedAt } = await simulate(hosts.map((host, at) => ({ ...host, dead: at === dead })));
  expect(report.sources[dead]).toMatchObject({ outcome: 'failed', failedBy: { timeout: 1 } });
  expect(report.totals).toMatchObject({ new: count - 1, failed: 1 });
  const longest = (ends: ReadonlyMap<string, number>) =>
    Math.max(...[...ends].filter(([source]) => source !== `220382-h${dead}`).map(([, ms]) => ms));
  // One place of 64 is taken for a while: the others have their work to do, and no more.
  expect(longest(endedAt) / longest(before.endedAt)).toBeLessThan(1.05);
  expect(endedAt.get(`220382-h${dead}`)).toBeGreaterThan(5 * CONNECT_MS);
});
