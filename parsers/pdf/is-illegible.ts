import { type Character, UNKNOWN } from './character.ts';

/** Fewer characters are a page number or a stamp, and decide nothing. */
const FEWEST = 60;
const UNKNOWN_SHARE = 0.5;
/** A report's page is Chinese, and a page in Latin letters is read as it is; what is neither is no text. */
const HAN_SHARE = 0.05;
const LATIN_SHARE = 0.6;

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z]/;
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
