import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import type { Migration } from '../../src/store/migrations/index.ts';

const first: Migration = { number: 1, name: 'first', sql: 'CREATE TABLE a (x INTEGER) STRICT;' };
const second: Migration = {
  number: 2,
  name: 'second',
  sql: 'ALTER TABLE a ADD COLUMN y INTEGER; INSERT INTO a VALUES (1, 2);',
};

function memory() {
  const sqlite = new Database(':memory:');
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

test('migrations run once, in order', () => {
  const sqlite = memory();
  migrate(sqlite, 'x', [first]);
  migrate(sqlite, 'x', [first, second]);
  migrate(sqlite, 'x', [first, second]);
  expect(sqlite.prepare('SELECT * FROM a').all()).toEqual([{ x: 1, y: 2 }]);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2);
});

const changed: [what: string, migrations: readonly Migration[]][] = [
  ['edited', [{ ...first, sql: 'CREATE TABLE a (x TEXT) STRICT;' }, second]],
  ['renamed', [{ ...first, name: 'other' }, second]],
  [
    'put in another order',
    [
      { ...second, number: 1 },
      { ...first, number: 2 },
    ],
  ],
];

test.each(changed)('a migration that has run and was %s is refused', (_, migrations) => {
  const sqlite = memory();
  migrate(sqlite, 'x', [first, second]);
  expect(() => migrate(sqlite, 'x', migrations)).toThrow(
    expect.objectContaining({ problem: 'changed_migration' }),
  );
});

test('a schema from a newer version is refused', () => {
  const sqlite = memory();
  migrate(sqlite, 'x', [first, second]);
  expect(() => migrate(sqlite, 'x', [first])).toThrow(expect.objectContaining({ problem: 'newer_schema' }));
});

test('numbers with a gap are a fault of the program', () => {
  expect(() => migrate(memory(), 'x', [second])).toThrow('out of order');
});

test('a migration that fails leaves the schema before it', () => {
  const sqlite = memory();
  const broken = {
    number: 2,
    name: 'broken',
    sql: 'INSERT INTO a VALUES (7); INSERT INTO nowhere VALUES (1);',
  };
  expect(() => migrate(sqlite, 'x', [first, broken])).toThrow('nowhere');
  expect(sqlite.pragma('user_version', { simple: true })).toBe(1);
  expect(sqlite.prepare('SELECT * FROM a').all()).toEqual([]);
  migrate(sqlite, 'x', [first, second]);
});
