import { expect, test } from 'vitest';
import { readText } from '../../../parsers/text/read-text.ts';
import { readLines } from '../tables/read-table.ts';

/** Lines of characters around merged cells, letters of Chinese two columns wide. */
const TABLE = `
┌─────────────────────────────────────────────────────────────┐
│ 第二十条第（一）项                                          │
├────────────────┬──────────────┬──────────────┬──────────────┤
│ 信息内容       │ 本年制发件数 │ 本年废止件数 │ 现行有效件数 │
├────────────────┼──────────────┼──────────────┼──────────────┤
│ 规章           │ 3            │ ---          │ 27           │
├────────────────┼──────────────┼──────────────┼──────────────┤
│ 行政规范性文件 │ 5            │ 6            │ 32           │
├────────────────┴──────────────┴──────────────┴──────────────┤
│ 第二十条第（五）项                                          │
├────────────────┬────────────────────────────────────────────┤
│ 信息内容       │ 本年处理决定数量                           │
├────────────────┼────────────────────────────────────────────┤
│ 行政许可       │ 5651                                       │
└────────────────┴────────────────────────────────────────────┘
`;
const ROWS = {
  'disclosure.regulations.issued': 3,
  'disclosure.regulations.repealed': 'dash',
  'disclosure.regulations.in_force': 27,
  'disclosure.normative_documents.issued': 5,
  'disclosure.normative_documents.repealed': 6,
  'disclosure.normative_documents.in_force': 32,
  'disclosure.licences.decisions': 5651,
};
const ascii = (text: string): string =>
  text
    .replace(/[┌┬┐├┼┤└┴┘]/g, '+')
    .replaceAll('─', '-')
    .replaceAll('│', '|');
const heavy = (text: string): string => text.replaceAll('─', '━').replaceAll('│', '┃');

test.each([
  ['light lines', TABLE],
  ['heavy lines', heavy(TABLE)],
  ['plus and minus', ascii(TABLE)],
  ['crossings alone', TABLE.replace(/[┌┬┐├┤└┴┘]/g, '┼')],
])('a table drawn with %s around merged cells is read by its columns', (_, text) => {
  expect(readLines(text)).toEqual({ values: ROWS, rules: [] });
});

test('each cell has its place in the text', () => {
  const [grid] = readText(TABLE).grids;
  const cells = grid?.rows.flat() ?? [];
  expect(cells.map(({ columnSpan }) => columnSpan)).toContain(3);
  for (const { text, source } of cells)
    expect(source.kind === 'text' && TABLE.slice(source.start, source.end)).toBe(text);
});

test.each([
  ['lost a blank', '│ 5           │ 6'],
  ['has an upright line out of place', '│ 5           │  6'],
])('a line that %s gives no number to another column', (_, line) => {
  const { values } = readLines(TABLE.replace('│ 5            │ 6', line));
  for (const [variable, value] of Object.entries(ROWS))
    expect([value, 'ambiguous', undefined]).toContain(values[variable]);
});

test('a number in two lines of a cell is none', () => {
  const [above = '', below = ''] = TABLE.split('\n').filter(
    (line) => line.includes('行政许可') || line.startsWith('└'),
  );
  const second = above.replace('行政许可', '        ').replace('5651', '22  ');
  const { values } = readLines(TABLE.replace(below, `${second}\n${below}`));
  expect(values['disclosure.licences.decisions']).toBe('unreadable');
});
