import { describe, expect, it } from 'vitest';
import { fromRowSteps, toRowSteps } from '../../../src/store/places/row-steps.ts';

describe('toRowSteps', () => {
  it.each([
    ['cells row by row', [0, 0, 0, 1, 1, 1], [0, 1, 2, 0, 1, 2], [0, 0, 0, 0, 0, 0]],
    ['a table that begins further down', [4, 4, 5], [1, 2, 1], [4, 0, 0]],
    ['rows that are left out', [0, 0, 3], [0, 1, 0], [0, 0, 2]],
    ['one column', [0, 1, 2], [3, 3, 3], [0, 0, 0]],
    ['the next table', [8, 9, 0, 0], [5, 5, 0, 1], [8, 0, -10, 0]],
    ['a column that stands above the one before', [2, 1], [0, 1], [2, -1]],
    ['nothing', [], [], []],
  ])('%s', (_, rows, columns, steps) => {
    expect(toRowSteps(rows, columns)).toEqual(steps);
    expect(fromRowSteps(steps, columns)).toEqual(rows);
  });
});
