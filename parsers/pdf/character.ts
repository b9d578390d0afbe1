import { replaceRadicals } from '../radicals.ts';
import type { Box } from './box.ts';
import { type Matrix, mapX, mapY } from './matrix.ts';
import type { Glyph } from './read-glyphs.ts';
import { readingMatrix, type Turn } from './turn.ts';

/** One printed character in reading space (see turn.ts). */
export interface Character extends Box {
  /** Radicals replaced by their ideographs; `UNKNOWN` where the font does not say what the glyph is. */
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  /** Quarter turns against the page's own text: 0 for upright text. */
  readonly turned: 0 | 1 | 2 | 3;
  readonly seen: boolean;
  /** Characters shown by one operation share a run. */
  readonly run: number;
  /** A line is drawn through it: what is struck out is no part of a number. */
  readonly struck?: boolean;
}

/** Stands for a glyph whose character is unknown: no number holds it, so no number is made up. */
export const UNKNOWN = '\ufffd';
/** The em box of a CJK glyph reaches from 0.12 em below the baseline to 0.88 em above (OpenType, ideo baseline). */
const BELOW = 0.12;
const ABOVE = 0.88;

/** Glyphs in page space → characters in reading space; blanks are left out, gaps tell as much. */
export function placeCharacters(glyphs: readonly Glyph[], turn: Turn): readonly Character[] {
  const toRead = readingMatrix(turn);
  const characters: Character[] = [];
  for (const glyph of glyphs) {
    if (!glyph.vouched || !isBlank(glyph.text)) characters.push(placeCharacter(glyph, toRead));
  }
  return characters;
}

const BLANK = /^[\s\u200b-\u200f\ufeff]*$/u;

/** Most characters are plain ideographs or digits, and told so without a pattern. */
const isPlain = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
const isBlank = (text: string): boolean => !isPlain(text.charCodeAt(0)) && BLANK.test(text);

function placeCharacter(glyph: Glyph, m: Matrix): Character {
  const { size, vouched, vertical, seen, run } = glyph;
  const [x, y] = [mapX(m, glyph.x, glyph.y), mapY(m, glyph.x, glyph.y)];
  // Directions are mapped without the shift.
  const [dx, dy] = [m[0] * glyph.dx + m[2] * glyph.dy, m[1] * glyph.dx + m[3] * glyph.dy];
  const [side, before, after] = vertical ? [glyph.ahead, -0.5, 0.5] : [glyph.up, -BELOW, ABOVE];
  const [sx, sy] = [m[0] * side[0] + m[2] * side[1], m[1] * side[0] + m[3] * side[1]];
  const [aheadX, aheadY] = [
    m[0] * glyph.ahead[0] + m[2] * glyph.ahead[1],
    m[1] * glyph.ahead[0] + m[3] * glyph.ahead[1],
  ];
  const y1 = y + Math.max(sy * before, sy * after) + Math.max(0, dy);
  return {
    x0: x + Math.min(sx * before, sx * after) + Math.min(0, dx),
    y0: y + Math.min(sy * before, sy * after) + Math.min(0, dy),
    x1: x + Math.max(sx * before, sx * after) + Math.max(0, dx),
    y1,
    text: vouched ? plainText(glyph.text) : UNKNOWN,
    baseline: vertical ? y1 - BELOW * size : y,
    size,
    turned: turnedBy(aheadX, aheadY),
    seen,
    run,
  };
}

const plainText = (text: string): string => (isPlain(text.charCodeAt(0)) ? text : replaceRadicals(text));

function turnedBy(dx: number, dy: number): Character['turned'] {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy < 0 ? 1 : 3;
}

/** Text further than this from upright or lying is a watermark or a stamp. */
const SLANTED = Math.tan((10 * Math.PI) / 180);

/** Whether a glyph is set slantwise across the page: no cell of a table is. */
export function isSlanted({ ahead: [x, y] }: Glyph): boolean {
  const [low, high] = [Math.min(Math.abs(x), Math.abs(y)), Math.max(Math.abs(x), Math.abs(y))];
  return low > high * SLANTED;
}

export const centreX = (box: Box): number => (box.x0 + box.x1) / 2;
export const centreY = (box: Box): number => (box.y0 + box.y1) / 2;
