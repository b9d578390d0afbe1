import { type Box, height, width } from './box.ts';
import { type Character, centreX } from './character.ts';
import { THIN_PT } from './paint-boxes.ts';

/** Where across a character, from its top, a line strikes it out; an underline lies lower, a border beside. */
const FROM_SHARE = 0.35;
const TO_SHARE = 0.75;
/** A line through text is no longer than this; a longer one may be a border that text runs over. */
const LONGEST_EM = 12;
/** A row is struck out by one long line: through as many digits, while most lines of its page run through none. */
const FEWEST_DIGITS = 2;
const MOST_STRIKES_SHARE = 0.3;
/** A slanted or bent stroke through a number is no taller than this, and has its middle within the digit's ink. */
const TALLEST_EM = 2.5;
const INK_FROM_SHARE = 0.15;
const INK_TO_SHARE = 0.9;
const DIGIT = /\p{Nd}/u;

/** What is drawn on a page beside its text, in reading space. */
export interface Strokes {
  readonly boxes: readonly Box[];
  readonly scratches: readonly Box[];
}

/** Marks the characters that a line or a stroke of a pen is drawn through. */
export function markStruck(
  characters: readonly Character[],
  { boxes, scratches }: Strokes,
): readonly Character[] {
  const lines = new Map<number, Box[]>();
  for (const box of boxes) {
    if (height(box) > THIN_PT / 2 || width(box) <= THIN_PT) continue;
    const row = Math.round((box.y0 + box.y1) / 2);
    lines.set(row, [...(lines.get(row) ?? []), box]);
  }
  const struck = new Set<Character>();
  const crossed = new Map<Box, Character[]>();
  for (const character of characters) {
    if (character.turned !== 0) continue;
    for (const box of linesThrough(character, lines)) {
      if (width(box) > character.size * LONGEST_EM)
        crossed.set(box, [...(crossed.get(box) ?? []), character]);
      else if (isWithin(character, box)) struck.add(character);
    }
    if (scratches.some((scratch) => isScratched(character, scratch))) struck.add(character);
  }
  for (const character of struckRows(crossed, lines.size)) struck.add(character);
  if (struck.size === 0) return characters;
  return characters.map((character) => (struck.has(character) ? { ...character, struck: true } : character));
}

function linesThrough(
  { x0, x1, y0, y1 }: Character,
  lines: ReadonlyMap<number, readonly Box[]>,
): readonly Box[] {
  const [top, bottom] = [y0 + (y1 - y0) * FROM_SHARE, y0 + (y1 - y0) * TO_SHARE];
  const middle = (x0 + x1) / 2;
  const through: Box[] = [];
  for (let row = Math.floor(top); row <= Math.ceil(bottom); row++) {
    for (const box of lines.get(row) ?? []) {
      const at = (box.y0 + box.y1) / 2;
      if (at >= top && at <= bottom && box.x0 <= middle && box.x1 >= middle) through.push(box);
    }
  }
  return through;
}

const isWithin = ({ x0, x1, size }: Character, box: Box): boolean =>
  box.x0 <= x0 + size * 0.2 && box.x1 >= x1 - size * 0.2;

function isScratched(character: Character, scratch: Box): boolean {
  const { text, size, y0 } = character;
  const middle = (scratch.y0 + scratch.y1) / 2;
  return (
    DIGIT.test(text) &&
    scratch.x0 <= centreX(character) &&
    scratch.x1 >= centreX(character) &&
    height(scratch) <= size * TALLEST_EM &&
    middle >= y0 + height(character) * INK_FROM_SHARE &&
    middle <= y0 + height(character) * INK_TO_SHARE
  );
}

function struckRows(
  crossed: ReadonlyMap<Box, readonly Character[]>,
  linesOfPage: number,
): readonly Character[] {
  const rows = [...crossed.values()]
    .map((characters) => characters.filter(({ text }) => DIGIT.test(text)))
    .filter((digits) => digits.length >= FEWEST_DIGITS);
  return rows.length > linesOfPage * MOST_STRIKES_SHARE ? [] : rows.flat();
}
