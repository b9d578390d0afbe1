import { describe, expect, test } from 'vitest';
import type { PrintedDocument } from '../../parsers/document.ts';
import { readHtml } from '../../parsers/html/read-html.ts';
import { readContact } from '../../parsers/metadata-contact.ts';
import { readPublished } from '../../parsers/metadata-published.ts';
import { agencyOfTitle, isReportTitle, readTitle } from '../../parsers/metadata-title.ts';
import { readYear } from '../../parsers/metadata-year.ts';
import { readChineseYear, readDate, yearsIn } from '../../parsers/read-dates.ts';
import { readText } from '../../parsers/text/read-text.ts';

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
      'not the way to the page',
      page('当前位置：首页 > 政务公开 > 2019年政府信息公开年报', '本报告由六部分组成'),
      null,
    ],
    [
      'in the radicals of a PDF’s text layer',
      readText('⻓安区2021年政府信息公开工作年度报告\n'),
      '长安区2021年政府信息公开工作年度报告',
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

  test.each([
    ['双辽市政府办公室2021年度政府信息公开工作报告', '双辽市政府办公室'],
    ['2021年某某县政府信息公开工作年度报告', '某某县'],
    ['某某局关于2021年度政府信息公开工作的年度报告', '某某局'],
    ['关于某某县2021年政府信息公开工作年度报告', '某某县'],
    ['某某县二〇二一年政府信息公开工作年度报告', '某某县'],
    ['某某县（2021年度）政府信息公开工作年度报告', '某某县'],
    ['2021年政府信息公开工作年度报告', null],
    ['某某县教育局关于报送2023年政府信息公开工作年度报告的函', '某某县教育局'],
    ['某某局2018年度政府信息公开情况统计表', '某某局'],
    [INTRODUCTION, null],
  ])('the agency of %s is %s', (title, agency) => expect(agencyOfTitle(title)).toBe(agency));
});

describe('years', () => {
  test.each<[string, readonly number[]]>([
    ['2021年', [2021]],
    ['２０２１年度', [2021]],
    ['二〇二一年', [2021]],
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
])('the contact of %s', (intro, contact) => expect(readContact(intro)).toEqual(contact));
