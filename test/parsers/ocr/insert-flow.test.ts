import { expect, it } from 'vitest';
import type { Grid } from '../../../parsers/grid.ts';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { insertFlows } from '../../../parsers/ocr/insert-flow.ts';

const grid = (after: number): Grid => ({
  index: 0,
  columnsKnown: true,
  after,
  rows: [
    [
      {
        text: '7',
        row: 0,
        column: 0,
        rowSpan: 1,
        columnSpan: 1,
        source: { kind: 'ocr', table: 0, row: 0, column: 0, page: 1, bbox: [0, 0, 1, 1], confidence: 1 },
      },
    ],
  ],
});
const paragraph = (text: string) => ({ text, start: 0, end: text.length });

it('what pictures show stands between the paragraphs of the page, and the tables count on', () => {
  const page = readHtml('<p>a</p><table><tr><td>1</td></tr></table><p>b</p><p>c</p>');
  const { paragraphs, grids, text } = insertFlows(page, [
    { after: 2, paragraphs: [paragraph('x'), paragraph('y')], grids: [grid(1)] },
    { after: 1, paragraphs: [], grids: [grid(0)] },
  ]);
  expect(text).toBe('a\nb\nx\ny\nc');
  expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'b', 'x', 'y', 'c']);
  expect(grids.map(({ index, after, rows }) => [index, after, rows[0]?.[0]?.source])).toMatchObject([
    [0, 1, { kind: 'html', table: 0 }],
    [1, 1, { kind: 'ocr', table: 1 }],
    [2, 3, { kind: 'ocr', table: 2 }],
  ]);
});
