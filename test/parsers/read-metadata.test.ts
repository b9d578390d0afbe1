import { describe, expect, test } from 'vitest';
import type { PrintedDocument } from '../../parsers/document.ts';
import { readHtml } from '../../parsers/html/read-html.ts';
import { agencyOfIntro } from '../../parsers/metadata-agency.ts';
import { readContact } from '../../parsers/metadata-contact.ts';
import { readPublished } from '../../parsers/metadata-published.ts';
import { agencyOfTitle, isReportTitle, readTitle } from '../../parsers/metadata-title.ts';
import { readYear } from '../../parsers/metadata-year.ts';
import { readChineseYear, readDate, yearsIn } from '../../parsers/read-dates.ts';
import { readText } from '../../parsers/text/read-text.ts';
import { extractBytes } from '../golden/extract-fixture.ts';
import { APPLICATIONS_HEADER, cellsOf } from './tables/read-table.ts';

const page = (...paragraphs: string[]): PrintedDocument =>
  readHtml(paragraphs.map((text) => `<p>${text}</p>`).join(''));

const file = (...paragraphs: string[]): PrintedDocument => ({ ...page(...paragraphs), kind: 'docx' });

const INTRODUCTION =
  '按照《中华人民共和国政府信息公开条例》规定，现将某某局2022年度政府信息公开工作情况报告如下：';

describe('titles', () => {
  test.each([
    '某某县2021年政府信息公开工作年度报告',
    '某某县人民政府办公室2021年度政府信息公开工作报告',
    '某某县2021年政府信息公开年报',
    '某某局政府信息公开2021年度报告',
    '2021年度报告（政府信息公开）',
  ])('%s is a report’s', (title) => expect(isReportTitle(title)).toBe(true));

  test.each([
    '某某县2021年政府信息公开工作年度报告解读',
    '关于做好2021年政府信息公开工作年度报告编制工作的通知',
    '政府信息公开指南',
    '某某县2021年财政预算报告',
    '',
  ])('%s is not', (title) => expect(isReportTitle(title)).toBe(false));

  test.each<[string, PrintedDocument, string | null]>([
    [
      'the page’s own, without the name of the site',
      readHtml('<title>某某县2021年政府信息公开工作年度报告_某某县人民政府</title><p>x</p>'),
      '某某县2021年政府信息公开工作年度报告',
    ],
    [
      'a headline',
      page('首页', '某某县2021年政府信息公开工作年度报告', '发布日期：2022-01-20'),
      '某某县2021年政府信息公开工作年度报告',
    ],
    [
      'a headline on two lines',
      page('某某县人民政府2021年', '政府信息公开工作年度报告'),
      '某某县人民政府2021年政府信息公开工作年度报告',
    ],
    [
      'a year in Chinese numerals',
      page('某某县二〇二一年政府信息公开工作年度报告'),
      '某某县二〇二一年政府信息公开工作年度报告',
    ],
    [
      'named in the introduction',
      page('根据条例规定，现公布某某县政府办公室2021年度政府信息公开工作年度报告。本报告由六部分组成'),
      '某某县政府办公室2021年度政府信息公开工作年度报告',
    ],
    [
      'not the report before',
      page('上一篇：2018年政府信息公开工作年度报告', '政府信息公开工作年度报告'),
      '政府信息公开工作年度报告',
    ],
    [
      'not one of a list of others below a headline that runs into the text',
      page(
        '某某县2022年政府信息公开工作年度报告 根据《中华人民共和国政府信息公开条例》规定，现公布如下。',
        '2021年政府信息公开工作年度报告2022-01-10',
        '2020年政府信息公开工作年度报告 [2021-01-11]',
      ),
      '某某县2022年政府信息公开工作年度报告',
    ],
    [
      'not the way to the page',
      page('当前位置：首页 > 政务公开 > 2019年政府信息公开年报', '本报告由六部分组成'),
      null,
    ],
    [
      'in the radicals of a PDF’s text layer',
      readText('⻓安区2021年政府信息公开工作年度报告\n'),
      '长安区2021年政府信息公开工作年度报告',
    ],
    [
      'a headline below the name of its column',
      readHtml('<title>政府信息公开年报</title><h2>某某县2021年政府信息公开工作年度报告</h2>'),
      '某某县2021年政府信息公开工作年度报告',
    ],
    ['none', page('一、总体情况'), null],
    [
      'in three paragraphs of a file',
      file('某某县教育局', '政府信息公开工作年度报告', '（2022年度）', INTRODUCTION),
      '某某县教育局政府信息公开工作年度报告（2022年度）',
    ],
    [
      'in two paragraphs of a file',
      file('某某县人民政府', '2024年政府信息公开工作年度报告', '根据条例'),
      '某某县人民政府2024年政府信息公开工作年度报告',
    ],
    [
      'not with the letterhead above',
      file('某某县教育局文件', '2024年政府信息公开工作年度报告'),
      '2024年政府信息公开工作年度报告',
    ],
    [
      'not with the name of the site above',
      page('某某市人民政府', '2024年政府信息公开工作年度报告'),
      '2024年政府信息公开工作年度报告',
    ],
    [
      'not with another body above',
      file('某某市人民政府', '某某县2024年政府信息公开工作年度报告'),
      '某某县2024年政府信息公开工作年度报告',
    ],
    ['no sentence', page(INTRODUCTION), '某某局2022年度政府信息公开工作情况报告'],
    [
      'of a letter',
      file('某某县教育局关于报送2023年政府信息公开工作年度报告的函'),
      '某某县教育局关于报送2023年政府信息公开工作年度报告的函',
    ],
    [
      'of a table of statistics',
      file('附件2', '某某局2018年度政府信息公开情况统计表', '填报单位（盖章）：某某局'),
      '某某局2018年度政府信息公开情况统计表',
    ],
  ])('%s', (_, document, title) => expect(readTitle(document)).toBe(title));

  const PRINTED = '某某县红旗乡人民政府2021年政府信息公开工作年度报告';
  test.each([
    `${PRINTED}-某某县人民政府`,
    `${PRINTED}--某某县人民政府`,
    `${PRINTED}——某某县人民政府`,
    `${PRINTED} - 某某县人民政府`,
    `${PRINTED}_某某县人民政府`,
    `${PRINTED}｜某某县人民政府`,
    `${PRINTED} 某某县人民政府`,
    `${PRINTED}_政府信息公开年报_某某县人民政府`,
    `某某县人民政府-${PRINTED}`,
    `某某县人民政府_${PRINTED}`,
    `某某县人民政府 政府信息公开年报 ${PRINTED}`,
    `信息公开-${PRINTED}`,
  ])('the site and its columns are left out of %s', (title) =>
    expect(readTitle(readHtml(`<title>${title}</title><p>x</p>`))).toBe(PRINTED),
  );

  test.each([
    ['某某县 2021年政府信息公开工作年度报告', '某某县 2021年政府信息公开工作年度报告'],
    ['某某县人民政府-2021年政府信息公开年报', '某某县人民政府-2021年政府信息公开年报'],
    ['某某县2019—2021年政府信息公开工作年度报告', '某某县2019—2021年政府信息公开工作年度报告'],
    ['某某县政府信息公开工作年度报告(2021)-某某县人民政府', '某某县政府信息公开工作年度报告(2021)'],
    ['某某县2021年政府信息公开工作年度报告2022-01-20', '某某县2021年政府信息公开工作年度报告2022-01-20'],
  ])('a title that is cut nowhere else: %s', (title, kept) =>
    expect(readTitle(readHtml(`<title>${title}</title><p>x</p>`))).toBe(kept),
  );

  test('a column of the site is no title of its page', () => {
    const column = `<title>政府信息公开年报</title><h2>${PRINTED}</h2><p>x</p>`;
    expect(readTitle(readHtml(column))).toBe(PRINTED);
    expect(readTitle(readHtml('<title>政府信息公开年报</title><p>x</p>'))).toBe('政府信息公开年报');
  });

  const OWN = '某某县民政局2021年政府信息公开工作年度报告';
  test.each<[string, string]>([
    [`${OWN}-某某县人民政府`, OWN],
    [`${OWN}--某某县人民政府`, OWN],
    [`${OWN}—某某县人民政府门户网站`, OWN],
    [`某某县人民政府-${OWN}`, OWN],
    [`某某县人民政府_${OWN}`, OWN],
    [`信息公开-${OWN}`, OWN],
    [`${OWN} 某某县人民政府`, OWN],
    [`某某县人民政府 政府信息公开年报 ${OWN}`, OWN],
    [`某某县人民政府 ${OWN}_政府信息公开`, OWN],
    // What is left would name nobody, or less than the whole.
    ['某某局-2021年政府信息公开工作年度报告', '某某局-2021年政府信息公开工作年度报告'],
    ['某某县 2021 年政府信息公开工作年度报告', '某某县 2021 年政府信息公开工作年度报告'],
    ['某某县 民政局2021年政府信息公开工作年度报告', '某某县 民政局2021年政府信息公开工作年度报告'],
    ['某某县政府信息公开工作年度报告(2021)-某某县人民政府', '某某县政府信息公开工作年度报告(2021)'],
    ['某某县政府信息公开工作年度报告-2021年', '某某县政府信息公开工作年度报告-2021年'],
  ])('of the page’s own, %s, the name of the site is no part', (own, title) =>
    expect(readTitle(readHtml(`<title>${own}</title><p>x</p>`))).toBe(title),
  );

  test.each([
    ['双辽市政府办公室2021年度政府信息公开工作报告', '双辽市政府办公室'],
    ['【年报】某某县2021年政府信息公开工作年度报告', '某某县'],
    ['[年报] 某某县2021年政府信息公开工作年度报告', '某某县'],
    ['（转发）某某局2021年政府信息公开工作年度报告', '某某局'],
    ['★某某局2021年政府信息公开工作年度报告', '某某局'],
    ['附件：某某局2021年政府信息公开工作年度报告', '某某局'],
    ['附件1:某某局2021年政府信息公开工作年度报告', '某某局'],
    ['某某县关于公布2021年政府信息公开工作年度报告的公告', '某某县'],
    ['某某县人民政府关于印发2021年政府信息公开工作年度报告的通知', '某某县人民政府'],
    ['关于公布《某某局2021年政府信息公开工作年度报告》的通知', '某某局'],
    ['某某县红旗乡人民政府2021年信息公开工作年度报告', '某某县红旗乡人民政府'],
    ['某某县政府2021年信息公开工作年度报告', '某某县政府'],
    ['某某县人民政府信息公开工作年度报告（2021年）', '某某县人民政府'],
    ['某某县(2021)年度政府信息公开工作报告', '某某县'],
    ['某某县2021年红旗乡政府信息公开工作年度报告', '某某县红旗乡'],
    ['2021年某某县政府信息公开工作年度报告', '某某县'],
    ['某某局关于2021年度政府信息公开工作的年度报告', '某某局'],
    ['关于某某县2021年政府信息公开工作年度报告', '某某县'],
    ['某某县二〇二一年政府信息公开工作年度报告', '某某县'],
    ['某某县（2021年度）政府信息公开工作年度报告', '某某县'],
    ['2021年政府信息公开工作年度报告', null],
    ['某某县教育局关于报送2023年政府信息公开工作年度报告的函', '某某县教育局'],
    ['某某局2018年度政府信息公开情况统计表', '某某局'],
    [INTRODUCTION, null],
    ['我局2021年政府信息公开工作年度报告', null],
    ['全市2021年政府信息公开工作年度报告', null],
    ['某某大学2020-2021学年信息公开工作年度报告', '某某大学'],
    ['某某大学信息公开工作报告（2020—2021学年度）', '某某大学'],
    ['2020-2021学年信息公开工作年度报告', null],
    ['某某县某某乡人民政府2021年信息公开工作年度报告', '某某县某某乡人民政府'],
    ['某某县人民政府2021年政府信息公开年报', '某某县人民政府'],
    ['某某县民政局2021年政务公开工作年度报告', '某某县民政局'],
    ['【年报】某某县2021年政府信息公开工作年度报告', '某某县'],
    ['[年报]某某县2021年政府信息公开工作年度报告', '某某县'],
    ['★某某县2021年政府信息公开工作年度报告', '某某县'],
    ['附件：某某县2021年政府信息公开工作年度报告', '某某县'],
    ['某某县关于公布2021年政府信息公开工作年度报告的公告', '某某县'],
  ])('the agency of %s is %s', (title, agency) => expect(agencyOfTitle(title)).toBe(agency));
});

test.each<[string, string, object]>([
  [
    'the name of the site beside a title that names no place',
    '<title>民政局2023年政府信息公开工作年度报告-固镇县人民政府</title><p>x</p>',
    { title: '民政局2023年政府信息公开工作年度报告', agency: '民政局', division: '340323' },
  ],
  [
    'a body in the line above, which the introduction names as its own',
    '<p>固镇县民政局</p><p>2023年政府信息公开工作年度报告</p><p>本报告由固镇县民政局按照条例编制。</p>',
    { title: '固镇县民政局2023年政府信息公开工作年度报告', agency: '固镇县民政局', division: '340323' },
  ],
  [
    'the name of the site in the line above, for the introduction names another body',
    '<p>固镇县人民政府</p><p>2023年政府信息公开工作年度报告</p><p>本报告由固镇县民政局按照条例编制。</p>',
    { title: '2023年政府信息公开工作年度报告', agency: '固镇县民政局', division: '340323' },
  ],
  [
    'a body in the line above that the introduction names without its county',
    '<p>2023年政府信息公开工作年度报告</p><p>固镇县任桥镇人民政府</p><p>2023年政府信息公开工作年度报告</p>' +
      '<p>2023年,任桥镇人民政府严格依照条例答复申请,全年没有积压。</p>',
    {
      title: '固镇县任桥镇人民政府2023年政府信息公开工作年度报告',
      agency: '固镇县任桥镇人民政府',
      division: '340323',
    },
  ],
  [
    'a town in the line above whose government the introduction names',
    '<p>固镇县任桥镇</p><p>2023年政府信息公开工作年度报告</p><p>如有疑问,请联系任桥镇政府。</p>',
    { title: '固镇县任桥镇2023年政府信息公开工作年度报告', agency: '固镇县任桥镇', division: '340323' },
  ],
  [
    'a body above the document’s own headline, below that of its page',
    '<p>2023年政府信息公开工作年度报告</p><p>来源：任桥镇党政办</p><p>固镇县任桥镇人民政府</p><p>2023年政府信息公开工作年度报告</p>',
    { title: '固镇县任桥镇人民政府2023年政府信息公开工作年度报告', division: '340323' },
  ],
  [
    'a report that its introduction has drawn up',
    '<p>为更好发挥作用，按照条例，制定《固镇县审计局2023年政府信息公开工作年度报告》。</p>',
    { agency: '固镇县审计局', division: '340323' },
  ],
  [
    'the body, and not its desk that answers',
    '<p>固镇县人民政府办公室</p><p>2023年政府信息公开工作年度报告</p><p>请与固镇县人民政府办公室信息科联系(地址:县城1号)。</p>',
    { title: '固镇县人民政府办公室2023年政府信息公开工作年度报告', agency: '固镇县人民政府办公室' },
  ],
  [
    'a body below the headline, above the date of its signature',
    '<p>2023年度政府信息公开工作年度报告</p><p>固镇县教育局</p><p>（2024年1月20日）</p><p>根据条例，现报告如下。</p>',
    { title: '2023年度政府信息公开工作年度报告', agency: '固镇县教育局', division: '340323' },
  ],
  [
    'not the site below the headline, above the day of publication',
    '<p>2023年度政府信息公开工作年度报告</p><p>固镇县人民政府</p><p>2024-01-20</p><p>根据条例，现报告如下。</p>',
    { title: '2023年度政府信息公开工作年度报告', agency: null },
  ],
])('who reports: %s', async (_, head, expected) => {
  const table = `<table>${APPLICATIONS_HEADER}<tr><td colspan=3>一、本年新收政府信息公开申请数量${cellsOf([3, 0, 0, 0, 0, 0, 3])}</table>`;
  const { report } = await extractBytes(new TextEncoder().encode(head + table));
  expect(report).toMatchObject(expected);
});

test.each<[string, string | null]>([
  ['如有疑问，请与固镇县教育局办公室联系（地址：1号）', '固镇县教育局'],
  ['如有疑问,请联系固镇县教育局,地址:县城1号', '固镇县教育局'],
  ['请与固镇县人民政府信息公开办公室联系', '固镇县人民政府'],
  ['请与固镇县城关街道党政办联系', '固镇县城关街道'],
  ['本年报是根据条例要求,由固镇县教育局办公室编制的2023年度报告。', '固镇县教育局'],
  ['根据条例，由学校相关部门的信息公开情况编制而成。', null],
  ['2023年,固镇县教育局不断加强宣传,按照条例公开信息。', '固镇县教育局'],
  ['2023年，我局认真落实条例。', null],
  ['2023年，在县委县政府领导下认真落实条例。', null],
])('%s is by %s', (intro, agency) => expect(agencyOfIntro(intro)).toBe(agency));

describe('years', () => {
  test.each<[string, readonly number[]]>([
    ['2021年', [2021]],
    ['２０２１年度', [2021]],
    ['二〇二一年', [2021]],
    ['2020-2021学年', [2021]],
    ['2020—2021学年度', [2021]],
    ['二○二一年和2020年', [2021, 2020]],
    ['2021 年 1 月', [2021]],
    ['12021年', []],
    ['1999年', []],
    ['国办公开办函〔2021〕30号', []],
  ])('%s names %j', (text, years) => expect(yearsIn(text)).toEqual(years));

  test.each([
    ['二〇二一', 2021],
    ['二○二○', 2020],
    ['二零一九', 2019],
    ['二十', null],
  ])('%s is %s', (text, year) => expect(readChineseYear(text)).toBe(year));

  const PERIOD = '本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。';
  test.each<[string, string | null, string, number | null, readonly string[]]>([
    ['the title', '某某县2021年政府信息公开工作年度报告', PERIOD, 2021, []],
    ['the period when the title names none', '政府信息公开工作年度报告', PERIOD, 2021, []],
    ['the introduction when nothing else does', null, '2021年，某某县…… 2021年共收到', 2021, []],
    [
      'the title against the period',
      '某某县2020年政府信息公开工作年度报告',
      PERIOD,
      2020,
      ['document.year_conflict'],
    ],
    ['nothing', null, '本报告由六部分组成', null, ['document.year_unknown']],
  ])('%s', (_, title, intro, year, rules) => {
    const reading = readYear(title, intro, null);
    expect(reading.year).toBe(year);
    expect(reading.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a report published before its year is over is in doubt', () => {
    const { findings } = readYear('某某县2021年政府信息公开工作年度报告', '', '2020-12-30');
    expect(findings.map(({ rule }) => rule)).toEqual(['document.year_conflict']);
  });

  test.each<[string, readonly [string, string] | null]>([
    ['统计期限自2021年1月1日起至12月31日止', ['2021-01-01', '2021-12-31']],
    ['统计期限从 2021 年 1 月 1 日起，到 2021 年 12 月 31 日止', ['2021-01-01', '2021-12-31']],
    ['所列数据的统计时间为２０２１年１月１日至２０２１年１２月３１日', ['2021-01-01', '2021-12-31']],
    ['统计期限自二〇二一年一月一日起至十二月三十一日止', ['2021-01-01', '2021-12-31']],
    ['统计期限自二○二一年一月一日起至二○二一年十二月三十一日止', ['2021-01-01', '2021-12-31']],
    ['统计期限自二〇二一年二月三十日起至十二月三十一日止', null],
    ['统计期限自2021年2月30日起至12月31日止', null],
    ['统计期限自202111日起至20211231日止', null],
  ])('%s', (intro, period) => expect(readYear(null, intro, null).period).toEqual(period));
});

const HEADLINE = '某某县2021年政府信息公开工作年度报告';

describe('dates', () => {
  test.each([
    ['2022年1月20日', '2022-01-20'],
    ['2022-01-20 08:30:00', '2022-01-20'],
    ['2022/1/20', '2022-01-20'],
    ['2022.01.20', '2022-01-20'],
    ['20220120', '2022-01-20'],
    ['2022-13-20', null],
    ['2021-02-29', null],
    ['20 January', null],
  ])('%s is %s', (text, date) => expect(readDate(text)).toBe(date));

  test.each<[string, PrintedDocument, string | null]>([
    [
      'a meta tag',
      readHtml('<head><meta name="PubDate" content="2022-01-20 10:00"></head><p>发布时间：2022-01-21</p>'),
      '2022-01-20',
    ],
    [
      'the line below the headline that names a source',
      page('某某县2021年政府信息公开工作年度报告', '2022-01-20 16:25 来源：本站 【字体：大 中 小】'),
      '2022-01-20',
    ],
    ['its date behind the source', page('来源：某某县人民政府　2022年1月20日　浏览次数：35'), '2022-01-20'],
    [
      'source and date in pieces of one line',
      readHtml('<h1>x</h1><div><span>2022-01-20 09:10</span><span>来源：某某县人民政府</span></div>'),
      '2022-01-20',
    ],
    [
      'a bare date below the headline',
      page('首页', '某某县2021年政府信息公开工作年度报告', '[ 2022-01-20 ]', '一、总体情况'),
      '2022-01-20',
    ],
    [
      'no bare date elsewhere',
      readHtml(
        '<title>某某县2021年政府信息公开工作年度报告</title><li><a href="b.html">某某县2020年政府信息公开年报</a><p>2021-01-20' +
          '<h1>某某县2021年政府信息公开工作年度报告</h1><p>一、总体情况<p>见下表。<p>2022-01-20',
      ),
      null,
    ],
    ['not today', page('今天是2026年1月5日 星期一 字体：大 中 小', '一、总体情况'), null],
    ['not the day the figures are of', page('数据来源：统计系统，截至2021年12月31日'), null],
    ['a line above the text', page('发布时间：2022-01-20　来源：某某县　浏览次数：2022'), '2022-01-20'],
    [
      'the day of publication before the day of signature',
      page('成文日期：2022-01-18', '发布日期：2022-01-20'),
      '2022-01-20',
    ],
    [
      'the catalogue table',
      readHtml(
        '<table><tr><td>索引号<td>1<td>发布日期：<td>2022年1月20日<tr><td>成文日期<td>2022年1月18日</table>',
      ),
      '2022-01-20',
    ],
    [
      'the catalogue flattened to lines',
      page('发布机构', '某某县', '发文日期', '2022-01-20', '文号'),
      '2022-01-20',
    ],
    ['a date below the headline', page(HEADLINE, '2022-01-20　　来源：某某县　　点击数：1'), '2022-01-20'],
    ['a date in brackets below it', page(HEADLINE, '[ 2022年1月20日 10:00 ]'), '2022-01-20'],
    ['a date that stands alone below it', page(HEADLINE, '2022-01-20'), '2022-01-20'],
    ['none below a link to another report', readHtml(`<a href=x>${HEADLINE}</a><p>2021-01-20</p>`), null],
    ['none below other text: today’s', page('欢迎访问', '2026-11-27 星期五', HEADLINE), null],
    ['none in a sentence below the headline', page(HEADLINE, '2022年1月20日，某某县召开会议'), null],
    ['none: the period is no date of publication', page('统计期限自2021年1月1日起至2021年12月31日止'), null],
  ])('%s', (_, document, published) => expect(readPublished(document)).toBe(published));
});

test.each([
  [
    '地址：某某县人民路1号，邮编：136000，电话：0434-7663373',
    { address: '某某县人民路1号', postcode: '136000', phone: '0434-7663373' },
  ],
  [
    '（联系地址:某某县人民路1号;邮政编码:136000;联系电话:0434—7663373）',
    { address: '某某县人民路1号', postcode: '136000', phone: '0434-7663373' },
  ],
  ['电话：（0434）7663373', { address: null, postcode: null, phone: '(0434)7663373' }],
  ['咨询电话 12345', { address: null, postcode: null, phone: '12345' }],
  ['共收到申请27件', { address: null, postcode: null, phone: null }],
  [
    '（某某县门户网站地址:http://www.example.cn/）下载，电话：0434-7663373',
    { address: null, postcode: null, phone: '0434-7663373' },
  ],
  [
    '网站地址：www.example.cn，联系地址：某某县人民路1号',
    { address: '某某县人民路1号', postcode: null, phone: null },
  ],
])('the contact of %s', (intro, contact) => expect(readContact(intro)).toEqual(contact));
