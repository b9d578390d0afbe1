import type { GlyphEvidence } from './glyphs.ts';

/** Digits of print are all as wide as another: so many steps from one to the next tell how far apart they stand. */
const FEWEST_STEPS = 6;
/** In steps: digits stand in the middle of their places but for this much. A point is wider, most fonts' is half a step. */
const STRAY = 0.3;

/** One number as read, and its ink. */
export interface MeasuredNumber {
  readonly text: string;
  readonly ink: GlyphEvidence;
}

const DIGITS = /^[-+]?\d+$/;
const countOf = (text: string): number => text.replace(/\D/g, '').length;

/**
 * How far apart the digits of a table stand, in heights of a digit: the median over numbers whose digits are apart
 * and as many as were read. Null where there are too few of them.
 */
export function measurePitch(numbers: readonly MeasuredNumber[]): number | null {
  const steps = numbers
    .filter(({ text, ink }) => DIGITS.test(text) && ink.steps.length === countOf(text) - 1)
    .flatMap(({ ink }) => ink.steps)
    .sort((a, b) => a - b);
  return steps.length < FEWEST_STEPS ? null : (steps[Math.floor(steps.length / 2)] ?? null);
}

/**
 * Whether the first and the last digit of a number stand as far apart as its digits put them: one that was lost, or made
 * up, is a whole step of it, a point half of one. Points and commas are of other widths; a number that was read with any
 * is borne out by the count of its ink alone.
 */
export function fitsPitch({ text, ink }: MeasuredNumber, pitch: number): boolean {
  if (!DIGITS.test(text)) return true;
  return Math.abs(ink.span / pitch - (countOf(text) - 1)) <= STRAY;
}
