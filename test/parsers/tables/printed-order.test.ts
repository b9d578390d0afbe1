import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.ts';
import { readLines, rowOf } from './read-table.ts';

const NEW = '一、本年新收政府信息公开申请数量';
const IN_FORM = [27, 1, 2, 3, 4, 5, 42];
const ORGANISATIONS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

/** Rows as an extractor leaves them: the order of the cells is known, their columns are not. */
const flatten = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join(' | ')} |`).join('\n');

describe('columns that flattened text prints in another order than the form', () => {
  test.each<[string, string]>([
    [
      'the total first',
      flatten(['总计', '自然人', '法人或其他组织'], ORGANISATIONS, [NEW, 42, 27, 1, 2, 3, 4, 5]),
    ],
    [
      'organisations before persons',
      flatten(['法人或其他组织', '自然人', '总计'], ORGANISATIONS, [NEW, 1, 2, 3, 4, 5, 27, 42]),
    ],
    [
      'organisations among themselves',
      flatten(
        ['自然人', '法人或其他组织', '总计'],
        ['其他', '法律服务机构', '社会公益组织', '科研机构', '商业企业'],
        [NEW, 27, 5, 4, 3, 2, 1, 42],
      ),
    ],
  ])('%s', (_, text) =>
    expect(readLines(text)).toEqual({ values: rowOf('received_new', IN_FORM), rules: [] }),
  );

  test.each<[string, readonly string[], readonly number[]]>([
    ['before them', ['小计', ...ORGANISATIONS], [27, 15, 1, 2, 3, 4, 5, 42]],
    ['behind them', [...ORGANISATIONS, '小计'], [27, 1, 2, 3, 4, 5, 15, 42]],
  ])('a subtotal of the organisations %s', (_, organisations, values) => {
    const text = flatten(['自然人', '法人或其他组织', '总计'], organisations, [NEW, ...values]);
    expect(readLines(text)).toEqual({ values: rowOf('received_new', IN_FORM), rules: ['table.unmapped'] });
  });

  test('an order that cannot be followed leaves the numbers in no column', () => {
    const text = flatten(
      ['总计', '自然人', '法人或其他组织'],
      [...ORGANISATIONS.slice(0, 4), '组织'],
      [NEW, ...[42, 27, 1, 2, 3, 4, 5]],
    );
    expect(readLines(text).values).toEqual(rowOf('received_new', Array<'ambiguous'>(7).fill('ambiguous')));
  });

  const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const outcomes = (procedure: string, first: number): Record<string, number | Cell['status']> =>
    Object.fromEntries(
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((id, at) => [
        `challenges.${procedure}.${id}`,
        at < 4 ? first + at : 4 * first + 6,
      ]),
    );
  const five = (first: number): readonly number[] => [first, first + 1, first + 2, first + 3, 4 * first + 6];

  test.each<[string, string]>([
    [
      'after reconsideration before without',
      flatten(
        ['行政复议', '行政诉讼'],
        [...OUTCOMES, '复议后起诉', '未经复议直接起诉'],
        [...OUTCOMES, ...OUTCOMES],
        [...five(1), ...five(30), ...five(20)],
      ),
    ],
    [
      'litigation before reconsideration',
      flatten(
        ['行政诉讼', '行政复议'],
        ['未经复议直接起诉', '复议后起诉', ...OUTCOMES],
        [...OUTCOMES, ...OUTCOMES],
        [...five(20), ...five(30), ...five(1)],
      ),
    ],
  ])('challenges: %s', (_, text) =>
    expect(readLines(text)).toEqual({
      values: {
        ...outcomes('reconsideration', 1),
        ...outcomes('litigation_direct', 20),
        ...outcomes('litigation_after_reconsideration', 30),
      },
      rules: [],
    }),
  );
});
