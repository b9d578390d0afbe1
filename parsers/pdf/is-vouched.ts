import type { Font } from './graphics-state.ts';
import { sharedDigits } from './shared-digits.ts';

/** Private use, unassigned replacement and control characters: a glyph that has no text. */
export const NO_TEXT = /[\p{Co}\p{Cn}\p{Cs}\ufffd]|(?![\t\n\r])\p{Cc}/u;
/** Names of the digits (Adobe Glyph List); a font draws by them, whatever its map says. */
const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const SEVERAL_DIGITS = /^\p{Nd}{2,}$/u;
/** Glyph names that only number the glyph; pdf.js takes the number for the character (evaluator.js, G01). */
const NUMBERED_NAME = /^(?:G[0-9a-f]{2}|g[0-9a-f]{4}|c[0-9a-f]{2,3})$/i;

/**
 * Whether the font itself says which character a glyph is. Fonts without a ToUnicode map (Founder and other
 * typesetting systems, pdf.js issue 11401) give the code of the glyph instead, which may well look like a digit:
 * such a character must never become a number. Nor must one that the font gives to two glyphs, one of them wrongly, one
 * that a map tells otherwise than the glyph's name does, or one glyph that is said to be several digits.
 */
export function isVouched(font: Font | null, code: number, text: string): boolean {
  if (font === null || text === '' || NO_TEXT.test(text)) return false;
  const { toUnicode, differences } = font;
  if (toUnicode?._map === undefined || toUnicode._map[code] === undefined) return false;
  if (isMisnamed(differences?.[code] ?? '', text) || SEVERAL_DIGITS.test(text)) return false;
  return !isNumbered(differences?.[code] ?? '', text) && !sharedDigits(font).has(text);
}

/** The font's map and the name of the glyph tell two different digits, or one of them something else. */
function isMisnamed(name: string, text: string): boolean {
  const digit = DIGIT_NAMES.indexOf(name);
  return digit >= 0 && text.normalize('NFKC') !== String(digit);
}

function isNumbered(name: string, text: string): boolean {
  if (!NUMBERED_NAME.test(name)) return false;
  const character = text.codePointAt(0);
  return [16, 10].some((radix) => Number.parseInt(name.slice(1), radix) === character);
}
