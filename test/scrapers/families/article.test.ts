import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../parsers/decode.ts';
import { findBody, readArticlePage } from '../../../scrapers/families/article.ts';
import { openPage } from '../../../scrapers/families/links.ts';
import { generateCase } from '../../generate/corpus.ts';
import { HTML_RECIPES } from '../../generate/html-recipes.ts';

const URL_OF_PAGE = 'http://www.example.gov.cn/zwgk/zfxxgknb/202201/t20220120_1.html';
const TITLE = '某县教育局2021年政府信息公开工作年度报告';
const read = (text: string) => readArticlePage({ url: URL_OF_PAGE, text });
const PROSE =
  '<p>一、总体情况</p><p>根据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限自2021年1月1日起。</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>';
const TABLE = `<table>${'<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>'.repeat(8)}</table>`;
const page = (body: string, head = `<title>${TITLE}</title>`) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

describe('reports in every shape of the generator', () => {
  test.each(HTML_RECIPES.map((recipe) => [recipe.name, recipe] as const))('%s is a report', (_, recipe) => {
    const { bytes, truth } = generateCase(recipe, 7);
    const { isReport, title, published } = read(decodeText(bytes).text);
    expect({ isReport, year: title?.includes(String(truth.year)) }).toEqual({ isReport: true, year: true });
    if (truth.published !== null) expect(published).toBe(truth.published);
  });
});

describe('pages that are no report', () => {
  const PAGES: readonly (readonly [what: string, markup: string])[] = [
    [
      'a notice that prints the form',
      page(PROSE + TABLE, '<title>关于印发《政府信息公开工作年度报告格式》的通知</title>'),
    ],
    ['an interpretation', page(`${PROSE}`, `<title>《${TITLE}》文字解读</title>`)],
    ['a list', page(`<ul><li><a href="a.html">${TITLE}</a></li></ul>`, '<title>政府信息公开年报</title>')],
    [
      'news',
      page(
        '<p>近日，某县发布2021年政府信息公开工作年度报告，主动公开信息一千条。</p>',
        '<title>某县发布2021年政府信息公开工作年度报告</title>',
      ),
    ],
    ['a shell', page('<div id="app"></div>')],
    [
      'a guide',
      page(
        '<p>本机关的政府信息公开指南。</p><p>一、主动公开政府信息的情况</p>',
        '<title>某局政府信息公开指南</title>',
      ),
    ],
    ['nothing', ''],
  ];
  test.each(PAGES)('%s', (_, markup) => expect(read(markup).isReport).toBe(false));
});

test('meta tags are read in any order of their attributes', () => {
  const head = `<meta content="${TITLE}" name="ArticleTitle"><meta NAME="PubDate" CONTENT="2022-01-20 10:00">`;
  expect(read(page(PROSE + TABLE, head))).toMatchObject({
    title: TITLE,
    published: '2022-01-20',
    isReport: true,
  });
});

test('the header table names, classes and dates a page', () => {
  const table =
    '<table><tr><td>索 引 号</td><td>1137</td><td>组配分类</td><td>政府信息公开年报</td></tr><tr><td>发布日期：</td><td>2022年1月20日</td><td>标题</td><td>某局2021年度情况</td></tr></table>';
  expect(read(page(table + PROSE + TABLE, '<title>某局</title>'))).toMatchObject({
    published: '2022-01-20',
    isReport: true,
  });
});

test('tables beside the first container belong to the article', () => {
  const $ = openPage(page(`<div class="wrap"><div id="zoom">${PROSE}</div><div>${TABLE}</div></div>`));
  expect(findBody($).element).toMatchObject({ attribs: { class: 'wrap' } });
});

describe('attachments', () => {
  const names = (markup: string) =>
    read(page(markup)).attachments.map(({ url, name }) => [url.split('/').at(-1), name]);

  test('by the ending of the address, the text or the system, each once', () => {
    const links = `<a href="./P020220211.pdf">附件：报告</a><a href="/module/download/downfile.jsp?classid=0&filename=a1.pdf">表.pdf</a>
      <a href="/openness/OpennessContent/download/77.html">报告</a><a href="/f/1">某局2021年年报.docx</a><a href="./P020220211.pdf">下载</a>`;
    expect(names(`<div id="zoom">${PROSE}${links}</div>`)).toEqual([
      ['P020220211.pdf', '附件：报告'],
      ['downfile.jsp?classid=0&filename=a1.pdf', '表.pdf'],
      ['77.html', '报告'],
      ['1', '某局2021年年报.docx'],
    ]);
  });

  test.each([
    ['点击下载', '/download?fid=77', true],
    ['【下载附件】', '/f/77', true],
    ['PDF下载', '/f/77', true],
    [TITLE, '/f/77', true],
    ['点击查看', '/nb/77.html', false],
    ['查看', '/nb/', false],
    ['某局简介', '/f/77', false],
  ])('by what the link says, where its address tells nothing: %s %s', (text, href, isFile) => {
    const link = `<p>附件：<a href="${href}">${text}</a></p>`;
    expect(names(`<h1>${TITLE}</h1><div id="zoom"><p>详见附件。</p>${link}</div>`)).toHaveLength(
      isFile ? 1 : 0,
    );
  });

  test('files of the page itself are none', () => {
    const chrome =
      '<div class="footer"><a href="/help.pdf">网站使用帮助.pdf</a><a href="/sqb.doc">公开申请表</a></div>';
    expect(names(`<div id="zoom">${PROSE}${TABLE}</div>${chrome}`)).toEqual([]);
  });

  test('a page that holds nothing but a file is a report', () => {
    const markup = page(
      `<h1>${TITLE}</h1><div id="zoom"><p>附件：<a href="a.pdf">${TITLE}.pdf</a></p></div>`,
    );
    expect(read(markup)).toMatchObject({ isReport: true, elsewhere: [] });
  });

  test('pictures count where the body has no table', () => {
    const picture = '<img src="./W020220211.png" width="600"><img src="/images/icon_pdf.gif">';
    expect(names(`<div id="zoom">${PROSE}${picture}</div>`)).toEqual([['W020220211.png', 'W020220211.png']]);
    expect(names(`<div id="zoom">${PROSE}${TABLE}${picture}</div>`)).toEqual([]);
  });

  test('a file in a frame or a viewer is an attachment', () => {
    expect(names('<iframe src="/pdfjs/web/viewer.html?file=%2Ffiles%2Fa.pdf"></iframe>')).toEqual([
      ['a.pdf', 'a.pdf'],
    ]);
  });
});

describe('articles that are elsewhere', () => {
  const elsewhere = (markup: string) => read(markup).elsewhere;

  test('in a frame, unless the page itself holds the report', () => {
    expect(elsewhere(page('<iframe src="body.html"></iframe>'))).toEqual([
      new URL('body.html', URL_OF_PAGE).href,
    ]);
    expect(elsewhere(page(`${PROSE}${TABLE}<iframe src="map.html"></iframe>`))).toEqual([]);
  });

  test('behind a meta refresh or a script that leads on', () => {
    expect(elsewhere('<meta http-equiv="Refresh" content="0; URL=\'/a/b.html\'">')).toEqual([
      'http://www.example.gov.cn/a/b.html',
    ]);
    expect(elsewhere('<script>window.location.href="c.html";</script>')).toEqual([
      new URL('c.html', URL_OF_PAGE).href,
    ]);
    expect(elsewhere(`<meta http-equiv="refresh" content="300; url=${URL_OF_PAGE}">`)).toEqual([]);
  });
});

test('damaged pages never throw', () => {
  const fixture = readFileSync('test/fixtures/generated/html-plain-2021-11.html', 'utf8');
  const cut = fc.tuple(fc.nat(fixture.length), fc.nat(fixture.length), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(cut, ([from, to, junk]) => {
      expect(read(fixture.slice(0, from) + junk + fixture.slice(to)).attachments).toBeInstanceOf(Array);
    }),
    { seed: 20210331, numRuns: 30 },
  );
});
