import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.ts';
import type { Equation } from '../../../src/validators/identities.ts';
import { buildSystem, isViolated, withChanges } from '../../../src/validators/localise/equation-system.ts';
import { findMinimalChanges } from '../../../src/validators/localise/minimal-changes.ts';
import { cellOf } from '../reading.ts';

/** A table of `rows` × `columns` numbers with a total column and a total row. */
function grid(values: readonly (readonly number[])[]): Equation[] {
  const cells = values.map((line, row) => line.map((value, column) => cellOf(`r${row}c${column}`, value)));
  const equation = (scope: string, left: readonly Cell[], right: Cell): Equation => ({
    ...{ rule: 'challenges.total', scope, left, right: [right] },
  });
  const rows = cells.map((line, row) => equation(`row ${row}`, line.slice(0, -1), line.at(-1) as Cell));
  const columns = (cells[0] ?? []).map((_, column) => {
    const line = cells.map((cellsOfRow) => cellsOfRow[column] as Cell);
    return equation(`column ${column}`, line.slice(0, -1), line.at(-1) as Cell);
  });
  return [...rows, ...columns];
}

const TABLE = [
  [1, 2, 3],
  [4, 5, 9],
  [5, 7, 12],
];
const withCell = (row: number, column: number, value: number) =>
  TABLE.map((line, r) => line.map((old, c) => (r === row && c === column ? value : old)));

const setsOf = (equations: readonly Equation[]) => {
  const system = buildSystem(equations);
  return findMinimalChanges(system)?.sets.map(({ changes }) =>
    Object.fromEntries([...changes].map(([at, value]) => [system.cells[at]?.variable, value])),
  );
};

test('a sound table needs no change', () => expect(setsOf(grid(TABLE))).toEqual([]));

test('a row and a column that are off by the same point at the cell where they cross', () => {
  expect(setsOf(grid(withCell(1, 0, 6)))).toEqual([{ r1c0: 4 }]);
  expect(setsOf(grid(withCell(2, 2, 13)))).toEqual([{ r2c2: 12 }]);
});

test('one equation alone blames each of its cells alike, but none below zero', () => {
  const cells = [cellOf('a', 1), cellOf('b', 5), cellOf('sum', 4)];
  const equation = {
    rule: 'challenges.total',
    scope: '',
    left: cells.slice(0, 2),
    right: cells.slice(2),
  } as const;
  expect(setsOf([equation])).toEqual([{ b: 3 }, { sum: 6 }]);
});

test('a blank cell may be the one that lacks its number', () => {
  const cells = [cellOf('a', 'blank'), cellOf('b', 5), cellOf('sum', 9)];
  const equation = {
    rule: 'challenges.total',
    scope: '',
    left: cells.slice(0, 2),
    right: cells.slice(2),
  } as const;
  expect(setsOf([equation])).toEqual([{ a: 4 }, { b: 9 }, { sum: 5 }]);
});

test('a cell that cannot be read takes its equations out of the system', () => {
  const equations = grid(withCell(1, 0, 6)).map((equation) => ({
    ...equation,
    left: equation.left.map((cell) => (cell.variable === 'r1c1' ? cellOf('r1c1', 'ambiguous') : cell)),
  }));
  expect(buildSystem(equations).rows.map(({ equation }) => equation.scope)).toEqual([
    ...['row 0', 'row 2', 'column 0', 'column 2'],
  ]);
  expect(setsOf(equations)).toEqual([{ r1c0: 4 }]);
});

/** Every subset of up to `size` cells, tried one by one with every value: slow and obviously right. */
function byForce(equations: readonly Equation[], size: number): number | null {
  const system = buildSystem(equations);
  const tryOut = (from: number, left: number, changes: Map<number, number>): boolean => {
    if (left === 0) return withChanges(system, changes).rows.every((row) => !isViolated(row));
    for (let at = from; at < system.cells.length; at++) {
      for (let value = 0; value <= 8; value++) {
        if (tryOut(at + 1, left - 1, new Map([...changes, [at, value]]))) return true;
      }
    }
    return false;
  };
  for (let cells = 0; cells <= size; cells++) if (tryOut(0, cells, new Map())) return cells;
  return null;
}

test('the sets are as small as trying everything finds, each mends all, and none is told twice', () => {
  const number = fc.integer({ min: 0, max: 3 });
  const table = fc.tuple(fc.tuple(number, number, number), fc.tuple(number, number, number));
  fc.assert(
    fc.property(table, (values) => {
      const equations = grid(values);
      const system = buildSystem(equations);
      const found = findMinimalChanges(system);
      const smallest = byForce(equations, 2);
      if (smallest !== null) expect(found?.size).toBe(smallest);
      for (const { changes } of found?.sets ?? []) {
        expect(withChanges(system, changes).rows.some(isViolated)).toBe(false);
        expect(changes.size).toBe(found?.size);
      }
      const keys = found?.sets.map(({ changes }) => JSON.stringify([...changes])) ?? [];
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 60, seed: 20261126 },
  );
});
