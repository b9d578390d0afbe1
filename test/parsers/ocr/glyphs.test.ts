import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../parsers/ocr/components.ts';
import { glyphEvidence, loneStroke, strayInk } from '../../../parsers/ocr/glyphs.ts';
import { drawBoxes } from './draw.ts';

const HEIGHT = 30;
type Boxes = readonly (readonly [number, number, number, number])[];
const inkOf = (boxes: Boxes) => findComponents(drawBoxes(300, 80, boxes));
const look = (boxes: Boxes) => glyphEvidence(inkOf(boxes), HEIGHT);
const digit = (left: number, width = 13) => [left, 20, width, 21] as const;

describe('glyphEvidence', () => {
  it('counts the digits', () => {
    expect(look([digit(10), digit(26), digit(42)])).toMatchObject({ fewest: 3, most: 3, marks: [] });
  });

  it('takes two halves as narrow as one digit for one or two', () => {
    expect(look([digit(10, 5), digit(19, 5)])).toMatchObject({ fewest: 1, most: 2 });
    expect(look([digit(10, 4), digit(26, 4)])).toMatchObject({ fewest: 2, most: 2 });
  });

  it('is not led astray by dirt between two digits', () => {
    expect(look([digit(10), [21, 12, 7, 6], digit(26)])).toMatchObject({ fewest: 2, most: 2 });
  });

  it('does not take digits for a sign beside one that has dirt above it', () => {
    expect(look([digit(10), digit(26), [30, 10, 6, 6]])).toMatchObject({ fewest: 2, most: 2, sign: null });
  });

  it('measures how wide a number is, whether its digits touch or not', () => {
    expect(look([digit(10), digit(26), digit(42)]).width).toBe(32 + 13);
    expect(look([digit(10, 45)]).width).toBe(45);
    expect(look([[10, 30, 15, 3]]).width).toBe(0);
  });

  it('tells a point from a comma, however near the digits stand', () => {
    expect(look([digit(10), [24, 37, 4, 4], digit(29)])).toMatchObject({ fewest: 2, marks: ['point'] });
    expect(look([digit(10), [25, 37, 4, 8], digit(31)])).toMatchObject({ fewest: 2, marks: ['comma'] });
  });

  it('sees two digits that touch, two numbers in one cell, and a dash', () => {
    expect(look([digit(10, 26)])).toMatchObject({ fewest: 2, most: 3 });
    expect(look([digit(10, 42)])).toMatchObject({ fewest: 3 });
    expect(look([digit(10), digit(70)]).parted).toBe(true);
    expect(look([[10, 30, 15, 3]]).flat).toBe(true);
  });
});

describe('a sign', () => {
  it('is ink before the first digit and lower than it, a minus flat, a plus about as high as wide', () => {
    expect(look([[6, 30, 9, 3], digit(18)])).toMatchObject({ fewest: 1, sign: 'minus' });
    expect(look([[4, 25, 12, 12], digit(18)])).toMatchObject({ fewest: 1, sign: 'plus' });
    expect(look([[4, 28, 10, 8], digit(18)])).toMatchObject({ fewest: 1, sign: 'plus' });
    expect(look([digit(18), [34, 37, 4, 4], digit(40)]).sign).toBeNull();
  });

  it('is none at the foot of the line: a point, or the end of a digit that broke', () => {
    expect(look([[14, 37, 3, 3], digit(18)])).toMatchObject({ sign: 'foot', width: 13, reach: 17 });
  });

  it('may be neither: what is left of a plus, or dirt', () => {
    expect(look([[2, 28, 12, 7], digit(18)])).toMatchObject({ fewest: 1, sign: 'unclear' });
    expect(look([[8, 24, 4, 10], digit(18)])).toMatchObject({ fewest: 1, sign: 'unclear' });
  });
});

describe('strayInk', () => {
  const strays = (boxes: Boxes) => strayInk(inkOf(boxes), HEIGHT).map(({ left }) => left);

  it('is small ink behind the last digit, or above the foot before the first', () => {
    expect(strays([digit(20), [36, 38, 3, 3]])).toEqual([36]);
    expect(strays([[14, 22, 3, 3], digit(20)])).toEqual([14]);
    expect(strays([[9, 38, 3, 3], digit(20)])).toEqual([9]);
  });

  it('is neither a point before or between digits nor a minus', () => {
    expect(strays([[14, 38, 3, 3], digit(20)])).toEqual([]);
    expect(strays([digit(20), [35, 38, 3, 3], digit(40)])).toEqual([]);
    expect(strays([[6, 30, 10, 3], digit(20)])).toEqual([]);
  });
});

describe('loneStroke', () => {
  const CELL = { left: 0, top: 0, right: 100, bottom: 60 };
  it.each([
    ['a hyphen', [[40, 28, 8, 3]], true],
    ['a hyphen that blur made high', [[40, 28, 8, 5]], true],
    ['a grain as high as wide', [[40, 28, 5, 5]], false],
    ['a short grain', [[40, 28, 4, 2]], false],
    ['a rest of the rule above', [[40, 4, 8, 3]], false],
    [
      'two grains',
      [
        [40, 28, 8, 3],
        [70, 20, 8, 3],
      ],
      false,
    ],
    ['a hyphen before a digit', [[2, 30, 9, 3], digit(18)], false],
  ] as const)('%s', (_, boxes, found) => {
    expect(loneStroke(inkOf(boxes), CELL, HEIGHT) !== null).toBe(found);
  });
});
