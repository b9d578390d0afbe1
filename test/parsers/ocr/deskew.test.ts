import { describe, expect, it } from 'vitest';
import { binarise } from '../../../parsers/ocr/binarise.ts';
import { findSkew, straighten } from '../../../parsers/ocr/deskew.ts';
import { drawBoxes, toPaper } from './draw.ts';

/** Lines of "print": rows of dashes, and a rule below. */
const page = toPaper(
  drawBoxes(800, 600, [
    ...Array.from({ length: 12 * 30 }, (_, index): [number, number, number, number] => [
      60 + (index % 30) * 22,
      80 + Math.floor(index / 30) * 36,
      12,
      10,
    ]),
    [50, 560, 700, 2],
  ]),
);

describe('deskew', () => {
  it('finds no skew in a straight page', () => {
    expect(findSkew(binarise(page, 128))).toBeCloseTo(0, 1);
  });

  it.each([-4, -1.3, -0.3, 0.5, 2.2, 5])('finds %f degrees and turns the page back', (degrees) => {
    const turned = straighten(page, -degrees).image;
    const found = findSkew(binarise(turned, 128));
    expect(found).toBeCloseTo(degrees, 0);
    expect(Math.abs(found - degrees)).toBeLessThan(0.06);
    expect(findSkew(binarise(straighten(turned, found).image, 128))).toBeCloseTo(0, 1);
  });

  it('takes no words set at two heights for a line that lies askew', () => {
    const words = Array.from({ length: 15 }, (_, at) => at).flatMap((at) =>
      Array.from({ length: 4 }, (_, letter): [number, number, number, number] => [
        20 + at * 150 + letter * 30,
        at < 5 ? 60 : 80,
        26,
        30,
      ]),
    );
    const numbers = Array.from({ length: 15 }, (_, at): [number, number, number, number] => [
      70 + at * 150,
      140,
      20,
      30,
    ]);
    expect(findSkew(drawBoxes(2300, 200, [...words, ...numbers]))).toBeCloseTo(0, 1);
  });

  it('tells where a pixel of the straight page was on the scan', () => {
    const { image, toScan } = straighten(page, 3);
    const [x, y] = toScan(image.width / 2, image.height / 2);
    expect([x, y]).toEqual([page.width / 2, page.height / 2]);
    const [right, below] = toScan(image.width / 2 + 100, image.height / 2);
    expect(right).toBeCloseTo(page.width / 2 + 100 * Math.cos((3 * Math.PI) / 180));
    expect(below).toBeCloseTo(page.height / 2 + 100 * Math.sin((3 * Math.PI) / 180));
  });
});
