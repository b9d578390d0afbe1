import type { GlyphEvidence } from './glyphs.ts';

/** Digits of print are all as wide as another: so many steps from one to the next tell how far apart they stand. */
const FEWEST_STEPS = 6;
/** So many lone ones, and lone other digits, tell how much narrower a 1 is; else it is this on either side, in its height. */
const FEWEST_ONES = 3;
const USUAL_ONE = 0.1;
/**
 * In steps: a number is wider by no more than this, and narrower by no more than that. A point is half a step wide in
 * most fonts; where digits are set so close that they touch, down to a fifth of one.
 */
const WIDER = 0.25;
const WIDER_TOUCHING = 0.17;
const NARROWER = 0.35;
/** A comma that touches digits makes one blob of them that reaches below the line: higher than print by this. */
const HIGHER = 1.12;
/** Digits hardly further apart than they are wide touch in places. */
const NEARLY_TOUCHING = 1.1;

/** One number as read, and its ink. */
export interface MeasuredNumber {
  readonly text: string;
  readonly ink: GlyphEvidence;
}

/** How numbers are printed, in pixels: a lone digit, each further one, and what a 1 at an end takes of it. */
export interface DigitPitch {
  readonly lone: number;
  readonly step: number;
  readonly one: number;
  /** How high most of them are. */
  readonly height: number;
}

interface Sized {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** How many of its ends are a 1. */
  readonly ones: number;
}

const DIGITS = /^[-+]?\d+$/;

function sizeOf({ text, ink }: MeasuredNumber): Sized | null {
  if (!DIGITS.test(text) || ink.width === 0) return null;
  const digits = text.replace(/\D/g, '');
  const ones = [digits.at(0), digits.at(-1)].filter((digit) => digit === '1').length;
  return { count: digits.length, width: ink.width, height: ink.height, ones };
}

/**
 * How wide the numbers of a table are by the count of their digits: the line that most of them lie on, whether their
 * digits touch or not, and once more without those that are far from it. Null where they are too few, or all of the
 * same count.
 */
export function measurePitch(numbers: readonly MeasuredNumber[]): DigitPitch | null {
  const rough = fitLine(numbers);
  return rough && (fitLine(numbers.filter((number) => fitsPitch(number, rough))) ?? rough);
}

/** The line with the median slope of all pairs (Theil 1950, Sen 1968). */
function fitLine(numbers: readonly MeasuredNumber[]): DigitPitch | null {
  const sized = numbers.flatMap((number) => sizeOf(number) ?? []);
  if (sized.reduce((sum, { count }) => sum + count - 1, 0) < FEWEST_STEPS) return null;
  const height = median(sized.map((size) => size.height)) ?? 0;
  const one = narrownessOfOne(sized) ?? height * USUAL_ONE;
  const even = sized.map(({ count, width, ones }) => ({ count, width: width + one * ones }));
  const step = median(
    even.flatMap((a) =>
      even.flatMap((b) => (a.count > b.count ? [(a.width - b.width) / (a.count - b.count)] : [])),
    ),
  );
  if (step === null || step <= 0) return null;
  const lone = median(even.map(({ count, width }) => width - step * (count - 1))) ?? 0;
  return { lone, step, one, height };
}

/** What a 1 lacks on either side, by the lone digits; null where these are too few. */
function narrownessOfOne(sized: readonly Sized[]): number | null {
  const [ones, others] = [2, 0].map((ends) =>
    sized.filter(({ count, ones }) => count === 1 && ones === ends).map(({ width }) => width),
  ) as [number[], number[]];
  if (Math.min(ones.length, others.length) < FEWEST_ONES) return null;
  return Math.max(0, ((median(others) ?? 0) - (median(ones) ?? 0)) / 2);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/**
 * Whether a number is as wide as its digits make it: one that was lost, or made up, is a whole step of it, a point half
 * of one. Points and commas are of other widths; a number that was read with any is borne out by the count of its ink
 * alone.
 */
export function fitsPitch(number: MeasuredNumber, { lone, step, one, height }: DigitPitch): boolean {
  const sized = sizeOf(number);
  if (!sized) return true;
  const over = (sized.width - lone - step * (sized.count - 1) + one * sized.ones) / step;
  if (step < lone * NEARLY_TOUCHING && sized.height > height * HIGHER) return false;
  return over <= (step < lone ? WIDER_TOUCHING : WIDER) && over >= -NARROWER;
}
