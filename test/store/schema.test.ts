import { expect, test } from 'vitest';
import { CELL_STATUSES } from '../../src/model/status.ts';
import { checkIntegrity } from '../../src/store/check-integrity.ts';
import { query, tempStore } from './temp-store.ts';

interface Listed {
  readonly name: string;
  readonly type: string;
  readonly strict: number;
}

test('every table is STRICT', () => {
  const tables = query<Listed>(tempStore(), 'PRAGMA table_list').filter(
    ({ name, type }) => type === 'table' && !name.startsWith('sqlite_'),
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
});

test('every column named after a table is a foreign key to it', () => {
  const store = tempStore();
  const listed = query<Listed>(store, 'PRAGMA table_list').filter(({ type }) => type === 'table');
  const tables = listed.map(({ name }) => name);
  const missing = tables.flatMap((table) => {
    const columns = query<{ name: string }>(store, `PRAGMA table_info(${table})`).map(({ name }) => name);
    const keys = query<{ from: string; table: string }>(store, `PRAGMA foreign_key_list(${table})`);
    const wanted = columns.filter((column) => tables.includes(column) && column !== 'place');
    return wanted.filter((column) => !keys.some((key) => key.from === column && key.table === column));
  });
  expect(missing).toEqual([]);
});

test('no table has the name of a reader view', () => {
  const views = query<{ name: string }>(
    tempStore(),
    "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name",
  );
  expect(views.map(({ name }) => name)).toEqual([
    'corrections',
    'cross_checks',
    'decisions',
    'findings',
    'panel',
    'report_values',
    'reports',
    'rule_checks',
    'runs',
    'variables',
  ]);
});

test('the view report_values knows every status, in the order of the model', () => {
  const [view] = query<{ sql: string }>(
    tempStore(),
    "SELECT sql FROM sqlite_schema WHERE name = 'report_values'",
  );
  const listed = [...(view?.sql ?? '').matchAll(/WHEN (\d) THEN '(\w+)'/g)].map(([, index, name]) => [
    Number(index),
    name,
  ]);
  expect(listed).toEqual(CELL_STATUSES.map((status, index) => [index, status]));
});

test('a new database is sound', () => {
  expect(checkIntegrity(tempStore())).toEqual([]);
});
