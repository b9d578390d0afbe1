import { expect, test } from 'vitest';
import { isoDate, readLinks, resolveUrl } from '../../../scrapers/families/links.ts';

const URL_OF_PAGE = 'http://www.example.gov.cn/zwgk/zfxxgknb/index.html';
const read = (text: string) =>
  readLinks({ url: URL_OF_PAGE, text }).map(({ url, title, date }) => ({
    url,
    title,
    ...(date ? { date } : {}),
  }));

test('links come whole, in order, with their longer title and the date of their row', () => {
  const page = `<ul><li><a href="./202201/t20220120_1.html" title="某局2021年政府信息公开工作年度报告">某局2021年政府信息…</a><span>2022-01-20</span></li>
    <li><span>[2021年1月5日]</span><a href="//m.example.gov.cn/a.html">某局2020年政府<b>信息</b>公开工作年度报告</a></li></ul>`;
  expect(read(page)).toEqual([
    {
      url: 'http://www.example.gov.cn/zwgk/zfxxgknb/202201/t20220120_1.html',
      title: '某局2021年政府信息公开工作年度报告',
      date: '2022-01-20',
    },
    {
      url: 'http://m.example.gov.cn/a.html',
      title: '某局2020年政府信息公开工作年度报告',
      date: '2021-01-05',
    },
  ]);
});

test('links that lead nowhere are none', () => {
  expect(
    read('<a href="javascript:void(0)">打印</a><a href="#top">上</a><a href="mailto:a@b.cn">信</a><a>无</a>'),
  ).toEqual([]);
});

test('a base element is what addresses stand on', () => {
  expect(read('<base href="http://www.other.gov.cn/a/"><a href="b.html">甲</a>')[0]?.url).toBe(
    'http://www.other.gov.cn/a/b.html',
  );
});

test('no date is taken from a row that holds many items', () => {
  const row = Array.from({ length: 6 }, (_, at) => `<a href="${at}.html">甲</a>`).join('');
  expect(read(`<ul><li>${row}2021-01-20</li></ul>`).every((link) => !('date' in link))).toBe(true);
});

test.each([
  ['  /a\n/b.html ', 'http://www.example.gov.cn/a/b.html'],
  ['?page=2', 'http://www.example.gov.cn/zwgk/zfxxgknb/index.html?page=2'],
  ['http://[', null],
  ['ftp://a/b', null],
])('the address %j', (href, url) => expect(resolveUrl(href, URL_OF_PAGE)).toBe(url));

test.each([
  ['发布日期：2021年1月20日 10:20', '2021-01-20'],
  ['2021/1/5', '2021-01-05'],
  ['2021-02-30', null],
  ['2021年', null],
])('the day in %j', (text, day) => expect(isoDate(text)).toBe(day));

test('a page nested beyond measure is read as far as that goes', () => {
  const depth = 300_000;
  const page = `<a href="a.html">甲</a>${'<div>'.repeat(depth)}<a href="b.html">乙</a>${'</div>'.repeat(depth)}`;
  expect(read(page).map(({ title }) => title)).toEqual(['甲']);
});
