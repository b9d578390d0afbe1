import { describe, expect, it } from 'vitest';
import { runsOver } from '../../../parsers/ocr/runs-over.ts';

const HEIGHT = 30;
const CELL = { left: 100, top: 0, right: 200, bottom: 50 };
const box = (left: number, right: number, top = 15, bottom = 36) => ({ left, right, top, bottom });
const over = (line: ReturnType<typeof box>, ...others: readonly ReturnType<typeof box>[]): boolean =>
  runsOver(line, CELL, others, HEIGHT);

describe('runsOver', () => {
  it('sees a digit beyond the side of a cell, to the right and to the left', () => {
    expect(over(box(165, 197), box(203, 216))).toBe(true);
    expect(over(box(103, 140), box(84, 98))).toBe(true);
  });

  it('lets numbers stand close to one side of a line only', () => {
    expect(over(box(165, 197), box(210, 223))).toBe(false);
    expect(over(box(150, 185), box(203, 216))).toBe(false);
  });

  it('takes neither other lines nor dirt for the rest of a number', () => {
    expect(over(box(165, 197), box(203, 216, 65, 86))).toBe(false);
    expect(over(box(165, 197), box(203, 207, 20, 24))).toBe(false);
  });
});
