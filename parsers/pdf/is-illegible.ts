import { type Character, UNKNOWN } from './character.ts';

/** Fewer characters are a page number or a stamp, and decide nothing. */
const FEWEST = 60;
const UNKNOWN_SHARE = 0.5;
/** A report's page is Chinese, and a page in Latin letters is read as it is; what is neither is no text. */
const HAN_SHARE = 0.05;
const LATIN_SHARE = 0.6;

/** A page of text may set off its lists with signs that no font names. */
const FEWEST_DIGITS = 10;

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z]/;
const DIGIT = /\p{Nd}/u;
const SILENT = /[\p{Nd}\p{P}\s]/u;

/**
 * Whether the fonts of a page do not say what its glyphs are, or say something that is no text (codes of fonts that
 * were cut down and saved again): then only its picture can be read, and no digit of it is to be believed.
 */
export function isIllegible(characters: readonly Character[]): boolean {
  if (characters.length < FEWEST) return false;
  const count = (is: (text: string) => boolean): number =>
    characters.reduce((sum, { text }) => sum + Number(is(text)), 0);
  const unknown = count((text) => text === UNKNOWN);
  if (unknown >= characters.length * UNKNOWN_SHARE) return true;
  const telling = count((text) => !SILENT.test(text));
  return (
    telling >= FEWEST &&
    count((text) => HAN.test(text)) < telling * HAN_SHARE &&
    count((text) => LATIN.test(text)) < telling * LATIN_SHARE
  );
}

/**
 * Whether the words of a page can be read and most of its digits cannot: they are set in a font of their own, which
 * does not say what they are.
 */
export function hidesDigits(characters: readonly Character[]): boolean {
  const unknown = characters.filter(({ text }) => text === UNKNOWN).length;
  const known = characters.filter(({ text }) => DIGIT.test(text)).length;
  return unknown >= FEWEST_DIGITS && unknown > known;
}
