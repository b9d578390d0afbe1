import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../parsers/grid.ts';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { parseDocument } from '../../../parsers/index.ts';
import { isCaptionedOtherYear } from '../../../parsers/tables/caption-year.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { APPLICATIONS_HEADER, readGrids, readTables, rowOf } from './read-table.ts';

type Row = readonly (string | number)[];

const table = (...rows: readonly Row[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`;

const NEW: Row = [27, 1, 0, 0, 2, 0, 30];
const TOTAL: Row = [20, 1, 0, 0, 2, 0, 23];
const row = (label: string, values: Row): string =>
  `<tr><td colspan=3>${label}${values.map((value) => `<td>${value}`).join('')}`;

/** The report's own tables, as far as they are needed. */
const OWN = [
  '<table><tr><td colspan=2>第二十条第（五）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>321</table>',
  `<table>${APPLICATIONS_HEADER}${row('一、本年新收政府信息公开申请数量', NEW)}`,
  `<tr><td rowspan=2>三、本年度办理结果<td colspan=2>（一）予以公开${TOTAL.map((value) => `<td>${value}`).join('')}`,
  `<tr><td colspan=2>（七）总计${TOTAL.map((value) => `<td>${value}`).join('')}</table>`,
].join('');
const OWN_VALUES = {
  'disclosure.licences.decisions': 321,
  ...rowOf('received_new', NEW as number[]),
  ...rowOf('granted', TOTAL as number[]),
  ...rowOf('total_processed', TOTAL as number[]),
};

describe('tables that a report adds to its own', () => {
  const ADDED: readonly [string, string][] = [
    ['by kind', table(['类别', '数量（条）'], ['行政许可', 99], ['总计', 127])],
    ['of one body', table(['办理结果', '数量'], ['予以公开', 1], ['总计', 3])],
    [
      'by township',
      table(['乡镇', '自然人', '法人或其他组织', '总计'], ['城关镇', 3, 0, 3], ['总计', 30, 0, 30]),
    ],
    ['by department', table(['单位', '行政许可', '行政处罚'], ['民政局', 8, 1], ['合计', 200, 90])],
    ['of a kind that the form before counted', table(['机构设置', '数量'], ['行政许可', 7])],
    [
      'of the form before',
      table(
        ['指标', '单位', '数量'],
        ['主动公开政府信息数', '条', 1234],
        ['政府网站公开政府信息数', '条', 1000],
      ),
    ],
  ];

  test.each(ADDED)('take none of its numbers, before or behind them: %s', (_, added) => {
    for (const page of [added + OWN, OWN + added])
      expect(readTables(page)).toEqual({ values: OWN_VALUES, rules: [] });
  });

  test('are told of', async () => {
    const title = '某某县2022年政府信息公开工作年度报告';
    const page = `<title>${title}</title><h1>${title}</h1>${OWN}<p>附：</p>${ADDED[1]?.[1]}`;
    const { findings, cells } = await parseDocument(Buffer.from(page), {
      file: 'page.html',
      gazetteer: loadGazetteer(),
    });
    const aside = findings.filter(({ rule, scope }) => rule === 'table.unmapped' && scope === '3');
    expect(aside.map(({ severity }) => severity)).toEqual(['info']);
    expect(cells.find(({ variable }) => variable === 'applications.granted.total')?.value).toBe(23);
  });

  test('are read where the report has no other of these rows', () => {
    const alone = table(['类别', '数量（条）'], ['行政许可', 99], ['行政处罚', 12]);
    expect(readTables(alone).values).toMatchObject({
      'disclosure.licences.decisions': 99,
      'disclosure.penalties.decisions': 12,
    });
  });

  test('the report’s own rows a second time, without a heading, are still in doubt', () => {
    const again = table(
      ['', '', '（一）予以公开', 9, 9, 9, 9, 9, 9, 9],
      ['', '', '（七）总计', 9, 9, 9, 9, 9, 9, 9],
    );
    const { values, rules } = readTables(OWN + again);
    expect(values['applications.granted.total']).toBe('ambiguous');
    expect(rules).toContain('table.duplicate');
  });
});

describe('the same table of two years', () => {
  const both = (first: string, second: string): string => `<p>${first}</p>${OWN}<p>${second}</p>${OWN}`;

  test.each([
    ['（一）2021年度申请情况', '（二）2022年度申请情况', [true, true, false, false]],
    ['2022年1月1日至12月31日', '附：上年度数据', [false, false, true, true]],
    ['与2021年相比，申请增加3件。', '去年没有，今年有', [false, false, false, false]],
    ['2021年与2022年对比', '数据如下', [false, false, false, false]],
    [
      '三、收到和处理政府信息公开申请情况',
      `2021年，${'我们做了很多工作，'.repeat(10)}`,
      [false, false, false, false],
    ],
  ])('%s, %s: the caption tells', (first, second, expected) => {
    const { grids, paragraphs } = readHtml(both(first, second));
    expect(grids.map((grid) => isCaptionedOtherYear(grid, paragraphs, 2022))).toEqual(expected);
  });

  test('the lines that a table begins with are its caption too; before a sheet nothing is', () => {
    const { grids, paragraphs } = readHtml(
      `<p>2021年度</p>${table(['2021年度', ''], ['类别', '数量'])}${table(['2022年度', ''], ['类别', '数量'])}`,
    );
    const asSheet = (grid: Grid): Grid => ({
      ...grid,
      rows: grid.rows.map((row) =>
        row.map((cell) => ({
          ...cell,
          source: { kind: 'xlsx', table: 0, row: cell.row, column: cell.column },
        })),
      ),
    });
    const isOther = (grid: Grid) => isCaptionedOtherYear(grid, paragraphs, 2022);
    expect(grids.map(isOther)).toEqual([true, false]);
    expect(grids.map(asSheet).map(isOther)).toEqual([true, false]);
    expect(isOther(asSheet({ ...(grids[1] as Grid), rows: grids[1]?.rows.slice(1) ?? [] }))).toBe(false);
  });

  test('that of the report is read where another has all of its rows, and else the one there is', () => {
    const { grids } = readHtml(both('', '').replace('<td>321', '<td>9'));
    const readOf = (years: (index: number) => boolean) => readGrids(grids, ({ index }) => years(index));
    expect(readOf((index) => index < 2)).toEqual({ values: OWN_VALUES, rules: [] });
    expect(readOf(() => true).rules).toEqual(['table.duplicate', 'table.duplicate']);
  });
});
