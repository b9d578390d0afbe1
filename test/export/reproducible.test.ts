import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { holdWriters } from '../../src/store/release/hold-writers.ts';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, exportFrom, MIXED, makeDatabase } from './make-release.ts';

const run = promisify(execFile);

test('two processes in other time zones and languages write the same bytes to every file', async () => {
  const dir = tempDir();
  const database = join(dir, 'db.sqlite');
  makeDatabase(database, MIXED, correctTwo);
  const build = (to: string, env: Record<string, string>) =>
    run(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'build-release.ts'), database, join(dir, to)],
      {
        env: { ...process.env, ...env },
      },
    );
  await Promise.all([
    build('shanghai', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }),
    build('new-york', { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }),
  ]);
  const sums = (name: string) =>
    readFileSync(join(dir, name, 'SHA256SUMS'), 'utf8')
      .trimEnd()
      .split('\n');
  expect(sums('new-york')).toEqual(sums('shanghai'));
  expect(sums('shanghai').length).toBeGreaterThan(45);
});

test('several threads write the same bytes as one', async () => {
  const dir = tempDir();
  const database = join(dir, 'db.sqlite');
  makeDatabase(database, MIXED, correctTwo);
  const sums = [];
  for (const threads of [1, 2]) {
    const to = join(dir, String(threads));
    let passed = 0;
    await exportFrom(database, { to, threads, onReport: () => passed++ });
    expect(passed).toBe(MIXED.length * 3);
    sums.push(readFileSync(join(to, 'SHA256SUMS'), 'utf8'));
  }
  expect(sums[1]).toBe(sums[0]);
});

test('while threads begin, nobody can write, and then all can', async () => {
  const dir = tempDir();
  const database = join(dir, 'db.sqlite');
  makeDatabase(database, MIXED.slice(0, 1));
  const other = openStore(database);
  other.sqlite.pragma('busy_timeout = 0');
  const write = () => other.sqlite.exec("UPDATE report SET title = 'x'");
  await holdWriters(database, async () => expect(write).toThrow('locked'));
  expect(write).not.toThrow();
  other.close();
});
