import { expect, test } from 'vitest';
import { trs } from '../../../scrapers/families/trs.ts';
import { trsSite } from '../../sites/trs.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(trs, trsSite, [0, 1, 2, 3]);

const COLUMN = 'http://www.example.gov.cn/zwgk/zfxxgknb/';

test('a stub behind the last page ends the list', () => {
  const text = '<html><body><script>location.reload()</script></body></html>';
  expect(trs.readList({ url: `${COLUMN}index_9.html`, text })).toMatchObject({ reports: [], more: [] });
});

test('files are named against the page, with the name that the editor gave them', () => {
  const text = `<html><head><meta name="ArticleTitle" content="某县2021年政府信息公开工作年度报告"></head><body><div class="TRS_Editor"><p>报告全文见附件。</p><p><a href="./P020220211562345678901.pdf" appendix="true">某县2021年年报.pdf</a></p></div></body></html>`;
  expect(trs.readArticle({ url: `${COLUMN}202202/t20220211_100.html`, text })).toMatchObject({
    isReport: true,
    attachments: [{ url: `${COLUMN}202202/P020220211562345678901.pdf`, name: '某县2021年年报.pdf' }],
  });
});

test('pages that links name are followed where no script call counts them', () => {
  const text = `<html><head><title>政府信息公开年报</title></head><body><a href="index_1.html">2</a><a href="index_2.html">尾页</a></body></html>`;
  expect(trs.readList({ url: `${COLUMN}index.html`, text }).more).toEqual([
    { url: `${COLUMN}index_1.html` },
    { url: `${COLUMN}index_2.html` },
  ]);
});

test('a list that prints its newest report and lists it too leaves it to its own page', () => {
  const title = '某县2021年政府信息公开工作年度报告';
  const body =
    '<p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>';
  const row = `<li><a href="./202202/t20220211_100.html">${title}</a></li>`;
  const page = (rows: string) => ({
    url: `${COLUMN}index.html`,
    text: `<html><head><title>政府信息公开年报</title></head><body><h1>${title}</h1><div class="TRS_Editor">${body}</div><ul>${rows}</ul></body></html>`,
  });
  const urls = (rows: string): readonly string[] => trs.readList(page(rows)).reports.map(({ url }) => url);
  expect(urls('')).toEqual([`${COLUMN}index.html`]);
  expect(urls(row)).toEqual([`${COLUMN}202202/t20220211_100.html`]);
});
