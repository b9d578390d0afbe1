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
