import { type CellText, DASH, UNREAD } from './cell-text.ts';
import type { ReadChar } from './ctc.ts';
import { withoutMarks } from './dirt-marks.ts';
import type { GlyphEvidence, Sign } from './glyphs.ts';
import type { Stroke } from './stroke-shape.ts';

/**
 * Shapes that print alike. In a cell whose ink is as high as a digit they are that digit: a network that sees
 * one lone glyph cannot tell its width or case. The stroke / and the dashes are told apart from 1 by their ink.
 */
const ALIKE: Readonly<Record<string, string>> = {
  o: '0',
  O: '0',
  '○': '0',
  〇: '0',
  '。': '0',
  D: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  丨: '1',
  i: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
};
const DASHES = new Set(['-', '—', '–', '_', '一', '―', 'ー', '~', '－', '─']);
/** A dash before a digit. */
const LEADING_DASH = /^[-—–_一―ー~－─](?=[\d.,])/;
const SLASHES = new Set(['/', '\\']);
const SLASH = '/';
/** What networks take one stroke that leans for. */
const SLASH_OR_ONE = /^[/\\1lI|丨i]$/;

const SIGNS: Readonly<Record<string, Sign>> = { '-': 'minus', '+': 'plus' };

/** Confidence of what the readings or the ink contradict. */
const CONTRADICTED = 0.2;
/** Two of three readings that agree are never surer than this; a stroke that one reading sees and the ink bears out is as sure. */
const OUTVOTED = 0.85;

/** The look of the ink of a short line, whatever a network reads. */
export interface ShortInk extends GlyphEvidence {
  readonly stroke: Stroke;
}

/**
 * Two or three readings of one short text and the look of its ink → the text and how sure it is. Where readings
 * differ, or the ink does not bear them out, the confidence is one that nothing may be built on.
 */
export function judgeShortText(readings: readonly (readonly ReadChar[])[], evidence: ShortInk): CellText {
  const folded = readings.map((chars) => foldChars(chars, evidence));
  const text = mostRead(folded);
  if (text === '') return { text: UNREAD, confidence: 0 };
  const agreeing = folded.filter((reading) => reading.text === text);
  const surest = Math.max(...agreeing.map(({ least }) => least));
  if (agreeing.length < 2 || !agreesWithInk(text, evidence) || !agreeing.some(({ isRead }) => isRead))
    return { text, confidence: Math.min(CONTRADICTED, surest) };
  if (evidence.stroke === 'slanted' && SLASHES.has(text))
    return { text, confidence: Math.max(OUTVOTED, surest) };
  return { text, confidence: agreeing.length === folded.length ? surest : Math.min(OUTVOTED, surest) };
}

function mostRead(folded: readonly Folded[]): string {
  const counts = new Map<string, number>();
  for (const { text } of folded) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

interface Folded {
  readonly text: string;
  readonly least: number;
  /** Not made of another reading by the ink alone. */
  readonly isRead: boolean;
}

function foldChars(read: readonly ReadChar[], evidence: ShortInk): Folded {
  const all = read.map(({ text }) => text.normalize('NFKC'));
  const [from, to] = withoutMarks(all);
  const chars = read.slice(from, to);
  const plain = all.slice(from, to).join('');
  const unified = evidence.sign === 'minus' ? plain.replace(LEADING_DASH, '-') : plain;
  const numeric = [...unified].every(
    (char) => /[-+\d.,]/.test(char) || (evidence.fewest > 0 && ALIKE[char] !== undefined),
  );
  const least = leastOf(chars);
  if (evidence.flat && DASHES.has(unified)) return { text: DASH, least, isRead: true };
  if (evidence.stroke === 'slanted' && SLASH_OR_ONE.test(unified))
    return { text: SLASH, least, isRead: SLASHES.has(unified) };
  const text = numeric ? [...unified].map((char) => ALIKE[char] ?? char).join('') : unified;
  return { text, least, isRead: true };
}

const leastOf = (chars: readonly ReadChar[]): number =>
  chars.length === 0 ? 0 : Math.min(...chars.map((char) => char.probability));

/** As many digits as there are blobs of ink, points and commas where the ink has them. */
function agreesWithInk(text: string, { fewest, most, marks, sign, parted, flat, stroke }: ShortInk): boolean {
  if (flat || text === DASH) return flat && text === DASH;
  if (SLASHES.has(text)) return stroke !== 'none';
  if (!/\d/.test(text)) return true;
  if (parted) return false;
  const digits = text.replace(/[^\d]/g, '').length;
  // Networks take a / for a 1 or a 7, and their sum does not see it where the total is doubted too.
  if (stroke !== 'none') return false;
  // Networks lose a minus before a digit, and take a plus for one: -7 would be 7, and +7 would be -7.
  if ((SIGNS[text.charAt(0)] ?? null) !== sign) return false;
  if (/^[-+]?[\d.,]+$/.test(text)) {
    if (digits < fewest || digits > most) return false;
    const written = [...text].filter((char) => char === '.' || char === ',');
    if (written.length !== marks.length) return false;
    return written.every(
      (char, index) => marks[index] !== (char === '.' ? 'comma' : 'point') && marks[index] !== 'unclear',
    );
  }
  return digits <= most;
}
