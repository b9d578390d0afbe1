import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { darkenLightPrint } from '../../../parsers/ocr/light-print.ts';
import { blankGray, type Gray } from '../../../parsers/ocr/raster.ts';

type Rect = readonly [left: number, top: number, width: number, height: number, level: number];

function paint(rects: readonly Rect[], paper = 255): Gray {
  const page = blankGray(400, 300);
  page.data.fill(paper);
  for (const [left, top, width, height, level] of rects)
    for (let y = top; y < top + height; y++) page.data.fill(level, y * 400 + left, y * 400 + left + width);
  return page;
}

const levelAt = ({ data }: Gray, x: number, y: number): number => data[y * 400 + x] ?? -1;
/** Strokes of a line of print, one of them at (60, 60). */
const strokes = (level: number): readonly Rect[] =>
  Array.from({ length: 9 }, (_, at): Rect => [58 + at * 30, 50, 4, 24, level]);

describe('print on a dark ground', () => {
  it.each([20, 97, 140])('that is lighter than its ground of %d becomes dark print on paper', (ground) => {
    const turned = darkenLightPrint(paint([[40, 40, 320, 44, ground], ...strokes(250)]));
    expect(levelAt(turned, 60, 60)).toBeLessThan(20);
    expect(levelAt(turned, 75, 60)).toBe(255);
    expect(levelAt(turned, 20, 200)).toBe(255);
  });

  it('is turned on the whole page where this is a negative', () => {
    const turned = darkenLightPrint(paint([...strokes(255), [20, 150, 360, 2, 255]], 8));
    expect(levelAt(turned, 60, 60)).toBe(0);
    expect(levelAt(turned, 200, 150)).toBe(0);
    expect(levelAt(turned, 200, 250)).toBe(255);
  });

  it('keeps the black rules between its cells', () => {
    const rule: Rect = [200, 40, 2, 44, 0];
    expect(
      levelAt(darkenLightPrint(paint([[40, 40, 320, 44, 97], ...strokes(250), rule])), 200, 46),
    ).toBeLessThan(128);
  });
});

describe('dark ink', () => {
  it.each<[string, readonly Rect[]]>([
    ['of a block that hides what was printed', [[40, 40, 320, 44, 10]]],
    ['on a grey ground', [[40, 40, 320, 44, 150], ...strokes(20)]],
    [
      'of two blocks that nearly meet',
      [
        [40, 40, 320, 44, 10],
        [40, 110, 320, 44, 10],
      ],
    ],
    ['of large letters', Array.from({ length: 6 }, (_, at): Rect => [58 + at * 30, 40, 14, 44, 10])],
  ])('%s stays as it is', (_, rects) => {
    const page = paint(rects);
    expect(Buffer.compare(darkenLightPrint(page).data, page.data)).toBe(0);
  });
});

it('the star of a seal that was copied black stays black', () => {
  const canvas = createCanvas(400, 300);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 400, 300);
  context.fillStyle = 'black';
  context.beginPath();
  for (let point = 0; point < 5; point++) {
    const angle = (point * 4 * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(200 + 110 * Math.cos(angle), 150 + 110 * Math.sin(angle));
  }
  context.fill('nonzero');
  const { data } = context.getImageData(0, 0, 400, 300);
  const page = blankGray(400, 300);
  for (const at of page.data.keys()) page.data[at] = data[at * 4] ?? 0;
  expect(Buffer.compare(darkenLightPrint(page).data, page.data)).toBe(0);
});
