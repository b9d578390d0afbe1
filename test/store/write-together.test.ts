import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { writeTogether } from '../../src/store/write-together.ts';
import { tempDir } from '../archive/temp-archive.ts';

const straced = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

test('only the work at fault is refused; what came with it is written once', async () => {
  const store = openStore(join(tempDir(), 'a.sqlite'));
  store.sqlite.exec('CREATE TABLE note (text TEXT)');
  const insert = store.sqlite.prepare('INSERT INTO note VALUES (?)');
  const add = (text: string) => writeTogether(store, () => insert.run(text).changes);
  const bad = writeTogether(store, () => {
    insert.run('bad');
    throw new Error('at fault');
  });
  const results = await Promise.allSettled([add('a'), bad, add('b')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(store.sqlite.prepare('SELECT text FROM note').pluck().all()).toEqual(['a', 'b']);
  store.close();
});

test.runIf(straced)('no row is told of before the log that holds it is synced, and many share a sync', () => {
  const dir = tempDir();
  const trace = join(dir, 'trace');
  const calls = ['-f', '-y', '-e', 'trace=write,pwrite64,fsync,fdatasync', '-o', trace];
  const script = join(import.meta.dirname, 'write-endlessly.ts');
  const run = spawnSync(
    'strace',
    [...calls, process.execPath, '--import', 'tsx', script, join(dir, 'a.sqlite'), '40'],
    { encoding: 'utf8' },
  );
  expect(run.stdout.trim().split('\n')).toHaveLength(40);
  const steps = readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (/pwrite64\(\d+<.*-wal>/.test(line)) return 'row';
      if (/(?:fsync|fdatasync)\(\d+<.*-wal>/.test(line)) return 'sync';
      return /write\(1<.*"told/.test(line) ? 'told' : [];
    });
  const first = steps.indexOf('told');
  const written = steps.slice(0, first);
  expect(written.lastIndexOf('sync')).toBeGreaterThan(written.lastIndexOf('row'));
  // Closing the database syncs again.
  expect(steps.slice(first, first + 40)).toEqual(Array(40).fill('told'));
});
