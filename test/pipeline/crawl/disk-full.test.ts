import type { appendFileSync, fsync, writeSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { createRandom } from '../../generate/random.ts';
import { noticeBoard } from '../../sites/notice-board.ts';
import { contentOf, nightAfter, nightBed, storedReports } from './night-bed.ts';
import { damagesOf } from './night-digest.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
const SEED = Number(process.env['GONGKAI_SEED'] ?? 20260131);

/** What the disk says from this step on: a write, a sync or the cutting of a file of archive and database. */
const disk = vi.hoisted(() => ({ steps: 0, failsAt: Number.POSITIVE_INFINITY, code: 'ENOSPC' }));

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const failure = () => Object.assign(new Error(`${disk.code}: said the disk`), { code: disk.code });
  const fails = () => ++disk.steps > disk.failsAt;
  return {
    ...fs,
    writeSync: ((...args: Parameters<typeof writeSync>) => {
      if (fails()) throw failure();
      return fs.writeSync(...args);
    }) as typeof writeSync,
    fsync: ((descriptor: number, callback: (error: Error | null) => void) => {
      if (fails()) callback(failure());
      else fs.fsync(descriptor, callback);
    }) as typeof fsync,
    ftruncateSync: ((descriptor, length) => {
      if (fails()) throw failure();
      fs.ftruncateSync(descriptor, length);
    }) as typeof fs.ftruncateSync,
    appendFileSync: ((path, text, options) => {
      if (fails()) throw failure();
      fs.appendFileSync(path, text, options);
    }) as typeof appendFileSync,
  };
});
afterEach(() => {
  disk.failsAt = Number.POSITIVE_INFINITY;
});

async function bedOfTwo() {
  const boards = ['h0', 'h1'].map((name) =>
    noticeBoard({ host: `www.${name}.gov.cn`, id: `220382-${name}`, years: [2021, 2022] }),
  );
  return nightBed(
    boards.map(({ site }) => site),
    boards.map(({ source }) => source),
  );
}

/** Of a night that nothing disturbs: how many steps it takes, and what it leaves. */
async function undisturbed() {
  const bed = await bedOfTwo();
  disk.steps = 0;
  await bed.run();
  return { steps: disk.steps, reports: storedReports(bed) };
}

test.each([
  ['ENOSPC', 'disk_full'],
  ['EIO', 'broken_disk'],
  ['EROFS', 'no_access'],
])(
  `a disk that says %s at any step ends the night with ${'`%s`'}, and the next night leaves what an undisturbed one does (seed ${SEED})`,
  {
    timeout: 600_000,
  },
  async (code, problem) => {
    const wanted = await undisturbed();
    expect(wanted.steps).toBeGreaterThan(20);
    expect(wanted.reports).toHaveLength(4);
    const random = createRandom(SEED).fork(code);
    const tries = LONG ? wanted.steps : 6;
    let met = 0;
    for (let n = 0; n < tries; n++) {
      const bed = await bedOfTwo();
      Object.assign(disk, { steps: 0, code });
      disk.failsAt = LONG ? n : Math.floor(random.next() * wanted.steps);
      const failedAt = disk.failsAt;
      const night = await bed.run().catch((error: unknown) => error);
      // Syncs are shared by what is written meanwhile: a night may need some fewer.
      if (disk.steps <= failedAt) continue;
      met++;
      expect(night, `step ${failedAt}`).toMatchObject({ problem });
      disk.failsAt = Number.POSITIVE_INFINITY;
      expect(await bed.run({ at: nightAfter(1) }), `after step ${failedAt}`).toMatchObject({ exitCode: 0 });
      expect(storedReports(bed)).toEqual(wanted.reports);
      expect(damagesOf(bed.archive)).toEqual([]);
    }
    expect(met).toBeGreaterThan(tries / 2);
  },
);

test('a database that cannot grow ends the night with `disk_full`, and the next one goes on', {
  timeout: 600_000,
}, async () => {
  const wanted = await undisturbed();
  const bed = await bedOfTwo();
  const pages = () => Number(bed.store.sqlite.pragma('page_count', { simple: true }));
  let failures = 0;
  for (let room = 0; failures < 40; room++) {
    // SQLite's own bound says what a full disk makes it say: SQLITE_FULL.
    bed.store.sqlite.pragma(`max_page_count = ${pages() + room}`);
    try {
      await bed.run({ at: nightAfter(1) });
      break;
    } catch (error) {
      expect(error).toMatchObject({ problem: 'disk_full' });
      failures++;
    } finally {
      bed.store.sqlite.pragma('max_page_count = 4294967294');
    }
  }
  expect(failures).toBeGreaterThan(2);
  expect(storedReports(bed)).toEqual(wanted.reports);
  expect(bed.store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(bed.store.sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(Object.keys(contentOf(bed)).length).toBeGreaterThan(3);
});
