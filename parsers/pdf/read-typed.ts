import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Character, isSlanted, placeCharacters, UNKNOWN } from './character.ts';
import { hidesDigits, isIllegible } from './is-illegible.ts';
import { readInk } from './read-ink.ts';
import { vouchFonts } from './vouch-fonts.ts';

/**
 * The text that a page of pictures prints over them, in points from the top left; what fonts do not vouch for, and what
 * is not seen (somebody else's OCR), is not in it.
 */
export async function readTyped(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
): Promise<readonly Character[]> {
  const { glyphs, frame } = await readInk(document, page);
  const seen = vouchFonts(glyphs).filter((glyph) => glyph.seen && !isSlanted(glyph));
  const { width, height, unit } = frame;
  const characters = placeCharacters(seen, { quarter: 0, width, height });
  // Where the digits are not told the page is looked at whole: words beside them would take the place of what is seen.
  if (isIllegible(characters) || hidesDigits(characters)) return [];
  return characters
    .filter(({ text }) => text !== UNKNOWN)
    .map((character) => scaleCharacter(character, unit));
}

/** The same character where everything is larger by a factor. */
export const scaleCharacter = (character: Character, by: number): Character => ({
  ...character,
  x0: character.x0 * by,
  y0: character.y0 * by,
  x1: character.x1 * by,
  y1: character.y1 * by,
  baseline: character.baseline * by,
  size: character.size * by,
});
