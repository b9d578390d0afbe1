import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  type appendFileSync,
  type fsync,
  type fsyncSync,
  readdirSync,
  readFileSync,
  type writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test, vi } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Place } from '../../src/archive/place.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { rebuildIndex } from '../../src/archive/rebuild-index.ts';
import { makeExchange } from './make-exchange.ts';
import { gbkPage, tempArchive, tempDir } from './temp-archive.ts';

/** What the disk says from this write on, or from this opening of a file on; half of what was to be written is. */
const disk = vi.hoisted(() => ({ writesLeft: Number.POSITIVE_INFINITY, code: 'ENOSPC' }));

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const full = () => Object.assign(new Error(`${disk.code}: said the disk`), { code: disk.code });
  const fails = () => disk.writesLeft-- <= 0;
  // Too many open files: a file that is open can be written to.
  const isFull = () => disk.code !== 'EMFILE' && fails();
  return {
    ...fs,
    openSync: ((...args) => {
      if (disk.code === 'EMFILE' && fails()) throw full();
      return fs.openSync(...args);
    }) as typeof fs.openSync,
    writeSync: ((...args: Parameters<typeof writeSync>) => {
      if (!isFull()) return fs.writeSync(...args);
      const [descriptor, bytes, from, length, at] = args as unknown as [
        number,
        Buffer,
        number,
        number,
        number,
      ];
      fs.writeSync(descriptor, bytes, from, Math.floor(length / 2), at);
      throw full();
    }) as typeof writeSync,
    fsyncSync: ((descriptor) => {
      if (isFull()) throw full();
      fs.fsyncSync(descriptor);
    }) as typeof fsyncSync,
    fsync: ((descriptor: number, callback: (error: Error | null) => void) => {
      if (isFull()) callback(full());
      else fs.fsync(descriptor, callback);
    }) as typeof fsync,
    ftruncateSync: ((descriptor, length) => {
      if (isFull()) throw full();
      fs.ftruncateSync(descriptor, length);
    }) as typeof fs.ftruncateSync,
    appendFileSync: ((path, text, options) => {
      if (!isFull()) return fs.appendFileSync(path, text, options);
      fs.appendFileSync(path, String(text).slice(0, String(text).length / 2), options);
      throw full();
    }) as typeof appendFileSync,
  };
});
afterEach(() => {
  Object.assign(disk, { writesLeft: Number.POSITIVE_INFINITY, code: 'ENOSPC' });
});

const exchange = (n: number) =>
  makeExchange({ url: `http://a.gov.cn/${n}`, payload: gbkPage(`年报 ${n} `.repeat(50)) });

/** Archives 5 pages into small files; returns the places that were told, and whether the disk was found full. */
async function fill(
  dir: string,
  fullAfter: number,
  problem: string,
): Promise<{ told: Place[]; failures: number }> {
  const archive = await openArchive(dir, { fileLimitBytes: 3000 });
  const told: Place[] = [];
  let failures = 0;
  disk.writesLeft = fullAfter;
  for (let n = 0; n < 5; n++) {
    try {
      const { place } = await appendExchange(archive, exchange(n), { role: 'report' });
      if (place) told.push(place);
    } catch (error) {
      expect(error).toMatchObject({ problem });
      failures++;
      // Alternately it stays full for the next write, and has room again.
      disk.writesLeft = n % 2 ? 0 : Number.POSITIVE_INFINITY;
    }
  }
  disk.writesLeft = Number.POSITIVE_INFINITY;
  await archive.close();
  return { told, failures };
}

/** What was told is there, the archive opens, goes on, and its index is that of its files. */
async function expectSound(dir: string, told: readonly Place[]): Promise<void> {
  const archive = await tempArchive(dir, { fileLimitBytes: 3000 });
  for (const place of told) {
    await readRecord(dir, place);
    expect(archive.places.get(place.sha256)).toBeDefined();
  }
  for (let n = 0; n < 5; n++) await appendExchange(archive, exchange(n), { role: 'report' });
  expect(archive.places.size).toBe(5);
  await archive.close();
  const indexes = () =>
    readdirSync(dir)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readFileSync(join(dir, name), 'utf8'))
      // A file that was begun and left empty may have none.
      .filter((text) => text !== '');
  const written = indexes();
  const { damages } = rebuildIndex(dir);
  expect(damages.every(({ reason }) => reason === 'cut_off')).toBe(true);
  expect(indexes()).toEqual(written);
}

test.each([
  ['full', 'ENOSPC', 'disk_full', 15],
  ['broken', 'EIO', 'broken_disk', 15],
  ['read-only', 'EROFS', 'no_access', 15],
  ['out of open files', 'EMFILE', 'no_access', 3],
])('a disk that is %s (%s) at any step leaves a sound archive', async (_, code, problem, steps) => {
  disk.code = code;
  let failures = 1;
  let index = 0;
  for (; failures > 0 && index < 100; index++) {
    const dir = tempDir();
    const filled = await fill(dir, index, problem);
    failures = filled.failures;
    await expectSound(dir, filled.told);
  }
  expect(index).toBeGreaterThan(steps);
  expect(failures).toBe(0);
});

/** How many records are told before the process is killed; the signal arrives somewhere in those behind. */
const KILLED_AFTER = process.env['GONGKAI_LONG']
  ? Array.from({ length: 60 }, (_, n) => 1 + ((n * 37) % 200))
  : [1, 4, 23];

const APPENDER = join(import.meta.dirname, 'append-endlessly.ts');
const appenderArgs = (dir: string, pages: number) => ['--import', 'tsx', APPENDER, dir, String(pages)];

test('after kill −9 at any moment every record that was told is there', async () => {
  const dir = tempDir();
  const told: Place[] = [];
  for (const after of KILLED_AFTER) {
    const child = spawn(process.execPath, appenderArgs(dir, 1e6), { stdio: ['ignore', 'pipe', 'inherit'] });
    let lines = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      told.push(JSON.parse(line));
      if (++lines === after) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  expect(told.length).toBeGreaterThanOrEqual(KILLED_AFTER.reduce((sum, after) => sum + after));
  const archive = await tempArchive(dir);
  for (const place of told) expect((await readRecord(dir, place)).length).toBeGreaterThan(0);
  await archive.close();
  expect(rebuildIndex(dir).damages.every(({ reason }) => reason === 'cut_off')).toBe(true);
});

const straced = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

test.runIf(straced)(
  'bytes are written and synced before the index, and the index before the caller is told',
  () => {
    const dir = tempDir();
    const trace = join(tempDir(), 'trace');
    const calls = ['-f', '-y', '-s', '200', '-e', 'trace=write,writev,pwrite64,fsync', '-o', trace];
    const run = spawnSync('strace', [...calls, process.execPath, ...appenderArgs(dir, 2)], {
      encoding: 'utf8',
    });
    expect(run.stdout.trim().split('\n')).toHaveLength(2);
    const steps = readFileSync(trace, 'utf8')
      .split('\n')
      .flatMap((line) => {
        if (/pwrite64\(\d+<.*\.warc\.gz>/.test(line)) return 'bytes';
        if (/fsync\(\d+<.*\.warc\.gz>/.test(line)) return 'sync';
        if (/write\(\d+<.*\.index\.jsonl>/.test(line)) return 'index';
        return /write\(1<.*\\"file\\"/.test(line) ? 'told' : [];
      });
    // However many writes the members of a group take.
    const changes = steps.filter((step, at) => step !== steps[at - 1]);
    expect(changes).toEqual(['bytes', 'sync', 'index', 'told', 'bytes', 'sync', 'index', 'told']);
  },
);
