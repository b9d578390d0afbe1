import { describe, expect, test } from 'vitest';
import { cellOf } from './grid-of.ts';

describe('cellText', () => {
  test.each([
    ['27', '27'],
    ['<span>2</span><span>7</span>', '27'],
    ['<p class=MsoNormal><span lang=EN-US>2</span><span>7<o:p></o:p></span></p>', '27'],
    ['<p><span>651</span><span?8</span></p>', '651<span?8< span>'],
    ['<p>651<b 8</b></p>', '651<b 8< b>'],
    ['<p>651<span style="color:red"8</span></p>', '651<span style 8< span>'],
    ['<p?6518</p>', '<p?6518< p>'],
    ['<p<b>27</p>', '27'],
    ['<h2>27</h2>', '27'],
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
    ['27<span style="vertical-align: super; font-size: smaller">1</span>', '27〔1〕'],
    ['27<span style="mso-text-raise:4.0pt;position:relative;top:-4.0pt">1</span>', '27〔1〕'],
    ['27<span style="position:relative;top:-.5em">1</span>', '27〔1〕'],
    ['<span style="mso-text-raise:4.0pt">27</span>', '27'],
    ['2<span style="mso-text-raise:1.0pt">7</span>', '27'],
    ['<span style="text-decoration: line-through">12</span>27', '〔12〕27'],
    ['<span style="text-decoration:underline">27</span>', '27'],
    ['<span style="color:#fff">1</span>27', '〔1〕27'],
    ['<b class="n"><span style="color:#fff">1</span></b>27', '〖1〗27'],
    ['<b class="n"><span style="color:#fff">27</span></b>', '27'],
    ['<b style="background:red"><span style="color:#fff">1</span></b>27', '127'],
    ['<span style="position:absolute;left:-999px">1</span>27', '27'],
    ['<span style="position:absolute;left:-9px">2</span>7', '27'],
    ['<span style="display:inline-block;text-indent:-9999px">1</span>27', '27'],
    ['<span style="opacity:0">1</span>27', '27'],
    ['<span style="opacity:0.5">2</span>7', '27'],
    ['<span style="font-size:1px">1</span>27', '27'],
    ['<span style="opacity:0">27</span>', '〔27〕'],
    ['<span style="display:none;display:inline">2</span>7', '27'],
    ['<span style="display:none!important;display:inline">1</span>27', '27'],
    ['<span style="display:block">2</span><span style="display:block">7</span>', '2\n7'],
    ['<input type="text" value="27">', '27'],
    ['<input type="hidden" value="27">', ''],
    ['<svg><text>27</text></svg>', '〔图〕'],
    ['<svg><path d="M0 0"/></svg>', ''],
    ['<span style="padding-right:20px">2</span><span>7</span>', '2\n7'],
    ['<b>2</b><em style="margin-left:3em">7</em>', '2\n7'],
    ['<b>2</b><em style="margin-left:1px">7</em>', '27'],
    ['<span style="padding-left:20px">27</span>', '27'],
    ['<textarea>27</textarea>', '27'],
    ['<textarea hidden>27</textarea>', ''],
    ['<select><option>12<option selected>27</select>', '27'],
    ['<select><option>27<option>12</select>', '27'],
    ['<ruby>27<rt>9</rt></ruby>', '27'],
    ['<details><summary>27</summary>9</details>', '27'],
    ['<details open><summary>2</summary></details>', '2'],
    ['<script>document.write("27")</script>', '〔脚本〕'],
    ['27<script>document.write("1")</script>', '27'],
    ['<constructor>27</constructor>', '27'],
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
