import { describe, expect, test } from 'vitest';
import { formById, formVariables } from '../../src/forms/index.ts';
import { extractBytes } from '../golden/extract-fixture.ts';

/** Reports before the form of 2019: six items of free prose (article 32 of the Regulations of 2007). */
const report = (year: number, annex = ''): Uint8Array =>
  new TextEncoder().encode(
    [
      `<h1>莆田市${year}年政府信息公开工作年度报告</h1>`,
      '<p>根据《中华人民共和国政府信息公开条例》要求，由市政府办公室编制本报告。</p>',
      `<h2>一、概述</h2><p>${year}年，全市认真贯彻政府信息公开条例，信息公开工作有序推进。</p>`,
      '<h2>二、主动公开政府信息情况</h2><p>全年主动公开政府信息12345条。</p>',
      '<h2>三、依申请公开政府信息办理情况</h2><p>全年共收到政府信息公开申请27件，均已答复。</p>',
      '<h2>四、复议、诉讼和申诉情况</h2><p>因政府信息公开申请行政复议2件，提起行政诉讼1件。</p>',
      '<h2>五、支出与收费</h2><p>未收取费用。</p>',
      annex,
    ].join('\n'),
  );

const annex = (...rows: readonly (readonly (string | number)[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`;

describe('a report in free form', () => {
  test.each([2008, 2009, 2010, 2011, 2012, 2015])(
    'of %i gives its metadata and claims, no table and no word of a missing one',
    async (year) => {
      const { report: metadata, cells, claims, findings } = await extractBytes(report(year));
      expect(metadata).toMatchObject({ year, division: '350300', form: null });
      expect(cells).toEqual([]);
      expect(claims.map(({ variable, value }) => [variable, value])).toEqual([
        ['applications.received_new.total', 27],
        ['challenges.reconsideration.total', 2],
        ['challenges.litigation.total', 1],
      ]);
      expect(findings).toEqual([
        expect.objectContaining({
          ...{ rule: 'document.free_form', severity: 'info' },
          message: expect.objectContaining({ en: expect.stringContaining(`${year}`) }),
        }),
      ]);
      expect(findings[0]?.message.en).toContain('3 counts told in its prose');
    },
  );

  test.each([
    [2020, '2019'],
    [2021, '2021'],
  ] as const)('of %i has three tables to print: each number of them has none', async (year, edition) => {
    const { report: metadata, cells, findings } = await extractBytes(report(year));
    expect(metadata).toMatchObject({ year, form: null });
    const form = formById(edition) ?? expect.unreachable();
    expect(cells.map(({ variable, value, status }) => [variable, value, status])).toEqual(
      formVariables(form).map(({ name }) => [name, null, 'no_table']),
    );
    expect(findings.filter(({ rule }) => rule === 'table.missing')).toHaveLength(3);
  });

  test('a short one is known by its title and the articles it answers', async () => {
    const short = `<title>四平市人民政府2008年政府信息公开工作年度报告</title>
      <h1>四平市人民政府2008年政府信息公开工作年度报告</h1><p>全文包括概述，主动公开情况，依申请公开情况。</p>
      <p>共受理申请37件。</p><p>收费及减免情况：无。</p><p>行政复议1件，行政诉讼0件。</p>`;
    const { report: metadata, findings } = await extractBytes(new TextEncoder().encode(short));
    expect(metadata).toMatchObject({ year: 2008, division: '220300' });
    expect(findings.map(({ rule }) => rule)).toEqual(['document.free_form']);
  });

  test('a page with the title alone is refused, and not for lack of a title', async () => {
    const page =
      '<h1>四平市2008年政府信息公开工作年度报告</h1><p>请下载。</p><p>主动公开</p><p>行政复议</p><p>收费</p>';
    const { findings } = await extractBytes(new TextEncoder().encode(page));
    expect(findings.map(({ rule }) => rule)).toEqual(['document.not_a_report']);
    expect(findings[0]?.message.en).toContain('it has the title of one');
  });

  test.each([
    ['this year and all years', ['指标名称', '计量单位', '2009年度', '历年累计']],
    ['this period and this year', ['指标名称', '计量单位', '本期实际', '本年累计']],
  ])('a local table with columns for %s gives no number, and is told of once', async (_, header) => {
    const table = annex(
      header,
      ['主动公开信息数', '条', 100, 300],
      ['全文电子化', '条', 90, 200],
      ['行政复议数', '件', 1, 2],
      ['行政诉讼数', '件', 0, 1],
      ['行政申诉数', '件', 0, 4],
    );
    const { cells, findings } = await extractBytes(report(2009, table));
    expect(cells).toEqual([]);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['table.unmapped', 'info'],
      ['document.free_form', 'info'],
    ]);
  });
});
