import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../parsers/ocr/components.ts';
import { findGrains } from '../../../parsers/ocr/find-grains.ts';
import { drawBoxes } from './draw.ts';

const HEIGHT = 30;
/** The left edges of the pieces that are taken for dirt. */
const grainsAt = (boxes: readonly (readonly [number, number, number, number])[]): readonly number[] =>
  [...findGrains(findComponents(drawBoxes(300, 100, boxes)), HEIGHT)].map(({ left }) => left);

describe('findGrains', () => {
  it('takes small ink far from print for dirt', () => {
    expect(
      grainsAt([
        [20, 30, 15, 22],
        [120, 40, 3, 3],
      ]),
    ).toEqual([120]);
  });

  it('keeps a decimal point beside its digits, and a dash', () => {
    expect(
      grainsAt([
        [20, 30, 15, 22],
        [38, 48, 4, 4],
        [45, 30, 15, 22],
      ]),
    ).toEqual([]);
    expect(grainsAt([[20, 40, 14, 3]])).toEqual([]);
  });

  it('keeps what faint print has fallen apart into', () => {
    expect(
      grainsAt([
        [20, 30, 3, 4],
        [26, 34, 3, 4],
        [20, 42, 3, 4],
        [28, 44, 3, 3],
      ]),
    ).toEqual([]);
  });
});
