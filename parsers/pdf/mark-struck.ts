import { type Box, height, width } from './box.ts';
import type { Character } from './character.ts';
import { THIN_PT } from './paint-boxes.ts';

/** Where across a character, from its top, a line strikes it out; an underline lies lower, a border beside. */
const FROM_SHARE = 0.35;
const TO_SHARE = 0.75;
/** A line through text is no longer than this; longer ones are borders that text runs over. */
const LONGEST_EM = 12;

/** Marks the characters that a short line is drawn through. */
export function markStruck(characters: readonly Character[], boxes: readonly Box[]): readonly Character[] {
  const strokes = new Map<number, Box[]>();
  for (const box of boxes) {
    if (height(box) > THIN_PT / 2 || width(box) <= THIN_PT) continue;
    const row = Math.round((box.y0 + box.y1) / 2);
    strokes.set(row, [...(strokes.get(row) ?? []), box]);
  }
  return characters.map((character) =>
    character.turned === 0 && isStruck(character, strokes) ? { ...character, struck: true } : character,
  );
}

function isStruck(character: Character, strokes: ReadonlyMap<number, readonly Box[]>): boolean {
  const { x0, x1, y0, size } = character;
  const [top, bottom] = [y0 + height(character) * FROM_SHARE, y0 + height(character) * TO_SHARE];
  const middle = (x0 + x1) / 2;
  for (let row = Math.floor(top); row <= Math.ceil(bottom); row++) {
    for (const box of strokes.get(row) ?? []) {
      const at = (box.y0 + box.y1) / 2;
      if (at < top || at > bottom || box.x0 > middle || box.x1 < middle) continue;
      if (width(box) <= size * LONGEST_EM && box.x0 <= x0 + size * 0.2 && box.x1 >= x1 - size * 0.2)
        return true;
    }
  }
  return false;
}
