import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { latency } from '../../sites/faults.ts';
import { noticeBoard } from '../../sites/notice-board.ts';
import { type Fault, type LocalWeb, startWeb } from '../../sites/web.ts';
import { writeRegistry } from '../../sites/write-registry.ts';

const MAIN = ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')];
const STOPPED = 11;
const LOCKED = 5;
const DISK_FULL = 3;

interface Place {
  readonly dir: string;
  readonly web: LocalWeb;
  start(...more: readonly string[]): Run;
}

interface Run {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  stderr(): string;
}

/** A registry of some small sites on a web with a fault, and a folder for what is made of them. */
async function prepare(faults: Fault, hosts = 3): Promise<Place> {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-run-'));
  const boards = Array.from({ length: hosts }, (_, at) =>
    noticeBoard({ host: `www.h${at}.gov.cn`, id: `220382-h${at}`, years: [2022] }),
  );
  writeRegistry(
    join(dir, 'sources'),
    boards.map(({ source }) => source),
  );
  const web = await startWeb(
    boards.map(({ site }) => site),
    { faults },
  );
  onTestFinished(async () => {
    await web.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const args = [
    ...[...MAIN, 'run', '--sources', join(dir, 'sources'), '--connect-to', web.connectTo, '--delay', '0'],
    ...['--database', join(dir, 'g.sqlite'), '--archive', join(dir, 'archive'), '--lang', 'en'],
  ];
  const start = (...more: readonly string[]): Run => {
    const child = spawn(process.execPath, [...args, ...more], { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr?.on('data', (piece) => {
      text += piece;
    });
    const exit = once(child, 'close').then(([code]) => code as number | null);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    return { child, exit, stderr: () => text };
  };
  return { dir, web, start };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(20);
}

test('asked to stop, a run ends by itself with its code and its report, and the next goes on', {
  timeout: 180_000,
}, async () => {
  const place = await prepare(latency(150));
  const run = place.start();
  await until(() => place.web.log.length > 2);
  const asked = performance.now();
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(STOPPED);
  expect(performance.now() - asked).toBeLessThan(30_000);
  expect(readdirSync(join(place.dir, 'g.sqlite.runs'))).toEqual(
    expect.arrayContaining(['latest.json', 'run-000001.html', 'run-000001.json', 'run-000001.txt']),
  );
  expect(await place.start().exit).toBe(0);
});

test('with less room than --min-free nothing is fetched, and the next run goes on', {
  timeout: 180_000,
}, async () => {
  const place = await prepare(latency(1));
  expect(await place.start('--min-free', '100%').exit).toBe(DISK_FULL);
  expect(place.web.log).toEqual([]);
  const report = JSON.parse(readFileSync(join(place.dir, 'g.sqlite.runs', 'latest.json'), 'utf8'));
  expect(report).toMatchObject({ exitCode: DISK_FULL, alarms: [{ kind: 'disk_low' }] });
  expect(await place.start().exit).toBe(0);
});

test('a second signal ends it at once, and what it leaves is gone on with', {
  timeout: 180_000,
}, async () => {
  const place = await prepare(latency(150));
  const run = place.start();
  await until(() => place.web.log.length > 2);
  run.child.kill('SIGTERM');
  // Two signals at once may come as one.
  await until(() => run.stderr().includes('stopping'));
  const asked = performance.now();
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(STOPPED);
  expect(performance.now() - asked).toBeLessThan(2_000);
  expect(await place.start().exit).toBe(0);
});

test('a second run is refused while the first holds the lock, and told which; a killed holder holds nothing', {
  timeout: 180_000,
}, async () => {
  const place = await prepare(
    (request, ...rest) => request.path !== '/robots.txt' && latency(100_000)(request, ...rest),
  );
  const first = place.start();
  await until(() => place.web.log.length > 0);
  const second = place.start();
  expect(await second.exit).toBe(LOCKED);
  expect(second.stderr()).toContain(`${first.child.pid}@${hostname()}`);
  first.child.kill('SIGKILL');
  await first.exit;
  const third = place.start();
  await until(() => place.web.log.length > 3 || third.child.exitCode !== null);
  expect(third.child.exitCode).toBeNull();
});

test('of many runs started at once exactly one runs', { timeout: 300_000 }, async () => {
  const many = process.env['GONGKAI_LONG'] === '1' ? 50 : 6;
  const place = await prepare(
    (request, ...rest) => request.path !== '/robots.txt' && latency(100_000)(request, ...rest),
  );
  const runs = Array.from({ length: many }, () => place.start());
  const ended = new Set<Run>();
  for (const run of runs) run.exit.then(() => ended.add(run));
  await until(() => ended.size >= many - 1);
  await sleep(500);
  const [holder] = runs.filter((run) => !ended.has(run));
  expect(ended.size).toBe(many - 1);
  for (const run of ended) {
    expect(await run.exit).toBe(LOCKED);
    expect(run.stderr()).toContain(`${holder?.child.pid}@`);
  }
});
