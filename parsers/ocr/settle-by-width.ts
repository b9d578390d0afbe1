import type { CellText } from './cell-text.ts';
import type { ReadChar } from './ctc.ts';
import { fitsPitch, measurePitch } from './digit-pitch.ts';
import { judgeShortText, type ShortInk } from './judge-short-text.ts';

/** The confidence of a number that its ink does not bear out. */
const DOUBTED = 0.3;

/** One line as it was read, its ink, and what that comes to. */
export interface Judged {
  readonly readings: readonly (readonly ReadChar[])[];
  readonly own: ShortInk;
  readonly text: CellText;
  /** Ink close by was wiped out and may have been part of it. */
  readonly doubted: boolean;
}

/**
 * The numbers of a table, each held against how wide the others are: one beside which ink was wiped out, or whose ink is
 * not as wide as its digits are, is not to be built on. Where it is as wide as they are with all that stands at its foot,
 * that is no point: it is the end of a digit whose thin stroke broke in the scan. Null for what is no number.
 */
export function settleByWidth(judged: readonly (Judged | null)[]): readonly (CellText | null)[] {
  const pitch = measurePitch(judged.flatMap((one) => (one ? [{ text: one.text.text, ink: one.own }] : [])));
  return judged.map((one) => {
    if (!one) return null;
    const { text, own, readings, doubted } = one;
    const whole = pitch && wholeDigits(own);
    const joined = whole && judgeShortText(readings, whole);
    if (joined && joined.confidence > text.confidence && fitsPitch({ text: joined.text, ink: whole }, pitch))
      return doubted ? doubt(joined) : joined;
    const fits = pitch === null || fitsPitch({ text: text.text, ink: own }, pitch);
    return doubted || !fits ? doubt(text) : text;
  });
}

const doubt = (text: CellText): CellText => ({ ...text, confidence: Math.min(text.confidence, DOUBTED) });

/** The ink when what stands at its foot belongs to the digits; null where nothing does. */
function wholeDigits(ink: ShortInk): ShortInk | null {
  if (ink.marks.length === 0 && ink.sign !== 'foot') return null;
  return { ...ink, width: ink.reach, marks: [], sign: ink.sign === 'foot' ? null : ink.sign };
}
