import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../parsers/html/read-html.ts';

const texts = (markup: string): readonly string[] => readHtml(markup).paragraphs.map(({ text }) => text);

describe('readHtml', () => {
  test('paragraphs keep their places in the running text', () => {
    const { text, paragraphs } = readHtml(
      '<p>一、<b>总体</b>情况</p><div>共收到 <i>27</i> 件<br>结转 1 件</div>',
    );
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([
      '一、总体情况',
      '共收到 27 件',
      '结转 1 件',
    ]);
    for (const { text: own, start, end } of paragraphs) expect(text.slice(start, end)).toBe(own);
  });

  test('text of scripts, styles, templates and hidden elements is not of the page', () => {
    expect(
      texts(
        '<style>p{}</style><script>x</script><template>t</template><p hidden>h</p><p style="visibility:hidden">v</p><p>a</p>',
      ),
    ).toEqual(['a']);
  });

  test('a frame with its page in an attribute shows that page', () => {
    const frame = (attributes: string): string =>
      `<p>a</p><iframe ${attributes} srcdoc="<p>b</p><table><tr><td>7</table>"></iframe><p>c</p>`;
    const { text, grids } = readHtml(frame(''));
    expect(text).toBe('a\nb\nc');
    expect(grids[0]?.rows[0]?.[0]).toMatchObject({
      text: '7',
      source: { path: expect.stringContaining('iframe:nth-of-type(1) > html > body > table:nth-of-type(1)') },
    });
    expect(readHtml(frame('style="display:none"')).text).toBe('a\nc');
  });

  test('a layout table is text and grid, a table of numbers only a grid', () => {
    const inner = '<table><tr><td>规章<td>0</table>';
    expect(texts(`<table><tr><td><p>总体情况</p>${inner}</table>`)).toEqual(['总体情况']);
    expect(texts(inner)).toEqual([]);
    expect(readHtml(inner).grids).toHaveLength(1);
  });

  test.each([
    ['a number', '0.01</td>', '0.01'],
    ['a number in a span', '<span>0.01</span></td>', '0.01'],
    ['a word', '<b>返回</b></td>', '返回'],
    ['a number that is not shown', '<span hidden>7</span>', ''],
  ])('%s of a table outside of every cell', (_, piece, outside) => {
    const { grids } = readHtml(`<p>a</p><table><tr><td>收费</td>${piece}<td>2</td></tr></table>`);
    expect(grids[0]?.outside?.join('')).toBe(outside);
    expect(grids[0]?.rows[0]?.map(({ text }) => text)).toEqual(['收费', '2']);
  });

  test('a grid knows how many paragraphs stand before it', () => {
    const { grids } = readHtml('<p>a</p><p>b</p><table><tr><td>1</table><p>c</p><table><tr><td>2</table>');
    expect(grids.map((grid) => grid.after)).toEqual([2, 3]);
  });

  test('meta tags of government pages are read, the title without the site', () => {
    const head =
      '<head><title>t</title><meta name="ArticleTitle" content="年报"><meta name="PubDate" content="2022-01-20"><meta name=SiteIDCode content=2203820001></head>';
    expect(readHtml(`<html>${head}<body></body></html>`).meta).toEqual({
      title: '年报',
      published: '2022-01-20',
      siteCode: '2203820001',
    });
  });

  test('images pasted into the page cost nothing', () => {
    const image = `<img src="data:image/png;base64,${'A'.repeat(13_000_000)}">`;
    const { findings, paragraphs } = readHtml(`<p>a</p>${image}<p>b</p>`);
    expect(findings).toEqual([]);
    expect(paragraphs).toHaveLength(2);
  });

  test.each<[string, string, string | undefined]>([
    ['a whole page', '<html><body><table><tr><td>规章<td>12</table></body></html>', undefined],
    ['a page that forgets </table>', '<html><body><table><tr><td>规章<td>12</body></html>', undefined],
    ['a fragment', '<p>a</p><table><tr><td>规章<td>12</table>', undefined],
    ['text with a sign', '<p>27 < 28</p>', undefined],
    ['a page cut in a table', '<html><body><table><tr><td>规章<td>12', '规章 12'],
    ['a page cut in a tag', '<html><body><p>总体情况</p><p sty', '总体情况'],
    ['a page cut in an outer table', '<table><tr><td><table><tr><td>1</table><p>总体', '1 总体'],
  ])('%s: cut off after %j', (_, markup, after) => expect(readHtml(markup).truncatedAfter).toBe(after));

  test('the number that a cut page ends with may have had more digits', () => {
    const cells = readHtml('<html><body><table><tr><td>规章<td>12').grids[0]?.rows[0];
    expect(cells?.map((cell) => cell.text)).toEqual(['规章', '12…']);
  });
});

test.each([
  [
    'one table',
    '<table><tr><td colspan=2>双辽市2021年政府信息公开工作年度报告</tr><tr><td>行政许可<td>27</tr><tr><td colspan=2>9</tr></table>',
    [0],
  ],
  [
    'a table for each line',
    '<table><tr><td>双辽市2021年政府信息公开工作年度报告</table><table><tr><td>行政许可<td>27</table>',
    [0, 1],
  ],
])(
  'a page with nothing outside its tables is a sheet, its title a row of one text: %s',
  (_, markup, after) => {
    const { text, grids } = readHtml(`<html><body>${markup}</body></html>`);
    expect(text).toBe('双辽市2021年政府信息公开工作年度报告');
    expect(grids.map((grid) => grid.after)).toEqual(after);
    expect(readHtml(`<p>目录</p>${markup}`).text).toBe('目录');
  },
);
