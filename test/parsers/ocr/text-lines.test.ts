import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../parsers/ocr/components.ts';
import { findTextLines } from '../../../parsers/ocr/text-lines.ts';
import { drawBoxes } from './draw.ts';

const HEIGHT = 20;
type Boxes = readonly (readonly [left: number, top: number, width: number, height: number])[];
const linesOf = (boxes: Boxes) => findTextLines(findComponents(drawBoxes(400, 120, boxes)), HEIGHT);

/** Characters side by side: whole ones, and ones that are two parts above each other. */
const line = (top: number, size: number, count: number): Boxes =>
  Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const left = 10 + index * size * 1.1;
    const part = (from: number, high: number) =>
      [Math.round(left), Math.round(top + from * size), size - 2, Math.round(high * size)] as const;
    return index % 3 === 2 ? [part(0, 0.4), part(0.55, 0.4)] : [part(0, 0.95)];
  });

describe('findTextLines', () => {
  it('cuts two lines apart that a piece of ink joins', () => {
    const both = [...line(10, HEIGHT, 9), ...line(36, HEIGHT, 9), [60, 26, 3, 12] as const];
    expect(linesOf(both)).toHaveLength(2);
  });

  it('leaves a line of large letters whole: a title is twice as high as the text', () => {
    expect(linesOf(line(10, 40, 8))).toMatchObject([{ top: 10, left: 10 }]);
  });

  it('cuts two lines of large letters apart', () => {
    expect(linesOf([...line(2, 40, 8), ...line(50, 40, 8), [110, 36, 3, 16] as const])).toHaveLength(2);
  });
});
