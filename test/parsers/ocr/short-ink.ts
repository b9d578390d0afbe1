import type { ReadChar } from '../../../parsers/ocr/ctc.ts';
import type { ShortInk } from '../../../parsers/ocr/judge-short-text.ts';

/** A text as a network reads it. */
export const read = (text: string, probability = 0.98): readonly ReadChar[] =>
  [...text].map((char) => ({ text: char, probability, rivals: '', at: 0.5 }));

/** The ink of one digit, but for what is said. */
export const ink = (parts: Partial<ShortInk> = {}): ShortInk => ({
  fewest: 1,
  most: 1,
  width: 14,
  reach: 14,
  height: 21,
  marks: [],
  sign: null,
  parted: false,
  flat: false,
  stroke: 'none',
  ...parts,
});
