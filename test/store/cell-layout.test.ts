import { expect, test } from 'vitest';
import type { Cell } from '../../src/model/cell.ts';
import { layoutOf } from '../../src/store/cell-layout.ts';

const cellsOf = (...variables: readonly string[]): Cell[] =>
  variables.map((variable) => ({ variable, value: 0, raw: '0', status: 'reported', source: null }));

test('a layout says where each variable and each table is, whatever their order', () => {
  const { variables, indexOf, tables } = layoutOf(cellsOf('one.a', 'two.a', 'one.b'));
  expect(variables).toEqual(['one.a', 'two.a', 'one.b']);
  expect(indexOf.get('one.b')).toBe(2);
  expect([...tables]).toEqual([
    ['one', { variables: ['one.a', 'one.b'], indexes: [0, 2] }],
    ['two', { variables: ['two.a'], indexes: [1] }],
  ]);
});

test('records of the same variables share a layout; one of as many others never gets it', () => {
  const first = layoutOf(cellsOf('one.a', 'one.b'));
  expect(layoutOf(cellsOf('one.a', 'one.b'))).toBe(first);
  expect(layoutOf(cellsOf('one.a', 'one.c')).variables).toEqual(['one.a', 'one.c']);
  expect(layoutOf(cellsOf('one.b', 'one.a')).indexOf.get('one.a')).toBe(1);
  expect(layoutOf([]).tables.size).toBe(0);
});
