import { describe, expect, test } from 'vitest';
import { extractBytes } from '../golden/extract-fixture.ts';
import { APPLICATIONS_HEADER, cellsOf } from './tables/read-table.ts';

const LAST_YEARS = [2022, 2021]
  .map(
    (year) =>
      `<li><a href="t${year}.html">固镇县${year}年政府信息公开工作年度报告</a><span>${year + 1}-01-21</span>`,
  )
  .join('');
const SIDEBAR = `<ul><li><a href="a.html">政府信息公开指南</a><li><a href="b.html">政府信息公开年报</a>${LAST_YEARS}</ul>`;

const NEW = '一、本年新收政府信息公开申请数量';
const applications = (values: readonly (number | string)[]): string =>
  `<table>${APPLICATIONS_HEADER}<tr><td colspan=3>${NEW}${cellsOf(values)}</table>`;
const BLANK = applications(Array<string>(7).fill(''));
const FILLED = applications([3, 0, 0, 0, 0, 0, 3]);
const ENFORCEMENT = '<table><tr><td>项目<td>数量<tr><td>行政处罚<td>456<tr><td>行政许可<td>1234</table>';
const REPORT = '固镇县2023年政府信息公开工作年度报告';

const page = (title: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    `<head><meta name="ArticleTitle" content="${title}"></head>${SIDEBAR}<h1>${title}</h1><div>${body}</div>` +
      `<h3>相关文章</h3><ul>${LAST_YEARS}</ul>`,
  );
const GUIDE = `<p>为便于公民、法人和其他组织获取政府信息，特编制本指南。</p><p>主动公开的政府信息公开目录：（五）政府信息公开年度报告；</p>
  <p>向政府信息公开工作机构提出政府信息公开申请。</p>`;

describe('a page beside last years’ reports is one itself by what it says of itself', () => {
  test.each<[string, string, string]>([
    ['a guide', '固镇县政府信息公开指南', GUIDE],
    [
      'a budget',
      '固镇县2023年部门预算公开',
      '<table><tr><td>收入<td>支出<tr><td>行政事业性收费<td>34</table>',
    ],
    ['a notice with the blank form', '关于做好2023年政府信息公开工作年度报告编制发布工作的通知', BLANK],
    ['the blank form alone', '政府信息公开工作年度报告格式', BLANK],
    [
      'a list of reports',
      `${REPORT}目录`,
      `<ul><li>教育局2023年政府信息公开工作年度报告<li>民政局2023年政府信息公开工作年度报告</ul>`,
    ],
    ['another report, which counts what this one does too', '固镇县2023年法治政府建设年度报告', ENFORCEMENT],
    [
      'another report, which tells of these too',
      '固镇县2023年法治政府建设年度报告',
      `<p>推进政府信息公开，按时公布政府信息公开工作年度报告，办理政府信息公开申请3件，政府信息公开平台运行良好，政务公开有序推进，法治政府建设不断加强。</p>${ENFORCEMENT}`,
    ],
  ])('%s is none', async (_, title, body) => {
    const { findings } = await extractBytes(page(title, body));
    expect(findings.map(({ rule }) => rule)).toEqual(['document.not_a_report']);
  });

  test.each<[string, string, string]>([
    ['titled as one', REPORT, FILLED],
    ['of which every number is blank', REPORT, BLANK],
    ['of 政务公开', '固镇县2023年政务公开工作年度报告', FILLED],
    ['printed with the notice that publishes it', `关于公布${REPORT}的通知`, FILLED],
    ['published by a notice, its numbers blank', `关于公布${REPORT}的通知`, BLANK],
    ['under the name of its column', '政府信息公开指南', `<p>${REPORT}</p>${FILLED}`],
    ['of which the table of what is published alone can be read', REPORT, ENFORCEMENT],
  ])('a report %s is one, of its own year', async (_, title, body) => {
    const { report, cells } = await extractBytes(page(title, body));
    expect(report).toMatchObject({ year: 2023, division: '340323' });
    expect(cells).not.toEqual([]);
  });
});

const CITES_A_NOTICE =
  '根据《中华人民共和国政府信息公开条例》和《关于印发政府信息公开工作年度报告格式的通知》的要求，';
const OF_THE_YEAR = '政府信息公开申请渠道畅通，政府信息公开平台运行良好，政府信息公开目录按时更新。';

describe('a text without a headline is a report', () => {
  test.each<[string, string, object]>([
    [
      'that its introduction names beside the notice it follows',
      `${CITES_A_NOTICE}现公布2023年政府信息公开工作年度报告。请与固镇县公安局（地址：县城1号）联系。\n${OF_THE_YEAR}`,
      { title: '2023年政府信息公开工作年度报告', agency: '固镇县公安局', year: 2023, division: '340323' },
    ],
    [
      'that its introduction names in quotes',
      `${CITES_A_NOTICE}现向社会公开《固镇县人民政府办公室2023年政府信息公开工作年度报告》。\n${OF_THE_YEAR}`,
      { title: '固镇县人民政府办公室2023年政府信息公开工作年度报告', year: 2023 },
    ],
    [
      'headed as the form is, its tables lost',
      '依据条例第五十条，制作本报告。统计期限自2023年1月1日至2023年12月31日。\n一、总体情况\n' +
        '2023年，有序推进。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题',
      { title: null, year: 2023 },
    ],
  ])('%s', async (_, text, expected) => {
    const { report, findings } = await extractBytes(new TextEncoder().encode(text));
    expect(findings.map(({ rule }) => rule)).toContain('table.missing');
    expect(report).toMatchObject(expected);
  });

  test.each([
    ['a notice', `${CITES_A_NOTICE}各单位要按时编制报告，于1月31日前报送。\n${OF_THE_YEAR}`],
    [
      'one about other things',
      `固镇县2023年法治政府建设情况。\n（一）主动公开情况\n${OF_THE_YEAR}\n行政复议、行政诉讼情况`,
    ],
  ])('%s is none', async (_, text) => {
    const { findings } = await extractBytes(new TextEncoder().encode(text));
    expect(findings.map(({ rule }) => rule)).toEqual(['document.not_a_report']);
  });
});

test('rows of what is published, untitled among talk of disclosure, are a report’s', async () => {
  const talk =
    '<p>政府信息公开工作稳步推进，政府信息公开平台、政府信息公开目录和政府信息公开申请渠道畅通。</p>';
  const { cells } = await extractBytes(new TextEncoder().encode(talk + ENFORCEMENT));
  expect(cells).not.toEqual([]);
});

describe('what is a link', () => {
  test.each<[string, string]>([
    ['the headline itself, to its own page', `<h1><a href="">${REPORT}</a></h1>`],
    ['the mark of a place', `<p><a name="_Toc1">${REPORT}</a></p>`],
    ['no list, where it was never closed', `<a href="x">返回<p>${REPORT}</p><p>现予公布。</p>`],
    ['the headline too, in a list of reports', `<ul><li><a href="t.html">${REPORT}</a></ul><p>${REPORT}</p>`],
  ])('%s', async (_, head) => {
    const { report } = await extractBytes(new TextEncoder().encode(`${head}${FILLED}`));
    expect(report).toMatchObject({ title: REPORT, year: 2023 });
  });
});
