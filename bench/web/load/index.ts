import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Role } from '../../../src/model/person.ts';
import { refreshSummaries } from '../../../src/store/explore/summaries/refresh-summaries.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addAccount, findAccount } from '../../../src/store/people/accounts.ts';
import type { Store } from '../../../src/store/store.ts';
import { logIn, SESSION_COOKIE } from '../../../src/web/security/session.ts';
import { lookAt } from '../../crawl/watch-process.ts';
import { makeDatabase } from '../make-database.ts';
import { decide, type Met, read, type Someone } from './people.ts';

/**
 * 20 people who read and 5 who decide, while a night's load writes to the same database: npm run bench:people.
 * Ten minutes, or --minutes N. Nobody may meet with an error, 95 verdicts in 100 are answered within 300 ms, and
 * 99 transactions of the load in 100 hold the lock for at most 250 ms.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    reports: { type: 'string', default: '20000' },
    readers: { type: 'string', default: '20' },
    writers: { type: 'string', default: '5' },
  },
});
const MOST_VERDICT_MS = 300;
const MOST_HELD_MS = 250;
const ROOT = resolve(import.meta.dirname, '../../..');

const folder = mkdtempSync(join(tmpdir(), 'gongkai-review-load-'));
const children: ChildProcess[] = [];
let missed = 0;
try {
  await measure(copyDatabase(join(folder, 'gongkai.sqlite')));
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
}
console.log(missed === 0 ? '\nEvery target is reached.' : `\n${missed} MISSED.`);
process.exitCode = missed === 0 ? 0 : 1;

/** The database of that many reports is made once. */
function copyDatabase(file: string): string {
  const made = join(tmpdir(), 'gongkai-bench-web', `${values.reports}-1-runs.sqlite`);
  mkdirSync(dirname(made), { recursive: true });
  if (!existsSync(made)) {
    makeDatabase(made, { reports: Number(values.reports) });
    const store = openStore(made);
    refreshSummaries(store);
    store.close();
  }
  copyFileSync(made, file);
  return file;
}

async function measure(file: string): Promise<void> {
  const store = openStore(file);
  const counts = {
    reports: store.sqlite.prepare('SELECT max(id) FROM report').pluck().get() as number,
    findings: store.sqlite.prepare('SELECT max(id) FROM finding').pluck().get() as number,
  };
  const review = start([join(ROOT, 'dist/src/cli/main.js'), 'review', '--port', '0', '--database', file]);
  const address = /http:\S+/.exec(await saysFirst(review, 'http://'))?.[0].replace(/（.*/, '') ?? '';
  const load = start(['--import', 'tsx', join(import.meta.dirname, 'load-night.ts'), '--database', file]);
  const told = saysLast(load);
  const end = Date.now() + Number(values.minutes) * 60_000;
  const someone = (role: Role, nth: number): Someone => ({
    ...{ address, headers: headersOf(store, role, nth), seed: nth + 1, isOver: () => Date.now() > end },
  });
  const [readers, writers] = [Number(values.readers), Number(values.writers)];
  const met = await Promise.all([
    ...Array.from({ length: readers }, (_, nth) => read(someone('reader', nth), counts)),
    ...Array.from({ length: writers }, (_, nth) => decide(someone('auditor', nth + readers))),
  ]);
  const [ofReview, ofLoad] = [review, load].map(({ pid = 0 }) => lookAt(pid)?.cpuSeconds ?? Number.NaN);
  load.kill('SIGTERM');
  const { loaded, heldMs, workMs, errors } = JSON.parse(await told) as {
    loaded: number;
    heldMs: number[];
    workMs: number[];
    errors: string[];
  };
  store.close();
  console.log(
    `${counts.reports} reports, ${counts.findings} findings and ${loaded} loaded meanwhile; ${readers} readers, ${writers} writers, ${values.minutes} minutes; load average ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}`,
  );
  const waits = allWaits(met).length;
  console.log(
    `processor time: the app ${ofReview?.toFixed(1)} s for ${waits} pages and verdicts, the load ${ofLoad?.toFixed(1)} s`,
  );
  tell('pages, ms', allWaits(met.slice(0, readers)));
  tell('verdicts, ms', allWaits(met.slice(readers)), 0.95, MOST_VERDICT_MS);
  tell('transactions of the load, ms', heldMs, 0.99, MOST_HELD_MS);
  tell('their processor time, ms', workMs);
  const wrong = [...met.flatMap((one) => one.errors), ...errors];
  console.log(`errors ${wrong.length}`);
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
  if (wrong.length > 0) missed++;
}

function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

async function saysFirst(child: ChildProcess, words: string): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (said.includes(words)) return said;
  }
  throw new Error(`ended: ${said}`);
}

async function saysLast(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) said += chunk;
  return said.trim().split('\n').at(-1) ?? '';
}

/** Of somebody with an account of their own who is logged in. */
function headersOf(store: Store, role: Role, nth: number): Record<string, string> {
  const name = `${role}-${nth}`;
  const now = new Date();
  addAccount(store, { name, role, password: 'none', createdAt: now.toISOString() });
  const visit = { address: '', token: null, agent: 'bench' };
  const sessions = { idleMs: 3_600_000, wholeMs: 7_200_000 };
  const token = logIn(store, findAccount(store, name)?.id ?? 0, visit, sessions, now);
  return { cookie: `${SESSION_COOKIE}=${token}`, 'sec-fetch-site': 'same-origin' };
}

function allWaits(met: readonly Met[]): number[] {
  return met.flatMap(({ waitsMs }) => waitsMs);
}

function tell(name: string, values: readonly number[], share = 0.95, most = Number.POSITIVE_INFINITY): void {
  const at = (part: number): number => {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  };
  const isIn = at(share) <= most;
  if (!isIn) missed++;
  const figures = `p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, p99 ${at(0.99).toFixed(1)}, max ${at(1).toFixed(1)}`;
  const bound = Number.isFinite(most) ? ` (p${share * 100} at most ${most}: ${isIn ? 'ok' : 'MISSED'})` : '';
  console.log(`${name.padEnd(30)} ${String(values.length).padStart(7)}  ${figures}${bound}`);
}
