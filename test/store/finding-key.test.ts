import { expect, test } from 'vitest';
import type { Cell } from '../../src/model/cell.ts';
import { keyFindings } from '../../src/store/finding-key.ts';
import { makeExtraction, variable } from './make-extraction.ts';

const { cells, findings } = makeExtraction({ seed: 3, cells: 30 });
const signatureOf = (record: readonly Cell[]): string | undefined =>
  keyFindings(findings, '', record)[0]?.signature;

const withCell = (index: number, change: Partial<Cell>): Cell[] =>
  cells.map((cell, at) => (at === index ? { ...cell, ...change } : cell));

/** Of a cell that the finding does not name, in the table that it speaks of. */
const READINGS: readonly Partial<Cell>[] = [
  { value: 5, raw: '5', status: 'reported' },
  { value: 5, raw: '5', status: 'ambiguous' },
  { value: 5, raw: '05', status: 'reported' },
  { value: 5, raw: null, status: 'reported' },
  { value: 5, raw: '', status: 'reported' },
  { value: null, raw: 'null', status: 'reported' },
  { value: null, raw: null, status: 'reported' },
  { value: null, raw: null, status: 'absent' },
  { value: null, raw: null, status: 'no_table' },
  { value: null, raw: '', status: 'blank' },
  { value: null, raw: '', status: 'dash' },
  { value: null, raw: '5\n5', status: 'unreadable' },
  { value: null, raw: '[5,"reported","05"]', status: 'unreadable' },
];

test('no two readings of a cell of the table have the same signature', () => {
  const signatures = READINGS.map((reading) => signatureOf(withCell(25, reading)));
  expect(new Set(signatures).size).toBe(READINGS.length);
});

test('which variable was read with which number counts, and which variables there were', () => {
  const swapped = [...cells];
  [swapped[25], swapped[26]] = [
    { ...(cells[26] as Cell), variable: variable(25) },
    { ...(cells[25] as Cell), variable: variable(26) },
  ];
  const others = [
    withCell(25, { value: 1, raw: '1', status: 'reported' }),
    withCell(25, { variable: variable(40) }),
    cells.slice(0, -1),
    [...cells, { ...(cells[29] as Cell), variable: variable(30) }],
    withCell(26, { value: 1, raw: '1', status: 'reported' }),
  ];
  const signatures = [cells, swapped, ...others].map(signatureOf);
  expect(signatureOf(cells.map((cell) => ({ ...cell })))).toBe(signatures[0]);
  expect(new Set(signatures).size).toBe(signatures.length);
});

test('where a cell was printed, what it may mean, and the cells of other tables do not count', () => {
  const other: Cell = { variable: 'disclosure.other', value: 1, raw: '1', status: 'reported', source: null };
  const same = [
    cells.map((cell) => ({ ...cell, source: null })),
    [...cells, other],
    [{ ...other, value: 2 }, ...cells],
  ];
  expect(same.map(signatureOf)).toEqual(same.map(() => signatureOf(cells)));
});
