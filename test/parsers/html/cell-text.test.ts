import { describe, expect, test } from 'vitest';
import { cellOf } from './grid-of.ts';

describe('cellText', () => {
  test.each([
    ['27', '27'],
    ['<span>2</span><span>7</span>', '27'],
    ['<p class=MsoNormal><span lang=EN-US>2</span><span>7<o:p></o:p></span></p>', '27'],
    ['<p>2</p><p>7</p>', '2\n7'],
    ['2<br>7', '2\n7'],
    ['\n     商业\n     企业\n   ', '商业 企业'],
    ['&nbsp;', ''],
    ['<p><br/></p>', ''],
    ['<p>&nbsp;</p>', ''],
    ['2<!-- 1 -->7', '27'],
    ['27<span style="display:none">99</span>', '27'],
    ['27<script>var n = 1;</script>', '27'],
    ['27<span hidden>1</span>', '27'],
    ['27<sup>1</sup>', '27〔1〕'],
    ['27<sup></sup>', '27'],
    ['<del>12</del>27', '〔12〕27'],
    ['27<s>3</s>', '27〔3〕'],
    ['<input type="text" value="27">', '27'],
    ['<input type="hidden" value="27">', ''],
    ['<img src="a.png">', '〔图〕'],
    ['<img src="spacer.gif" width="1" height="1">', ''],
    ['27<img src="a.png">', '27'],
    ['&#50;&#55;', '27'],
    ['２７', '２７'],
  ])('%j is %j', (inner, text) =>
    expect(
      cellOf(inner)
        ?.replace(/\u00a0/g, ' ')
        .trim(),
    ).toBe(text),
  );

  test('a number behind a screenful of indentation is not lost', () => {
    expect(cellOf(`${' '.repeat(5000)}<p>${'&nbsp;'.repeat(500)}</p>\n<p>27</p>`)?.trim()).toBe('27');
  });

  test('a page in a cell is cut, not read to its end', () => {
    expect(cellOf('<p>公开</p>'.repeat(100_000))?.length).toBeLessThan(2000);
  });
});
