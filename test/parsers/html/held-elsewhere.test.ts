import { describe, expect, test } from 'vitest';
import { extractBytes } from '../../golden/extract-fixture.ts';

const TITLE = '双辽市2021年政府信息公开工作年度报告';
const page = (content: string, title = TITLE): Uint8Array =>
  new TextEncoder().encode(
    `<title>${title}</title><img src="logo.png"><a href="a.html"><img src="icon.png"></a>
    <div>首页 &gt; 政府信息公开年报</div><h1>${title}</h1><div>发布时间：2022-01-20</div>
    <div>${content}</div><div><a href="//bszs.conac.cn"><img src="conac.png"></a></div>`,
  );
/** Three tables are missing, and the site's own pictures may be among those that were not read. */
const rulesOf = ({ findings }: { findings: readonly { rule: string }[] }): readonly string[] => [
  ...new Set(findings.map(({ rule }) => rule)),
];

describe('a page that holds its report elsewhere says the title and the year, and that no table was found', () => {
  test.each<[string, string, readonly string[]]>([
    ['a file', `<a href="./P020240.pdf">${TITLE}.pdf</a>`, ['document.held_elsewhere', 'table.missing']],
    [
      'an attachment without a name',
      '<p>报告全文见附件。</p><a href="a.doc">附件下载</a>',
      ['document.held_elsewhere', 'table.missing'],
    ],
    [
      'two files of one report',
      '<a href="a.docx">2021年年报.docx</a><a href="a.pdf?v=1">附件：双辽市2021年政府信息公开年报.pdf</a>',
      ['document.held_elsewhere', 'table.missing'],
    ],
    ['a frame', '<iframe src="./P0202401.htm"></iframe>', ['document.held_elsewhere', 'table.missing']],
    [
      'an embedded file',
      '<embed src="1.pdf" type="application/pdf">',
      ['document.held_elsewhere', 'table.missing'],
    ],
    [
      'pictures',
      '<img src="1.jpg"><img src="2.jpg"><img src="3.jpg">',
      ['document.pictures_unread', 'table.missing'],
    ],
  ])('in %s', async (_, content, rules) => {
    const extraction = await extractBytes(page(content));
    const { report, cells } = extraction;
    expect(report).toMatchObject({
      ...{ title: TITLE, agency: '双辽市', division: '220382', year: 2021, published: '2022-01-20' },
    });
    expect(rulesOf(extraction)).toEqual(expect.arrayContaining([...rules]));
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['no_table']));
  });

  test.each<[string, string, string?]>([
    ['nothing', ''],
    ['what a script fills', '<div id="app"></div><script src="/js/app.js"></script>'],
    ['a frame that is not shown', '<iframe src="count.htm" style="display:none"></iframe>'],
    ['a frame of one point', '<iframe src="count.htm" width="1" height="1"></iframe>'],
    ['a link to a page', '<a href="./t20220120.html">年报</a>'],
    ['icons that lead somewhere', '<a href="https://weibo.com"><img src="weibo.png"></a>'],
    ['files of other years', '<a href="1.pdf">双辽市2020年政府信息公开工作年度报告.pdf</a>'],
    ['a file of another body', '<a href="1.pdf">双辽市教育局2021年政府信息公开年报.pdf</a>'],
    ['a column of the year', '<a href="1.pdf">附件下载</a>', '2021年政府信息公开年报'],
    ['a picture that explains a report', '<img src="1.jpg">', '一图读懂双辽市2021年政府信息公开工作年度报告'],
  ])('not one that holds %s', async (_, content, title) => {
    const { findings } = await extractBytes(page(content, title));
    expect(findings.map(({ rule }) => rule)).toContain('document.not_a_report');
  });
});
