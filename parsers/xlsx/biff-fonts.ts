import type { Piece } from '../cell-pieces.ts';

/** How text in a font of the workbook, by its number, stands to the rest of its cell. */
export type MannerOfFont = (font: number) => Piece['manner'];

const STRUCK = 0x0008;
/** Palette numbers of white. */
const WHITE = [1, 9];
/** Twentieths of a point; smaller text is not seen. */
const SMALLEST = 40;
/** No font has this number ([MS-XLS] 2.5.129). */
const LEFT_OUT = 4;

/** Font records ([MS-XLS] 2.4.122), in order → how text in each stands to the rest. */
export function mannersOfFonts(records: readonly Buffer[]): MannerOfFont {
  const manners = records.map(mannerOf);
  return (font) => manners[font < LEFT_OUT ? font : font - 1] ?? null;
}

function mannerOf(font: Buffer): Piece['manner'] {
  if (font.readUInt16LE(0) <= SMALLEST) return { kind: 'unseen' };
  if (font.readUInt16LE(2) & STRUCK || font.readUInt16LE(8) > 0) return { kind: 'beside' };
  return WHITE.includes(font.readUInt16LE(4)) ? { kind: 'apart' } : null;
}
