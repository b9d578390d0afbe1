import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { APPLICATIONS_HEADER, readTables, rowOf } from './read-table.ts';

const NEW = [27, 1, 0, 0, 2, 0, 30];
const TOTAL = [20, 1, 0, 0, 2, 0, 23];
const row = (label: string, values: readonly number[]): string =>
  `<tr><td colspan=3>${label}${values.map((value) => `<td>${value}`).join('')}`;
const OWN = [
  APPLICATIONS_HEADER,
  row('一、本年新收政府信息公开申请数量', NEW),
  row('（一）予以公开', TOTAL),
  row('（七）总计', TOTAL),
].join('');
const VALUES = {
  ...rowOf('received_new', NEW),
  ...rowOf('granted', TOTAL),
  ...rowOf('total_processed', TOTAL),
};
const ADDED: readonly (readonly [string, string])[] = [
  [
    'staff',
    [
      '<tr><td colspan=4>人员情况<td colspan=2>专职人员<td colspan=2>兼职人员<td colspan=2>总计',
      '<tr><td colspan=4>本级<td colspan=2>2<td colspan=2>3<td colspan=2>5',
      '<tr><td colspan=4>其他<td colspan=2>4<td colspan=2>30<td colspan=2>34',
    ].join(''),
  ],
  [
    'budget',
    [
      '<tr><td colspan=4>经费项目<td colspan=3>预算（万元）<td colspan=3>决算（万元）',
      '<tr><td colspan=4>政务公开专项经费<td colspan=3>12.5<td colspan=3>11.8',
    ].join(''),
  ],
  [
    'as many columns as the form has',
    [
      '<tr><td colspan=3>工作人员（人）<td>专职<td>兼职<td>合计<td>女<td>35岁以下<td>本科<td>硕士',
      row('机关本级', [3, 5, 8, 4, 2, 6, 1]),
    ].join(''),
  ],
];

describe('another table in the same lines as the form’s', () => {
  test.each(ADDED)('takes nothing from it, and nothing of it is taken: %s', (_, added) => {
    for (const rows of [OWN + added, added + OWN])
      expect(readTables(`<table>${rows}</table>`)).toEqual({ values: VALUES, rules: [] });
  });

  test('is told of', async () => {
    const title = '某某县2022年政府信息公开工作年度报告';
    const page = `<title>${title}</title><h1>${title}</h1><table>${OWN}${ADDED[0]?.[1]}</table>`;
    const { findings } = await parseDocument(Buffer.from(page), {
      file: 'page.html',
      gazetteer: loadGazetteer(),
    });
    const left = findings.filter(({ rule }) => rule === 'table.unmapped');
    expect(left.map(({ severity, message }) => [severity, message.en])).toEqual([
      ['info', expect.stringContaining('Rows 7 to 9 of table 1')],
    ]);
  });

  test('under whose heading the form’s own rows stand is the form’s', () => {
    const heading = '<tr><td colspan=3>类别<td>甲<td>乙<td>丙<td>丁<td>戊<td>己<td>庚';
    const rows = OWN + heading + row('四、结转下年度继续办理', NEW);
    expect(readTables(`<table>${rows}</table>`).values).toMatchObject({
      ...VALUES,
      ...rowOf('carried_out', NEW),
    });
  });
});
