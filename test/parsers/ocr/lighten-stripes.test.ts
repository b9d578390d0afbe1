import { describe, expect, it } from 'vitest';
import { lightenStripes } from '../../../parsers/ocr/lighten-stripes.ts';
import { blankGray, type Gray } from '../../../parsers/ocr/raster.ts';

const [WIDTH, HEIGHT] = [600, 800];
type Draw = readonly [left: number, top: number, width: number, height: number, share: number];

/** Paper on which each box takes a share of the light. */
function paint(...draws: readonly Draw[]): Gray {
  const page = blankGray(WIDTH, HEIGHT);
  for (const [left, top, width, height, share] of draws)
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++)
        page.data[y * WIDTH + x] = Math.round((page.data[y * WIDTH + x] ?? 0) * share);
  return page;
}

/** A table within margins; a 1 in it. */
const TABLE: readonly Draw[] = [
  ...[100, 300, 500].map((x): Draw => [x, 80, 2, 640, 0.1]),
  ...[80, 400, 718].map((y): Draw => [100, y, 402, 2, 0.1]),
];
const CUT_OUT: readonly Draw[] = [60, 300, 700].map((y): Draw => [0, y, WIDTH, 2, 0.5]);
const PRINT: Draw = [250, 200, 3, 20, 0.1];

describe('lightenStripes', () => {
  it('takes away a grey line that runs from one edge of the page to the other, and leaves print under it', () => {
    const clean = paint(...TABLE, PRINT);
    const lightened = lightenStripes(paint(...TABLE, PRINT, [251, 0, 2, HEIGHT, 0.7]));
    expect(furthest(lightened, clean)).toBeLessThan(3);
  });

  it('takes away a dark band, and leaves the rule of a table in it', () => {
    const clean = paint(...TABLE, PRINT);
    const lightened = lightenStripes(paint(...TABLE, PRINT, [270, 0, 60, HEIGHT, 0.6]));
    expect(furthest(lightened, clean)).toBeLessThan(3);
  });

  it('takes away one across the page', () => {
    const clean = paint(...TABLE, PRINT);
    const lightened = lightenStripes(paint(...TABLE, PRINT, [0, 210, WIDTH, 3, 0.6]));
    expect(furthest(lightened, clean)).toBeLessThan(3);
  });

  it.each<[string, readonly Draw[]]>([
    ['the rules of a table within its margins', [...TABLE, PRINT]],
    [
      'the grey rules of a picture cut out along them, print beside them',
      [...CUT_OUT, [2, 60, 40, 200, 0.1]],
    ],
    [
      'more lines than dirt draws',
      Array.from({ length: 14 }, (_, at): Draw => [0, 40 + at * 40, WIDTH, 2, 0.5]),
    ],
    ['a black line, under which print is lost', [[251, 0, 2, HEIGHT, 0.05]]],
    ['a shadow that ends on the page', [[100, 0, 60, HEIGHT - 100, 0.8]]],
  ])('leaves %s', (_, draws) => {
    const page = paint(...draws);
    expect(furthest(lightenStripes(page), page)).toBe(0);
  });
});

const furthest = (a: Gray, b: Gray): number =>
  a.data.reduce((most, level, index) => Math.max(most, Math.abs(level - (b.data[index] ?? 0))), 0);
