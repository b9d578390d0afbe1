import { describe, expect, test } from 'vitest';
import { openPage } from '../../../parsers/html/open-page.ts';
import { findElement } from '../../../src/evidence/markup/find-element.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { extractBytes } from '../../golden/extract-fixture.ts';

type Row = readonly (string | number)[];

const SEVEN = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const DISCLOSURE: readonly Row[] = [
  ['第二十条第（一）项'],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', 0, 12, 3],
  ['行政规范性文件', 17, 8, 70],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', 21360],
];
const APPLICATIONS: readonly Row[] = [
  ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
  ['自然人', '法人或其他组织', '总计'],
  SEVEN.slice(1, 6),
  ['一、本年新收政府信息公开申请数量', 65, 2, 11, 14, 1, 3, 96],
  ['二、上年结转政府信息公开申请数量', 6, 1, 0, 0, 1, 0, 8],
  ['三、本年度办理结果', '（一）予以公开', 9, 0, 6, 7, 0, 0, 22],
  ['四、结转下年度继续办理', 1, 0, 0, 1, 0, 1, 3],
];
const CHALLENGES: readonly Row[] = [
  ['行政复议', '行政诉讼'],
  ['未经复议直接起诉', '复议后起诉'],
  [...OUTCOMES, ...OUTCOMES, ...OUTCOMES],
  [4, 1, 1, 0, 6, 2, 0, 0, 1, 3, 0, 0, 1, 1, 2],
];

/** Some of the numbers above, of each table; every layout gives all of them. */
const VALUES = {
  'disclosure.regulations.issued': 0,
  'disclosure.regulations.repealed': 12,
  'disclosure.normative_documents.in_force': 70,
  'disclosure.licences.decisions': 21360,
  'applications.received_new.natural_person': 65,
  'applications.granted.research_institution': 6,
  'applications.carried_out.total': 3,
  'challenges.reconsideration.upheld': 4,
  'challenges.litigation_after_reconsideration.total': 2,
};

const each = (rows: readonly Row[], write: (cell: string | number, row: Row) => string) =>
  rows.map((row) => row.map((cell) => write(cell, row)).join(''));

/** Ways in which pages print a table without the elements of one. */
const LAYOUTS: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  'boxes with the roles of a table': (rows) =>
    `<div role="table">${each(rows, (cell) => `<div role="cell"><p>${cell}</p></div>`)
      .map((row) => `<div role="row">${row}</div>`)
      .join('')}</div>`,
  'boxes that a style makes cells': (rows) =>
    each(rows, (cell) => `<span style="display:table-cell">${cell}</span>`)
      .map((row) => `<div style="display:table-row">${row}</div>`)
      .join(''),
  'boxes whose classes a style sheet makes cells': (rows) =>
    each(rows, (cell) => `<div class="td">${cell}</div>`)
      .map((row) => `<div class="tr">${row}</div>`)
      .join(''),
  'flexible rows': (rows) =>
    each(rows, (cell) => `<span style="flex:1">${cell}</span>`)
      .map((row) => `<div style="display:flex">${row}</div>`)
      .join(''),
  'a grid': (rows) =>
    `<div style="display:grid">${each(rows, (cell) => `<span>${cell}</span>`).join('')}</div>`,
  'a row a paragraph': (rows) => rows.map((row) => `<p>${row.join('&nbsp;&nbsp;&nbsp;')}</p>`).join('\n'),
  'a cell a paragraph': (rows) => each(rows, (cell) => `<p>${cell}</p>`).join('\n'),
  'a row an item of a list': (rows) =>
    `<ul>${each(rows, (cell) => `<span>${cell}</span>`)
      .map((row) => `<li>${row}</li>`)
      .join('')}</ul>`,
  'bars in paragraphs': (rows) => rows.map((row) => `<p>| ${row.join(' | ')} |</p>`).join('\n'),
  'preformatted text': (rows) => `<pre>${rows.map((row) => row.join('    ')).join('\n')}</pre>`,
  'a table whose one cell holds all rows': (rows) =>
    `<table><tr><td>${rows.map((row) => row.join('&nbsp;&nbsp;')).join('<br>')}</td></tr></table>`,
};

const page = (...tables: readonly [string, string, string]): string =>
  `<html><head><title>黄平县2022年政府信息公开工作年度报告</title></head><body>
  <ul><li><a href="/">首页</a></li><li><a>规章</a></li></ul>
  <h1>黄平县2022年政府信息公开工作年度报告</h1>
  <p>一、总体情况</p><p>2022年共收到政府信息公开申请96件，上年结转8件。</p>
  <p>二、主动公开政府信息情况</p>${tables[0]}
  <p>三、收到和处理政府信息公开申请情况</p>${tables[1]}
  <p>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</p>${tables[2]}
  <p>五、存在的主要问题及改进情况</p><p>公开的深度不够，需要改进。</p></body></html>`;

const extract = (markup: string): Promise<Extraction> => extractBytes(new TextEncoder().encode(markup));
const cellOf = ({ cells }: Extraction, variable: string) => cells.find((cell) => cell.variable === variable);
const valuesOf = ({ cells }: Extraction) =>
  Object.fromEntries(cells.map(({ variable, value }) => [variable, value]));
const table = (rows: readonly Row[]): string =>
  `<table>${each(rows, (cell) => `<td>${cell}</td>`)
    .map((row) => `<tr>${row}</tr>`)
    .join('')}</table>`;

describe('a page without the elements of tables', () => {
  test.each(Object.entries(LAYOUTS))('%s', async (_, layout) => {
    const markup = page(layout(DISCLOSURE), layout(APPLICATIONS), layout(CHALLENGES));
    const extraction = await extract(markup);
    expect(valuesOf(extraction)).toMatchObject(VALUES);
    expect(extraction.report.form).toBe('2021');
    expect(extraction.findings.map(({ rule }) => rule)).not.toContain('table.missing');
    // What was read as a table is no prose, and prose is what it was.
    expect(extraction.claims.map(({ variable, value }) => [variable, value])).toEqual([
      ['applications.received_new.total', 96],
      ['applications.carried_in.total', 8],
    ]);
    // The place leads to an element that prints the number.
    const opened = openPage(markup);
    const { source } = cellOf(extraction, 'disclosure.licences.decisions') ?? {};
    const element = 'root' in opened && source?.kind === 'html' && findElement(opened.root, source.path);
    expect(element && textOf(element)).toContain('21360');
  });

  test('one part in boxes beside two in tables', async () => {
    const boxes = LAYOUTS['flexible rows'] ?? String;
    const extraction = await extract(page(table(DISCLOSURE), boxes(APPLICATIONS), table(CHALLENGES)));
    expect(valuesOf(extraction)).toMatchObject(VALUES);
    expect(cellOf(extraction, 'disclosure.licences.decisions')?.source).toMatchObject({
      kind: 'html',
      table: 0,
    });
  });

  test('a table that is there is not read a second time from the text around it', async () => {
    const extraction = await extract(
      page(table(DISCLOSURE), `${table(APPLICATIONS)}<p>规章&nbsp;5&nbsp;5&nbsp;5</p>`, '<p>无。</p>'),
    );
    expect(cellOf(extraction, 'disclosure.regulations.issued')).toMatchObject({
      value: 0,
      status: 'reported',
    });
    expect(extraction.findings.map(({ rule }) => rule)).toContain('table.missing');
  });

  test('digits that a word processor parted are one number, notes beside it are none of its digits', async () => {
    const rows = [...DISCLOSURE.slice(0, 2)];
    const markup = `${LAYOUTS['a cell a paragraph']?.(rows)}<p>规章</p><p><span>1</span><span>2</span></p><p>5<sup>1</sup></p><p>3</p>`;
    const extraction = await extract(page(markup, LAYOUTS['a grid']?.(APPLICATIONS) ?? '', ''));
    expect(cellOf(extraction, 'disclosure.regulations.issued')).toMatchObject({ value: 12 });
    expect(cellOf(extraction, 'disclosure.regulations.repealed')).toMatchObject({ value: 5 });
  });

  test('a blank cell that has a box is blank, one that left no trace puts its row in doubt', async () => {
    const rows = DISCLOSURE.map((row) => (row[0] === '规章' ? ['规章', '', 12, 3] : row));
    const statusIn = async (layout: string) => {
      const write = LAYOUTS[layout] ?? String;
      const extraction = await extract(page(write(rows), write(APPLICATIONS), write(CHALLENGES)));
      return cellOf(extraction, 'disclosure.regulations.issued')?.status;
    };
    expect(await statusIn('boxes with the roles of a table')).toBe('blank');
    expect(await statusIn('flexible rows')).toBe('blank');
    expect(await statusIn('a cell a paragraph')).toBe('ambiguous');
    expect(await statusIn('a row a paragraph')).toBe('ambiguous');
  });

  test('columns of the layout are no cells', async () => {
    const write = LAYOUTS['a cell a paragraph'] ?? String;
    const body = page(write(DISCLOSURE), write(APPLICATIONS), write(CHALLENGES))
      .replace('<h1>', '<div style="display:flex"><div>导航</div><div><h1>')
      .replace('</body>', '</div></div></body>');
    expect(valuesOf(await extract(body))).toMatchObject(VALUES);
  });
});

function textOf(node: unknown): string {
  const { data, children } = node as { data?: string; children?: readonly unknown[] };
  return data ?? (children ?? []).map(textOf).join('');
}
