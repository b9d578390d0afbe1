import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { FORM_2021, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import { imputeBlanks } from '../../src/validators/impute-blanks.ts';
import { makeFigures } from '../generate/figures.ts';
import { createRandom } from '../generate/random.ts';
import { cellOf, type Printed } from './reading.ts';

const ROWS = ['one', 'two', 'sum'];
const COLUMNS = ['a', 'b', 'total'];
/** Two rows and two columns with their sums. */
const form = (rule: 'applications.row_total' | 'statistics.total' = 'applications.row_total'): Form => ({
  ...FORM_2021,
  identities: [
    { rule, over: ROWS, left: ['{x}.a', '{x}.b'], right: ['{x}.total'] },
    { rule, over: COLUMNS, left: ['one.{x}', 'two.{x}'], right: ['sum.{x}'] },
  ],
});

function imputed(
  table: readonly (readonly Printed[])[],
  of = form(),
  unordered: readonly string[] = [],
): Record<string, number> {
  const cells = table.flatMap((line, row) =>
    line.map((printed, column): Cell => cellOf(`${ROWS[row]}.${COLUMNS[column]}`, printed)),
  );
  const after = imputeBlanks(of, cells, new Set(unordered));
  expect(after.map(({ imputed: _, ...cell }) => cell)).toEqual(cells);
  return Object.fromEntries(
    after.flatMap(({ variable, imputed: value }) => (typeof value === 'number' ? [[variable, value]] : [])),
  );
}

const _ = 'blank';

describe('imputeBlanks', () => {
  test('a blank total is the sum of its printed parts', () =>
    expect(
      imputed([
        [20, 7, _],
        [1, 2, 3],
        [21, 9, 30],
      ]),
    ).toEqual({ 'one.total': 27 }));

  test('a blank beside a total that the others reach holds nothing', () =>
    expect(
      imputed([
        [27, _, 27],
        [1, _, 1],
        [28, _, 28],
      ]),
    ).toEqual({ 'one.b': 0, 'two.b': 0, 'sum.b': 0 }));

  // Exchanged with another column, the blanks would be another column's: the sums hold either way.
  test('nothing is imputed where no header says which column is which', () =>
    expect(
      imputed(
        [
          [27, _, 27],
          [1, _, 1],
          [28, _, 28],
        ],
        form(),
        ['one.b', 'two.b'],
      ),
    ).toEqual({ 'sum.b': 0 }));

  // A number that was lost in the middle of the row: those behind it moved up, and the last cell is empty.
  test('nothing is imputed in a printed row that contradicts itself, or behind its last number', () => {
    const names = formVariables(FORM_2021).filter(({ table }) => table === 'challenges');
    const row = [1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 5, 0, 0, 5] as const;
    const read = (numbers: readonly number[]): readonly Cell[] =>
      imputeBlanks(
        FORM_2021,
        names.map(({ name }, at) =>
          cellOf(name, Number.isNaN(numbers[at] ?? Number.NaN) ? _ : (numbers[at] ?? _)),
        ),
      ).filter(({ imputed: value }) => typeof value === 'number');
    const whole = [...row, 10];
    const without = (at: number): readonly number[] => whole.with(at, Number.NaN);
    expect(read(without(6))).toMatchObject([{ variable: names[6]?.name, imputed: 0 }]);
    expect(read(without(6).with(0, 2))).toEqual([]);
    expect(read(row)).toEqual([]);
  });

  test('one proof leads to the next', () =>
    expect(
      imputed([
        [20, 7, _],
        [1, 2, _],
        [21, 9, _],
      ]),
    ).toEqual({ 'one.total': 27, 'two.total': 3, 'sum.total': 30 }));

  test('of two blanks that share a remainder neither is proven', () =>
    expect(
      imputed([
        [_, _, _],
        [1, 2, 3],
        ['ambiguous', 'ambiguous', 'ambiguous'],
      ]),
    ).toEqual({}));

  test('an equation that fails proves nothing, nor do those that share a cell with it', () =>
    expect(
      imputed([
        [20, _, 27],
        [1, 2, _],
        [21, 2, 30],
      ]),
    ).toEqual({ 'two.total': 3 }));

  test('a number left out is proven when its row and its column both lack it', () =>
    expect(
      imputed([
        [20, _, 27],
        [1, 2, 3],
        [21, 9, 30],
      ]),
    ).toEqual({ 'one.b': 7 }));

  test('where some cells of a table are ambiguous its blanks prove nothing', () => {
    const row = 'applications.granted';
    const columns = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_welfare_org'];
    const printed = [...columns, 'legal_service_org', 'other_org'].map((column, at) =>
      cellOf(`${row}.${column}`, at === 0 ? 3 : _),
    );
    const whole = [...printed, cellOf(`${row}.total`, 3)];
    const proven = (cells: readonly Cell[]) =>
      imputeBlanks(FORM_2021, cells).filter(({ imputed }) => imputed === 0);
    expect(proven(whole)).toHaveLength(5);
    expect(proven([...whole, cellOf('applications.carried_in.total', 'ambiguous')])).toEqual([]);
  });

  test('a printed placeholder is no blank', () =>
    expect(
      imputed([
        [27, 'dash', 27],
        [1, 0, 1],
        [28, 0, 28],
      ]),
    ).toEqual({}));

  test('sums that need not be complete prove nothing', () =>
    expect(
      imputed(
        [
          [20, 7, _],
          [1, 2, 3],
          [21, 9, 30],
        ],
        form('statistics.total'),
      ),
    ).toEqual({}));

  test('a report without blanks stays as it is', () => {
    const cells = [cellOf('one.a', 1)];
    expect(imputeBlanks(form(), cells)).toBe(cells);
  });
});

const SEED = 20261126;
const DRAWN = 300;

test('what is imputed in drawn reports that leave cells out is what they held', () => {
  let proven = 0;
  let blank = 0;
  for (let seed = SEED; seed < SEED + DRAWN; seed++) {
    const random = createRandom(seed);
    const size = (['tiny', 'county', 'city', 'province'] as const)[seed % 4] ?? 'county';
    const figures = makeFigures(random, { layout: '2021', other: 'three rows', size, naturalOnly: false });
    // Zeros left blank, as many publishers do, and a few numbers forgotten.
    const forgets = seed % 3 === 0 ? 0.02 : 0;
    const cells = [...figures].map(([name, value]) =>
      cellOf(
        name,
        (value === 0 && random.integer(0, 9) < 8) || random.integer(0, 999) < forgets * 1000 ? _ : value,
      ),
    );
    for (const { variable, status, imputed: value } of imputeBlanks(FORM_2021, cells)) {
      if (status !== 'blank') continue;
      blank++;
      if (typeof value !== 'number') continue;
      proven++;
      expect(value, `seed ${seed}, ${variable}`).toBe(figures.get(variable));
    }
  }
  expect(proven / blank).toBeGreaterThan(0.5);
});
