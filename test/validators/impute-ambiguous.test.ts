import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { FORM_2021, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import { imputeAmbiguous } from '../../src/validators/impute-ambiguous.ts';
import { countProcessorTime } from '../processor-time.ts';
import { cellOf } from './reading.ts';

/** Two rows of three columns and a row of their sums; the last column is the sum of the others. */
const COLUMNS = ['a', 'b', 'c', 'total'] as const;
const ROWS = ['one', 'two', 'sum'] as const;
const SMALL: Form = {
  ...FORM_2021,
  blocks: [],
  identities: [
    {
      rule: 'applications.row_total',
      over: ROWS,
      left: COLUMNS.slice(0, -1).map((column) => `applications.{x}.${column}`),
      right: ['applications.{x}.total'],
    },
    {
      rule: 'applications.result_total',
      over: COLUMNS,
      left: ['applications.one.{x}', 'applications.two.{x}'],
      right: ['applications.sum.{x}'],
    },
  ],
};

type Row = readonly number[];
type Loose = { readonly row: string; readonly tokens: Row };

const name = (row: string, column: string): string => `applications.${row}.${column}`;

/** Cells of the rows; of a row in `loose` only its numbers other than 0 came, and their columns are not known. */
function cellsOf(figures: readonly Row[], loose: ReadonlySet<string>): Cell[] {
  return ROWS.flatMap((row, at) => {
    const numbers = figures[at] ?? [];
    const raw = numbers.filter((value) => value !== 0).join(' | ');
    return COLUMNS.map(
      (column, index): Cell =>
        loose.has(row)
          ? { variable: name(row, column), value: null, raw, status: 'ambiguous', source: null }
          : cellOf(name(row, column), numbers[index] ?? 0),
    );
  });
}

/** All ways to spread the numbers over four columns in order. */
function spreads(tokens: Row, columns: number): Row[] {
  if (columns === 0) return tokens.length === 0 ? [[]] : [];
  const [first, ...rest] = tokens;
  const skipped = spreads(tokens, columns - 1).map((others) => [0, ...others]);
  return first === undefined
    ? skipped
    : [...skipped, ...spreads(rest, columns - 1).map((others) => [first, ...others])];
}

/** Every filling of the whole table that keeps all sums, found by trying all of them. */
function fillings(figures: readonly Row[], loose: readonly Loose[]): (readonly Row[])[] {
  const choices = ROWS.map((row, at) => {
    const own = loose.find((entry) => entry.row === row);
    return own ? spreads(own.tokens, COLUMNS.length) : [figures[at] ?? []];
  });
  const holds = ([one = [], two = [], sum = []]: readonly Row[]): boolean =>
    [one, two, sum].every(([a = 0, b = 0, c = 0, total = 0]) => a + b + c === total) &&
    COLUMNS.every((_, at) => (one[at] ?? 0) + (two[at] ?? 0) === (sum[at] ?? 0));
  return (choices[0] ?? [])
    .flatMap((one) => (choices[1] ?? []).flatMap((two) => (choices[2] ?? []).map((sum) => [one, two, sum])))
    .filter(holds);
}

const part: fc.Arbitrary<number> = fc.constantFrom(0, 0, 0, 1, 2, 3);
const row = fc
  .tuple(part, part, part)
  .map((parts): Row => [...parts, parts.reduce((sum, value) => sum + value, 0)]);

describe('imputeAmbiguous', () => {
  test('imputes exactly what every filling agrees on', () => {
    fc.assert(
      fc.property(row, row, fc.subarray([...ROWS], { minLength: 1 }), (one, two, rows) => {
        const figures = [one, two, one.map((value, at) => value + (two[at] ?? 0))];
        const cells = cellsOf(figures, new Set(rows));
        const loose = ROWS.flatMap((id, at) =>
          rows.includes(id) ? [{ row: id, tokens: (figures[at] ?? []).filter((value) => value !== 0) }] : [],
        ).filter(({ tokens }) => tokens.length > 0);
        fc.pre(loose.length === rows.length && loose.every(({ tokens }) => tokens.length < COLUMNS.length));
        const possible = fillings(figures, loose);
        const imputed = new Map(
          imputeAmbiguous(SMALL, cells, ' | ').map((cell) => [cell.variable, cell.imputed]),
        );
        for (const [at, id] of ROWS.entries()) {
          if (!rows.includes(id)) continue;
          for (const [index, column] of COLUMNS.entries()) {
            const values = new Set(possible.map((filling) => filling[at]?.[index]));
            const [only] = values;
            expect(imputed.get(name(id, column)), `${id} ${column}`).toBe(
              values.size === 1 ? only : undefined,
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a printed value is never touched, and nothing is imputed of a sound report', () => {
    const cells = cellsOf(
      [
        [1, 0, 0, 1],
        [0, 2, 0, 2],
        [1, 2, 0, 3],
      ],
      new Set(),
    );
    expect(imputeAmbiguous(SMALL, cells, ' | ')).toEqual(cells);
  });

  test('the first and the total: one number in seven columns stays in doubt, two equal ones do not', () => {
    const cells = cellsOf(
      [
        [0, 0, 3, 3],
        [1, 0, 0, 1],
        [1, 0, 3, 4],
      ],
      new Set(['one']),
    );
    const imputed = imputeAmbiguous(SMALL, cells, ' | ').filter((cell) => cell.variable.includes('.one.'));
    expect(imputed.map((cell) => cell.imputed)).toEqual([0, 0, 3, 3]);
    for (const cell of imputed) expect(cell).toMatchObject({ value: null, status: 'ambiguous' });
  });

  test('of a row whose numbers may be in another order than its columns nothing is proven', () => {
    const cells = cellsOf(
      [
        [0, 0, 3, 3],
        [1, 0, 0, 1],
        [1, 0, 3, 4],
      ],
      new Set(['one']),
    );
    const unordered = new Set(COLUMNS.map((column) => name('one', column)));
    expect(imputeAmbiguous(SMALL, cells, ' | ', unordered)).toEqual(cells);
  });

  // 65 | 0 in three columns without sums, as its last number stood outside the table: no order of them tells.
  test('of a row that no sum sees nothing is proven, though every order of it has the same number in a column', () => {
    const raw = '65 | 0';
    const cells = ['lost', 'kept', 'zero'].map(
      (column): Cell => ({
        variable: `disclosure.item.${column}`,
        value: null,
        raw,
        status: 'ambiguous',
        source: null,
      }),
    );
    expect(imputeAmbiguous(SMALL, cells, ' | ')).toEqual(cells);
  });

  test.each([
    ['0 | 4 | 3 | 7', { upheld: 0, total: 7 }],
    ['0 | 0 | 7 | 7', { upheld: 0, total: 7 }],
    ['5 | 0 | 0 | 5', { pending: 0, total: 5 }],
  ])('one of two noughts side by side may be printed twice, as no sum notices: %s', (tokens, proven) => {
    const raw = `${tokens} | 2 | 3 | 6 | 1 | 12 | 7 | 6 | 1 | 0 | 14`;
    const variables = formVariables(FORM_2021).flatMap(({ name: own }) =>
      own.startsWith('challenges.') ? [own] : [],
    );
    const cells = variables.map(
      (variable): Cell => ({ variable, value: null, raw, status: 'ambiguous', source: null }),
    );
    const imputed = imputeAmbiguous(FORM_2021, cells, ' | ').flatMap((cell) =>
      cell.variable.startsWith('challenges.reconsideration.') && cell.imputed !== undefined
        ? [[cell.variable.split('.')[2], cell.imputed]]
        : [],
    );
    expect(Object.fromEntries(imputed)).toEqual(proven);
  });

  test('a row with a text among its numbers is left alone', () => {
    const cells = cellsOf(
      [
        [0, 0, 3, 3],
        [1, 0, 0, 1],
        [1, 0, 3, 4],
      ],
      new Set(['one']),
    ).map((cell) => (cell.status === 'ambiguous' ? { ...cell, raw: '3 | 若干' } : cell));
    expect(imputeAmbiguous(SMALL, cells, ' | ').every((cell) => cell.imputed === undefined)).toBe(true);
  });

  test('twenty rows that lost their blanks cost less than a second', () => {
    const variables = FORM_2021.blocks
      .filter((block) => block.table === 'applications')
      .flatMap((block) => block.rows);
    const columns = [
      'natural_person',
      'commercial_enterprise',
      'research_institution',
      'public_welfare_org',
      'legal_service_org',
      'other_org',
      'total',
    ];
    const cells = variables.flatMap(({ id }) =>
      columns.map(
        (column): Cell => ({
          variable: `applications.${id}.${column}`,
          value: null,
          raw: '1 | 1 | 2',
          status: 'ambiguous',
          source: null,
        }),
      ),
    );
    const spentMs = countProcessorTime();
    imputeAmbiguous(FORM_2021, cells, ' | ');
    expect(spentMs()).toBeLessThan(1000);
  });
});
