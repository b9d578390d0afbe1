import { describe, expect, it } from 'vitest';
import { isBrokenEdge, traceInk } from '../../../parsers/ocr/trace-edge.ts';
import { drawBoxes } from './draw.ts';

const HEIGHT = 20;

describe('traceInk', () => {
  it('finds the short pieces that a broken rule has left, along and across', () => {
    const across = drawBoxes(200, 40, [
      [10, 20, 6, 2],
      [24, 20, 5, 2],
    ]);
    const pieces = [
      { from: 10, to: 16 },
      { from: 24, to: 29 },
    ];
    expect(traceInk(across, HEIGHT)('across', 21, 0, 200)).toEqual(pieces);
    const down = drawBoxes(40, 200, [
      [20, 10, 2, 6],
      [20, 24, 2, 5],
    ]);
    expect(traceInk(down, HEIGHT)('down', 21, 0, 200)).toEqual(pieces);
  });

  it('takes no block for a rule, nor a stroke with another close by', () => {
    const print = drawBoxes(200, 60, [
      [10, 20, 20, 20],
      [60, 28, 20, 2],
      [60, 32, 20, 2],
    ]);
    expect(traceInk(print, HEIGHT)('across', 29, 0, 200)).toEqual([]);
  });
});

describe('isBrokenEdge', () => {
  it.each([
    [
      'pieces all along',
      [
        [0, 4],
        [8, 12],
        [16, 24],
        [30, 38],
      ],
      true,
    ],
    ['one half of it', [[0, 20]], true],
    ['a digit in its middle', [[10, 30]], false],
    ['little at its end', [[0, 8]], false],
    ['nothing', [], false],
  ] as const)('%s', (_, pieces, expected) =>
    expect(
      isBrokenEdge(
        pieces.map(([from, to]) => ({ from, to })),
        0,
        40,
      ),
    ).toBe(expected),
  );
});
