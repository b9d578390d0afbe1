import { describe, expect, test } from 'vitest';
import { cellsOf, readLines, readTables, type TableReading } from './read-table.ts';

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const WAYS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const IDS = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'].flatMap((way) =>
  ['upheld', 'corrected', 'other', 'pending', 'total'].map((outcome) => `challenges.${way}.${outcome}`),
);

type Row = readonly [label: string, numbers: readonly number[]];

const COUNTY: Row = ['县政府本级', [1, 0, 1, 1, 3, 3, 0, 1, 0, 4, 3, 1, 1, 0, 5]];
const OFFICES: Row = ['部门乡镇', [2, 0, 2, 2, 6, 3, 1, 1, 1, 6, 3, 1, 2, 0, 6]];
const sum = (...rows: readonly Row[]): readonly number[] =>
  COUNTY[1].map((_, at) => rows.reduce((total, [, numbers]) => total + (numbers[at] ?? 0), 0));
const ALL: Row = ['合计', sum(COUNTY, OFFICES)];

/** The table with a column for the names of those whose cases a row counts. */
const page = (...rows: readonly Row[]): string =>
  `<table><tr><td rowspan=3>单位<td colspan=5>行政复议<td colspan=10>行政诉讼<tr>${OUTCOMES.map(
    (outcome) => `<td rowspan=2>${outcome}`,
  ).join('')}${WAYS.slice(1)
    .map((way) => `<td colspan=5>${way}`)
    .join('')}<tr>${cellsOf([...OUTCOMES, ...OUTCOMES])}${rows
    .map(([label, numbers]) => `<tr><td>${label}${cellsOf(numbers)}`)
    .join('')}</table>`;

const text = (...rows: readonly Row[]): string =>
  [
    '四、政府信息公开行政复议、行政诉讼情况',
    `${WAYS[0]} | 行政诉讼 |`,
    `${OUTCOMES.join(' | ')} | ${WAYS.slice(1).join(' | ')} |`,
    `${[...OUTCOMES, ...OUTCOMES].join(' | ')} |`,
    ...rows.map(([label, numbers]) => `${label} | ${numbers.join(' | ')} |`),
    '五、存在的主要问题及改进情况',
  ].join('\n');

const ofChallenges = ({ values }: TableReading) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('challenges.')));
const read = (numbers: readonly number[]) => Object.fromEntries(IDS.map((id, at) => [id, numbers[at]]));
const inDoubt = Object.fromEntries(IDS.map((id) => [id, 'ambiguous']));

describe.each([
  ['a page', (...rows: readonly Row[]) => readTables(page(...rows))],
  ['a text', (...rows: readonly Row[]) => readLines(text(...rows))],
])('challenges by whose cases they are, in %s', (_, reading) => {
  test.each<[string, readonly Row[], readonly number[]]>([
    ['below its parts', [COUNTY, OFFICES, ALL], ALL[1]],
    ['above its parts', [ALL, COUNTY, OFFICES], ALL[1]],
    [
      'below equal parts',
      [COUNTY, ['部门乡镇', COUNTY[1]], ['合计', sum(COUNTY, COUNTY)]],
      sum(COUNTY, COUNTY),
    ],
    ['by a name that is no label', [COUNTY, OFFICES, ['全县', ALL[1]]], ALL[1]],
  ])('the row that all others add up to counts: %s', (_, rows, numbers) => {
    const all = reading(...rows);
    expect(ofChallenges(all)).toEqual(read(numbers));
    expect(all.values).not.toHaveProperty(['applications.total_processed.total']);
    expect(all.rules.filter((rule) => rule === 'table.unmapped')).toHaveLength(rows.length - 1);
  });

  test.each<[string, readonly Row[]]>([
    ['parts without their sum', [COUNTY, OFFICES]],
    ['a sum that is none', [COUNTY, OFFICES, ['合计', [...ALL[1].slice(1), 9]]]],
  ])('nobody knows which row counts: %s', (_, rows) => {
    expect(ofChallenges(reading(...rows))).toEqual(inDoubt);
  });

  test('the same row twice under one name is one row', () => {
    expect(ofChallenges(reading(COUNTY, COUNTY))).toEqual(read(COUNTY[1]));
  });
});

describe('challenges in other layouts than the form’s', () => {
  const NUMBERS = [2, 1, 2, 1, 6, 2, 2, 0, 0, 4, 1, 1, 0, 2, 4];
  const five = (at: number): string => cellsOf(NUMBERS.slice(at * 5, at * 5 + 5));
  const outcomes = cellsOf(OUTCOMES);
  const lines = (...rows: string[]): string => `<table>${rows.map((row) => `<tr>${row}`).join('')}</table>`;
  const stacked = WAYS.flatMap((way, at) => [`<td colspan=5>${way}`, outcomes, five(at)]);
  const asRows = (header: string, ...rows: string[]): string =>
    lines(`<td colspan=2>类型${header}`, `<td colspan=2>行政复议${five(0)}`, ...rows);
  const litigation = [`<td rowspan=2>行政诉讼<td>未经复议直接起诉${five(1)}`, `<td>复议后起诉${five(2)}`];

  test.each<[string, string]>([
    [
      'two tables',
      lines('<td colspan=5>行政复议', outcomes, five(0)) +
        lines(
          '<td colspan=10>行政诉讼',
          WAYS.slice(1)
            .map((way) => `<td colspan=5>${way}`)
            .join(''),
          outcomes + outcomes,
          five(1) + five(2),
        ),
    ],
    ['three blocks below one another', lines(...stacked)],
    ['a row for each way', asRows(outcomes, ...litigation)],
  ])('%s', (_, markup) => {
    expect(readTables(markup)).toEqual({ values: read(NUMBERS), rules: [] });
  });

  test('reconsideration alone says nothing of litigation', () => {
    const { values, rules } = readTables(lines('<td colspan=5>行政复议', outcomes, five(0)));
    expect(rules).toEqual([]);
    expect(values).toEqual(Object.fromEntries(IDS.slice(0, 5).map((id, at) => [id, NUMBERS[at]])));
  });

  test.each<[string, string]>([
    ['four numbers', asRows(outcomes, ...litigation).replace('<td>6', '')],
    ['outcomes in which one is lost', asRows(outcomes, ...litigation).replace('<td>尚未审结', '')],
  ])('a row for each way is in doubt: %s', (_, markup) => {
    const { values } = readTables(markup);
    for (const id of IDS.slice(0, 5)) expect([undefined, 'ambiguous']).toContain(values[id]);
  });
});
