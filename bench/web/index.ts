import { existsSync, mkdirSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openMaker } from '../../src/evidence/maker/open-maker.ts';
import { refreshSummaries } from '../../src/store/explore/summaries/refresh-summaries.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildApp } from '../../src/web/app.tsx';
import { openPort } from '../../src/web/serve.ts';
import type { Tools } from '../../src/web/tools.ts';
import { makeDatabase } from './make-database.ts';
import { measureNext } from './measure-next.ts';
import { measurePaint } from './measure-paint.ts';
import { type Question, questions } from './questions.ts';
import { randomFrom } from './random.ts';

/**
 * The review app on 200,000 reports and 2 million findings: npm run bench:web. How long the server works on each route,
 * over many filters, and how long a person waits for the next finding in a browser. The database is made once
 * (some minutes) and kept under the temporary folder; --reports N makes a smaller one, --seed another one.
 */
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    browser: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const MOST_MS = 100;
const MOST_NEXT_MS = 150;
const MOST_PAINT_MS = 1000;
const WARM_UP = 3;

const file = join(tmpdir(), 'gongkai-bench-web', `${values.reports}-${values.seed}-runs.sqlite`);
if (!existsSync(file)) make();
const { tools, counts, close } = open();
const app = buildApp(tools);
let missed = 0;

console.log(
  `${counts.reports} reports, ${counts.findings} findings, ${mb(statSync(file).size)} MB; load average ${loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')}`,
);
console.log(
  `${'route'.padEnd(30)} ${'p50'.padStart(8)} ${'p95'.padStart(8)} ${'cpu p95'.padStart(8)}   (ms, at most ${MOST_MS} at the 95th percentile)`,
);
for (const question of questions(counts.reports, counts.findings).filter(({ route }) =>
  route.includes(values.only),
))
  await measure(question);
if (values.browser) await measureBrowser();
await close();
console.log(missed === 0 ? '\nEvery target is reached.' : `\n${missed} MISSED.`);
process.exitCode = missed === 0 ? 0 : 1;

function make(): void {
  mkdirSync(dirname(file), { recursive: true });
  const start = performance.now();
  makeDatabase(file, { reports: Number(values.reports), seed: Number(values.seed) });
  const made = performance.now();
  const store = openStore(file);
  const parts = refreshSummaries(store);
  store.sqlite.exec('ANALYZE');
  store.close();
  console.log(
    `made in ${seconds(made - start)} s, ${parts} parts summed up in ${seconds(performance.now() - made)} s`,
  );
}

function open() {
  const writer = openStore(file);
  const evidence = openMaker();
  const reader = openStore(file, { readonly: true });
  const count = (table: string) =>
    reader.sqlite.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number;
  const opened: Tools = {
    ...{ reader, writer, evidence, archive: join(tmpdir(), 'gongkai-bench-web', 'archive') },
    releases: join(tmpdir(), 'gongkai-bench-web', 'releases'),
    ...{ root: resolve(import.meta.dirname, '../..'), version: '0.0.0', now: () => new Date() },
    ...{ loopback: true, behindProxy: false, sessions: { idleMs: 1_800_000, wholeMs: 43_200_000 } },
    doubleShare: 0.1,
    tellError: (error) => console.error(error),
  };
  return {
    tools: opened,
    counts: { reports: count('report'), findings: count('finding') },
    close: async () => {
      evidence.close();
      reader.close();
      writer.close();
    },
  };
}

/** Asks in this process, so that only the server's work is measured; answers other than 200 and 404 are told. */
async function measure({ route, ask }: Question): Promise<void> {
  const random = randomFrom(Number(values.seed));
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let turn = 0; turn < WARM_UP + Number(values.times); turn++) {
    const path = ask(random);
    const before = process.cpuUsage();
    const start = performance.now();
    const response = await app.request(`http://localhost${path}`);
    await response.arrayBuffer();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    if (response.status !== 200 && response.status !== 404) console.log(`${response.status} ${path}`);
    if (turn < WARM_UP) continue;
    walls.push(wall);
    cpus.push((user + system) / 1000);
  }
  tell(route, walls, cpus, MOST_MS);
}

async function measureBrowser(): Promise<void> {
  const { address, close: stop } = await openPort(app, { host: '127.0.0.1', port: 0 });
  const walls = await measureNext(address, Number(values.times));
  const paints = await measurePaint(
    address,
    questions(counts.reports, counts.findings).map(({ ask }) => ask(randomFrom(Number(values.seed)))),
  );
  await stop();
  if (walls === null) console.log('next finding in a browser: no Chromium here, not measured');
  else tell('next finding in a browser', walls, undefined, MOST_NEXT_MS);
  if (paints) tell('first contentful paint', paints, undefined, MOST_PAINT_MS);
}

function tell(
  name: string,
  walls: readonly number[],
  cpus: readonly number[] | undefined,
  most: number,
): void {
  const p95 = percentile(walls, 0.95);
  if (p95 > most) missed++;
  const cpu = cpus ? percentile(cpus, 0.95).toFixed(1) : '';
  console.log(
    `${name.padEnd(30)} ${percentile(walls, 0.5).toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)} ${cpu.padStart(8)}   ${p95 <= most ? 'ok' : `MISSED (${most})`}`,
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(0);
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
