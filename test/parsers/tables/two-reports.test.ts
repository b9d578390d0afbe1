import { describe, expect, test } from 'vitest';
import { extractBytes } from '../../golden/extract-fixture.ts';
import { APPLICATIONS_HEADER, cellsOf, readTables, rowOf } from './read-table.ts';

const LABELS = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '三、本年度办理结果（一）予以公开',
  '四、结转下年度继续办理',
];
const rows = (first: number, labels: readonly string[] = LABELS): string =>
  labels
    .map((label, at) => `<tr><td colspan=3>${label}${cellsOf([first + at, 0, 0, 0, 0, 0, first + at])}`)
    .join('');
const table = (first: number, labels?: readonly string[]): string =>
  `<table>${APPLICATIONS_HEADER}${rows(first, labels)}</table>`;
const AMBIGUOUS = Array<'ambiguous'>(7).fill('ambiguous');

describe('tables of two reports in one document', () => {
  test('a row that one of two tables alone prints is in doubt as those are that both print', () => {
    const { values, rules } = readTables(`${table(10, LABELS.slice(0, 3))}<p>某某县财政局</p>${table(20)}`);
    expect(values['applications.received_new.total']).toBe('ambiguous');
    expect(values).toMatchObject(rowOf('carried_out', AMBIGUOUS));
    expect(rules).toEqual(['cell.ambiguous', 'table.duplicate']);
  });

  test('one row that a page break repeats with another number leaves the rest of the table as it is', () => {
    const { values } = readTables(`${table(10, LABELS.slice(0, 2))}${table(20, LABELS.slice(1))}`);
    expect(values['applications.carried_in.total']).toBe('ambiguous');
    expect(values).toMatchObject(rowOf('carried_out', [22, 0, 0, 0, 0, 0, 22]));
  });

  const tab = (year: number, body: string): string =>
    `<div><p>某某县${year}年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>${body}</div>`;
  const page = (...tabs: string[]): Uint8Array =>
    new TextEncoder().encode(`<h1>双辽市2021年政府信息公开工作年度报告</h1>${tabs.join('')}`);

  test('what stands under the headline of another year is not the report’s where its own is printed', async () => {
    const { cells } = await extractBytes(page(tab(2020, table(20)), tab(2021, table(10))));
    const total = cells.find(({ variable }) => variable === 'applications.carried_out.total');
    expect(total).toMatchObject({ value: 13, status: 'reported' });
  });

  test('and is told of where it is all that was read', async () => {
    const { findings } = await extractBytes(page(tab(2021, '<p>见附件。</p>'), tab(2020, table(20))));
    expect(findings.find(({ rule }) => rule === 'document.year_conflict')?.variables).toContain(
      'applications.carried_out.total',
    );
  });

  const report = (body: string, ...parts: string[]): string =>
    `<p>${body}2021年政府信息公开工作年度报告</p><p>${body}认真贯彻《条例》，公开了信息。</p>${parts.join('')}`;
  const IMAGE = '<p>三、收到和处理政府信息公开申请情况</p><img src="table.png">';
  const read = async (html: string) => {
    const { report, cells, findings } = await extractBytes(new TextEncoder().encode(html));
    const total = cells.find(({ variable }) => variable === 'applications.carried_out.total');
    const conflict = findings.find(({ rule }) => rule === 'document.body_conflict');
    return { agency: report.agency, value: total?.value, conflict };
  };

  test.each([
    ['of the same year', report('双辽市教育局', IMAGE) + report('双辽市民政局', table(20))],
    [
      'whose headline is set in two lines',
      `${report('双辽市教育局', IMAGE)}<p>双辽市民政局</p><p>2021年政府信息公开工作年度报告</p>${table(20)}`,
    ],
    [
      'below the page’s own title',
      `<h1>双辽市教育局2021年政府信息公开工作年度报告</h1>${report('双辽市教育局', IMAGE)}${report('双辽市郑家屯街道', table(20))}`,
    ],
    [
      'without a year',
      `${report('双辽市教育局', IMAGE)}<p>双辽市民政局政府信息公开工作年度报告</p>${table(20)}`,
    ],
    [
      'whose headline is set in three lines',
      `${report('双辽市教育局', IMAGE)}<p>双辽市民政局</p><p>2021年度</p><p>政府信息公开工作报告</p>${table(20)}`,
    ],
    [
      'with another name in brackets',
      `${report('双辽市教育局', IMAGE)}<p>双辽市审批局（政务服务办公室）2021年政府信息公开工作年度报告</p>${table(20)}`,
    ],
    [
      'with a number before it',
      `${report('双辽市教育局', IMAGE)}<p>二、双辽市民政局2021年政府信息公开工作年度报告</p>${table(20)}`,
    ],
    [
      'as an attachment',
      `${report('双辽市教育局', IMAGE)}<p>附件2：双辽市民政局2021年政府信息公开工作年度报告</p>${table(20)}`,
    ],
    [
      'with letters set apart',
      `${report('双辽市教育局', IMAGE)}<p>双 辽 市 民 政 局 2021 年 政 府 信 息 公 开 工 作 年 度 报 告</p>${table(20)}`,
    ],
    [
      'whose name alone stands above its sections',
      `${report('双辽市教育局', IMAGE)}<p>（二）双辽市民政局</p><p>一、总体情况</p>${table(20)}`,
    ],
    [
      'in the caption of the table',
      `${report('双辽市教育局', IMAGE)}<p>双辽市民政局2021年政府信息公开申请情况统计表</p>${table(20)}`,
    ],
  ])('tables under the headline of another body %s are told of', async (_, html) => {
    const { agency, conflict } = await read(html);
    expect(agency).toBe('双辽市教育局');
    expect(conflict?.variables).toContain('applications.carried_out.total');
  });

  test('what stands under the headline of another body is not the report’s where its own is printed', async () => {
    const html = report('双辽市教育局', table(10)) + report('双辽市民政局', table(20));
    expect(await read(html)).toEqual({ agency: '双辽市教育局', value: 13, conflict: undefined });
  });

  test.each([
    [
      'the office below the county’s title',
      `<h1>双辽市2021年政府信息公开工作年度报告</h1>${report('双辽市人民政府办公室', table(10))}`,
    ],
    [
      'the letter that it was sent with',
      `<h1>双辽市教育局关于公布2021年政府信息公开工作年度报告的通知</h1><p>现予公布。</p>${report('双辽市教育体育局', table(10))}`,
    ],
    [
      'the signature above its tables',
      `${report('双辽市教育局')}<p>双辽市人民政府</p><p>2022年1月10日</p><p>附表</p>${table(10)}`,
    ],
    [
      'another body’s report that is linked',
      `${report('双辽市教育局')}<p><a href="b.html">双辽市民政局2021年政府信息公开工作年度报告</a></p>${table(10)}`,
    ],
  ])('a headline of the same body is none of another: %s', async (_, html) => {
    expect(await read(html)).toMatchObject({ value: 13, conflict: undefined });
  });
});
