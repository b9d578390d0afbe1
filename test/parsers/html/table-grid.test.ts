import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { gridOf } from './grid-of.ts';

/** https://html.spec.whatwg.org/multipage/tables.html#forming-a-table */
describe('tableGrid', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain cells',
      '<tr><td>a<td>b<tr><td>c<td>d',
      [
        ['a@0', 'b@1'],
        ['c@0', 'd@1'],
      ],
    ],
    [
      'colspan',
      '<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e',
      [
        ['a@0 1x2', 'b@2'],
        ['c@0', 'd@1', 'e@2'],
      ],
    ],
    ['rowspan', '<tr><td rowspan=2>a<td>b<tr><td>c', [['a@0 2x1', 'b@1'], ['c@1']]],
    ['rowspan beyond the table', '<tr><td rowspan=9>a<td>b<tr><td>c', [['a@0 2x1', 'b@1'], ['c@1']]],
    [
      'rowspan beyond its section',
      '<thead><tr><th rowspan=9>a<th>b<tbody><tr><td>c<td>d',
      [
        ['a@0', 'b@1'],
        ['c@0', 'd@1'],
      ],
    ],
    [
      'rowspan of 0: to the end of the section',
      '<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d',
      [['a@0 3x1', 'b@1'], ['c@1'], ['d@1']],
    ],
    ['colspan of 0 is 1', '<tr><td colspan=0>a<td>b', [['a@0', 'b@1']]],
    ['colspan that is no number is 1', '<tr><td colspan=x>a<td>b', [['a@0', 'b@1']]],
    ['a negative span is 1', '<tr><td colspan=-3 rowspan=-2>a<td>b', [['a@0', 'b@1']]],
    [
      'a span with a fraction or a unit',
      '<tr><td colspan=2.9>a<td>b<tr><td colspan="3px">c',
      [['a@0 1x2', 'b@2'], ['c@0 1x3']],
    ],
    ['colspan is clamped to 1000', '<tr><td colspan=1000000000>a<td>b', [['a@0 1x1000', 'b@1000']]],
    [
      'overlapping cells',
      '<tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d',
      [
        ['a@0', 'b@1 2x1'],
        ['c@0 1x2', 'd@2'],
      ],
    ],
    [
      'a cell under two that overlap',
      '<tr><td>a<td rowspan=3>b<tr><td colspan=2>c<tr><td>d<td>e',
      [['a@0', 'b@1 3x1'], ['c@0 1x2'], ['d@0', 'e@2']],
    ],
    ['a short row', '<tr><td>a<td>b<tr><td>c', [['a@0', 'b@1'], ['c@0']]],
    ['an empty row', '<tr><td>a<tr></tr><tr><td>b', [['a@0'], [], ['b@0']]],
    ['the foot comes last', '<tfoot><tr><td>z<tbody><tr><td>a', [['a@0'], ['z@0']]],
    ['a hidden row takes no place', '<tr style="display:none"><td>x<tr><td>a', [['a@0']]],
    ['a hidden cell takes no place', '<tr><td>a<td style="DISPLAY : none">x<td>b', [['a@0', 'b@1']]],
    [
      'upper case and th',
      '<TR><TH COLSPAN=2>a</TH></TR><TR><TD>b</TD><TD>c</TD></TR>',
      [['a@0 1x2'], ['b@0', 'c@1']],
    ],
  ])('%s', (_, rows, expected) => expect(gridOf(`<table>${rows}</table>`)).toEqual(expected));

  test('rows of a table nested in a cell are not rows of the outer table', () => {
    const nested = '<table><tr><td>a<table><tr><td>x<td>y</table><tr><td>b</table>';
    expect(gridOf(nested, 0)).toEqual([['a\nx\ny@0'], ['b@0']]);
    expect(gridOf(nested, 1)).toEqual([['x@0', 'y@1']]);
  });

  test('every cell has a path that finds it again', () => {
    const page =
      '<html><body><div>x</div><div><table><thead><tr><th>h<th>i<tbody><tr><td>a<td><table><tr><td>b</table></table></div></body></html>';
    const $ = load(page);
    for (const cell of readHtml(page).grids.flatMap((grid) => grid.rows.flat())) {
      const path = cell.source.kind === 'html' ? cell.source.path : '';
      expect($(path), path).toHaveLength(1);
      expect($(path).text().replace(/\s/g, '')).toBe(cell.text.replace(/\s/g, ''));
    }
  });

  test('a thousand spans of a thousand rows and columns are cut with a finding', () => {
    const cell = '<td colspan=1000 rowspan=65534>0';
    const { findings } = readHtml(`<table>${`<tr>${cell.repeat(300)}`.repeat(3)}</table>`);
    expect(findings.map((finding) => finding.rule)).toEqual(['document.too_complex']);
  });
});
