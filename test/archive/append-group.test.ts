import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { captures } from '../../src/archive/captures.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { rebuildIndex } from '../../src/archive/rebuild-index.ts';
import { makeExchange } from './make-exchange.ts';
import { gbkPage, tempArchive, tempDir } from './temp-archive.ts';

const straced = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
const page = (n: number, text = `年报 ${n}`) =>
  makeExchange({ url: `http://a.gov.cn/${n}`, payload: gbkPage(text) });

test('pages archived at one time are all there, each at the place that was told', async () => {
  const dir = tempDir();
  const archive = await tempArchive(dir);
  const kept = await Promise.all(
    Array.from({ length: 50 }, (_, n) => appendExchange(archive, page(n), { role: 'report' })),
  );
  for (const [n, { place }] of kept.entries()) {
    if (!place) throw new Error(`page ${n} has no place`);
    expect(Buffer.from(await readRecord(dir, place))).toEqual(Buffer.from(gbkPage(`年报 ${n}`)));
  }
  await archive.close();
  expect(rebuildIndex(dir).damages).toEqual([]);
});

test('the same payload twice at one time is a record and a revisit of it', async () => {
  const dir = tempDir();
  const archive = await tempArchive(dir);
  const kept = await Promise.all(
    [1, 2, 3].map((n) => appendExchange(archive, page(n, '同一份'), { role: 'report' })),
  );
  expect(kept.map(({ fresh }) => fresh)).toEqual([true, false, false]);
  expect(new Set(kept.map(({ place }) => place?.offset)).size).toBe(1);
  expect([...captures({ dir })].map(({ type }) => type)).toEqual(['response', 'revisit', 'revisit']);
});

test('one that cannot be archived does not hold up those that came with it', async () => {
  const archive = await tempArchive();
  const bad = { ...page(2), date: new Date(Number.NaN) };
  const kept = await Promise.allSettled(
    [page(1), bad, page(3)].map((exchange) => appendExchange(archive, exchange, { role: 'report' })),
  );
  expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test.runIf(straced)('pages that come while others are synced share one sync', () => {
  const dir = tempDir();
  const trace = join(tempDir(), 'trace');
  const script = join(import.meta.dirname, 'append-together.ts');
  const args = [
    '-f',
    '-y',
    '-e',
    'trace=fsync',
    '-o',
    trace,
    process.execPath,
    '--import',
    'tsx',
    script,
    dir,
  ];
  expect(spawnSync('strace', [...args, '60']).status).toBe(0);
  const syncs = readFileSync(trace, 'utf8').match(/fsync\(\d+<.*\.warc\.gz>/g) ?? [];
  expect(syncs.length).toBeGreaterThan(0);
  expect(syncs.length).toBeLessThan(6);
});
