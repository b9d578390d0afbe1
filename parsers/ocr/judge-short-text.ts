import { type CellText, UNREAD } from './cell-text.ts';
import type { ReadChar } from './ctc.ts';
import type { GlyphEvidence, Sign } from './glyphs.ts';

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
/** All dashes print alike: one flat stroke. */
const DASH = '—';
/** What is read behind the last digit is dirt: it makes no other number. */
const TRAILING_MARK = /(?<=\d)[.,·]+$/;
/** A dash before a digit. */
const LEADING_DASH = /^[-—–_一―ー~－─](?=[\d.,])/;
const SLASHES = new Set(['/', '／', '\\']);

const SIGNS: Readonly<Record<string, Sign>> = { '-': 'minus', '+': 'plus' };

/** Confidence of what the readings or the ink contradict. */
const CONTRADICTED = 0.2;
/** Two of three readings that agree are never surer than this. */
const OUTVOTED = 0.85;

/**
 * Two or three readings of one short text and the look of its ink → the text and how sure it is. Where readings
 * differ, or the ink does not bear them out, the confidence is one that nothing may be built on.
 */
export function judgeShortText(
  readings: readonly (readonly ReadChar[])[],
  evidence: GlyphEvidence,
): CellText {
  const folded = readings.map((chars) => foldChars(chars, evidence));
  const text = mostRead(folded);
  if (text === '') return { text: UNREAD, confidence: 0 };
  const agreeing = folded.filter((reading) => reading.text === text);
  const surest = Math.max(...agreeing.map(({ least }) => least));
  if (agreeing.length < 2 || !agreesWithInk(text, evidence))
    return { text, confidence: Math.min(CONTRADICTED, surest) };
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
}

function foldChars(chars: readonly ReadChar[], evidence: GlyphEvidence): Folded {
  const plain = chars
    .map((char) => char.text.normalize('NFKC'))
    .join('')
    .replace(TRAILING_MARK, '');
  const unified = evidence.sign === 'minus' ? plain.replace(LEADING_DASH, '-') : plain;
  const numeric = [...unified].every(
    (char) => /[-+\d.,]/.test(char) || (evidence.fewest > 0 && ALIKE[char] !== undefined),
  );
  if (evidence.flat && DASHES.has(unified)) return { text: DASH, least: leastOf(chars) };
  const text = numeric ? [...unified].map((char) => ALIKE[char] ?? char).join('') : unified;
  return { text, least: leastOf(chars) };
}

const leastOf = (chars: readonly ReadChar[]): number =>
  chars.length === 0 ? 0 : Math.min(...chars.map((char) => char.probability));

/** As many digits as there are blobs of ink, points and commas where the ink has them. */
function agreesWithInk(text: string, { fewest, most, marks, sign, parted, flat }: GlyphEvidence): boolean {
  if (flat || text === DASH) return flat && text === DASH;
  if (!/\d/.test(text)) return SLASHES.has(text) ? fewest === 1 : true;
  if (parted) return false;
  const digits = text.replace(/[^\d]/g, '').length;
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
