import { type Box, growBox, height, width } from './box.ts';
import type { Character } from './character.ts';
import { THIN_PT } from './paint-boxes.ts';
import { splitLines } from './split-words.ts';

/** A watermark is set this much larger than the text of its page at least; a title may be too, and lies on nothing. */
const LARGE = 2.5;
/** The ink of a character begins this far within its box, in ems. */
const INSET_EM = 0.15;

/** What is printed in its place, and what floats above or below it. */
export interface SetAside {
  readonly printed: readonly Character[];
  readonly floating: readonly Character[];
}

/** Large upright text that lies on other text or on lines, as watermarks do, belongs to no cell and no paragraph. */
export function setAsideFloating(characters: readonly Character[], boxes: readonly Box[]): SetAside {
  const usual = usualSize(characters);
  const large = characters.filter(({ size }) => size >= usual * LARGE);
  if (large.length === 0) return { printed: characters, floating: [] };
  const among = new Set(large);
  const below: readonly Box[] = [
    ...characters.filter((character) => !among.has(character)),
    ...boxes.filter((box) => Math.min(width(box), height(box)) <= THIN_PT),
  ];
  const liesOn = (character: Character): boolean => {
    const ink = growBox(character, -character.size * INSET_EM);
    return below.some((box) => overlaps(ink, box));
  };
  const floating = new Set(
    splitLines(large)
      .filter((line) => line.characters.some(liesOn))
      .flatMap((line) => line.characters),
  );
  return {
    printed: characters.filter((character) => !floating.has(character)),
    floating: [...floating],
  };
}

function usualSize(characters: readonly Character[]): number {
  const sizes = characters.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

const overlaps = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
