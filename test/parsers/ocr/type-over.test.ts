import { describe, expect, it } from 'vitest';
import { typeOver } from '../../../parsers/ocr/type-over.ts';
import type { Character } from '../../../parsers/pdf/character.ts';

/** Digits of ten pixels side by side, their middles at this height. */
const type = (text: string, left: number, y: number): readonly Character[] =>
  [...text].map((char, index) => ({
    text: char,
    x0: left + index * 10,
    x1: left + index * 10 + 10,
    y0: y - 8,
    y1: y + 8,
    baseline: y + 6,
    size: 16,
    turned: 0,
    seen: true,
    run: 0,
  }));
const CELLS = [
  { left: 0, top: 0, right: 60, bottom: 30 },
  { left: 60, top: 0, right: 120, bottom: 30 },
];
const same = (x: number, y: number) => [x, y] as const;
const over = (text: string, confidence: number, typed: readonly Character[], toScan = same) =>
  typeOver(
    [
      { text, confidence },
      { text: '', confidence: 1 },
    ],
    CELLS,
    typed,
    toScan,
  );

describe('typeOver', () => {
  it('is certain of a number that is typed and seen', () => {
    expect(over('105', 0.8, type('105', 10, 15))).toEqual([
      { text: '105', confidence: 1 },
      { text: '', confidence: 1 },
    ]);
  });

  it('takes the typed number, in doubt where the picture says another one or cannot be read', () => {
    expect(over('10', 0.98, type('105', 10, 15))[0]).toEqual({ text: '105', confidence: 0.2 });
    expect(over('10', 0.4, type('105', 10, 15))[0]).toEqual({ text: '105', confidence: 0.6 });
  });

  it('leaves cells without typed numbers, and words, as they were read', () => {
    expect(over('7', 0.9, [])[0]).toEqual({ text: '7', confidence: 0.9 });
    expect(over('自然人', 0.9, type('自然人', 10, 15))[0]).toEqual({ text: '自然人', confidence: 0.9 });
  });

  it('finds the cell of a page that was scanned askew', () => {
    const slanted = (x: number, y: number) => [x - y * 0.5, y + x * 0.5] as const;
    const typed = type('8', 70, 60);
    expect(over('', 1, typed, slanted).map(({ text }) => text)).toEqual(['', '8']);
  });
});
