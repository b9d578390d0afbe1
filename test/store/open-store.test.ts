import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { explainSqliteError } from '../../src/store/explain-sqlite-error.ts';
import { openStore } from '../../src/store/open-store.ts';
import { BUSY_TIMEOUT_MS } from '../../src/store/pragmas.ts';
import { StoreError, type StoreProblem } from '../../src/store/store-error.ts';
import { makeExtraction } from './make-extraction.ts';
import { load, tempDir, tempStore } from './temp-store.ts';

const problemOf = (work: () => unknown): StoreProblem | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.problem;
    throw error;
  }
  return undefined;
};

/** A closed database with a report in it. */
function makeFile(): string {
  const store = tempStore();
  for (let seed = 1; seed <= 20; seed++) load(store, makeExtraction({ seed }));
  store.close();
  return store.file;
}

test('a writer has the pragmas it needs', () => {
  const { sqlite } = tempStore();
  const read = (name: string) => sqlite.pragma(name, { simple: true });
  expect(read('journal_mode')).toBe('wal');
  expect(read('foreign_keys')).toBe(1);
  expect(read('busy_timeout')).toBe(BUSY_TIMEOUT_MS);
  expect(BUSY_TIMEOUT_MS).toBeGreaterThanOrEqual(5000);
  expect(read('cache_size')).toBe(-16_000);
  expect(read('trusted_schema')).toBe(0);
  expect(read('synchronous')).toBe(1);
});

test('a reader cannot write, and sees the file in WAL mode', () => {
  const file = makeFile();
  const store = openStore(file, { readonly: true });
  expect(store.sqlite.pragma('query_only', { simple: true })).toBe(1);
  expect(store.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(problemOf(() => load(store, makeExtraction({ seed: 99 })))).toBe('no_access');
  store.close();
});

test('opening creates the directories and a database that can be opened again', () => {
  const file = join(tempDir(), 'a', 'b', 'new.sqlite');
  openStore(file).close();
  openStore(file).close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('reading a database that does not exist creates none', () => {
  const file = join(tempDir(), 'none.sqlite');
  expect(problemOf(() => openStore(file, { readonly: true }))).toBe('missing');
  expect(existsSync(file)).toBe(false);
});

const badFiles: [name: string, problem: StoreProblem, make: (file: string) => void][] = [
  ['empty', 'empty_file', (file) => writeFileSync(file, '')],
  ['a text', 'not_a_database', (file) => writeFileSync(file, '政府信息公开工作年度报告'.repeat(100))],
  ['a few bytes', 'not_a_database', (file) => writeFileSync(file, 'SQLite')],
  ['only a header', 'corrupt', (file) => writeFileSync(file, readFileSync(makeFile()).subarray(0, 100))],
  ['a directory', 'not_a_file', (file) => mkdirSync(file)],
  ['another program’s', 'foreign', (file) => new Database(file).exec('CREATE TABLE note (text)').close()],
  ['cut in half', 'corrupt', (file) => copyCut(file)],
  ['a damaged page', 'corrupt', (file) => copyDamaged(file)],
  ['a damaged schema', 'corrupt', (file) => copyDamaged(file, 200)],
  ['a newer schema', 'newer_schema', (file) => copyNewer(file)],
];

test.each(badFiles)('a file that is %s is refused as %s and left as it is', (_, problem, make) => {
  const file = join(tempDir(), 'bad.sqlite');
  make(file);
  const before = problem === 'not_a_file' ? undefined : readFileSync(file);
  expect(problemOf(() => openStore(file))).toBe(problem);
  expect(problemOf(() => openStore(file, { readonly: true }))).toBe(problem);
  if (before) expect(readFileSync(file).equals(before)).toBe(true);
});

function copyCut(file: string): void {
  const whole = readFileSync(makeFile());
  writeFileSync(file, whole);
  truncateSync(file, Math.floor(whole.length / 2));
}

function copyDamaged(file: string, from?: number): void {
  const bytes = readFileSync(makeFile());
  bytes.fill(0xa5, from ?? bytes.length - 4096 * 3, from ? 4096 : bytes.length - 4096);
  writeFileSync(file, bytes);
}

function copyNewer(file: string): void {
  writeFileSync(file, readFileSync(makeFile()));
  new Database(file).exec("INSERT INTO migration VALUES (99, 'from the future', '')").close();
  const sqlite = new Database(file);
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
}

test('a place that cannot be written is said to be so', () => {
  expect(problemOf(() => openStore('/proc/gongkai.sqlite'))).toBe('no_access');
});

test('errors of SQLite say what to do, other errors stay as they are', () => {
  const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  expect(explainSqliteError(busy, 'x.sqlite')).toMatchObject({ problem: 'locked', cause: busy });
  expect(explainSqliteError(full, 'x.sqlite')).toMatchObject({ problem: 'disk_full' });
  expect((explainSqliteError(full, 'x.sqlite') as Error).message).toContain('Free some space');
  const other = new TypeError('x');
  expect(explainSqliteError(other, 'x.sqlite')).toBe(other);
});
