import type { GlyphEvidence } from './glyphs.ts';

/** Digits of print are all as wide as another: so many steps from one to the next tell how far apart they stand. */
const FEWEST_STEPS = 6;
/** In steps: a number of digits reaches no further than they do, and not less far than its narrowest last one lets it. */
const TOO_WIDE = 0.35;
const TOO_NARROW = 0.95;

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
 * Whether the ink of a number is as wide as its digits are: one that was lost, or made up, is a whole step of it. Points
 * and commas are of other widths; a number that has any is borne out by the count of its ink alone.
 */
export function fitsPitch({ text, ink }: MeasuredNumber, pitch: number): boolean {
  if (!DIGITS.test(text) || ink.width === 0) return true;
  const excess = ink.width / pitch - countOf(text);
  return excess <= TOO_WIDE && excess >= -TOO_NARROW;
}
