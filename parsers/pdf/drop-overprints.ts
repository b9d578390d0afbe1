import { width } from './box.ts';
import { type Character, UNKNOWN } from './character.ts';

/** Closer than this two characters have one place; in type set narrow, closer than this share of the character. */
const SAME_PLACE_EM = 0.24;
const SAME_PLACE_SHARE = 0.48;
const SAME_LINE_EM = 0.24;
/** Pressed together as letters may be, two equal ones are still no nearer than this. */
const SURELY_EM = 0.12;
/** What is set this much larger lies across the page: see set-aside-floating.ts. */
const LARGER = 1.5;
const DIGIT = /\p{Nd}/u;

/**
 * Bold and shadowed type prints a character twice: 1 must not become 11. Where one digit is printed over another, as in
 * two versions of a page one above the other, nobody can tell which is meant: neither is a digit of a number.
 */
export function dropOverprints(characters: readonly Character[]): readonly Character[] {
  const sorted = [...characters].sort((a, b) => a.x0 - b.x0);
  const dropped = new Set<Character>();
  const overlaid = new Set<Character>();
  for (const [index, character] of sorted.entries()) {
    const { size, x0, text } = character;
    const near = Math.max(
      size * SURELY_EM,
      Math.min(size * SAME_PLACE_EM, width(character) * SAME_PLACE_SHARE),
    );
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (!other || other.x0 - x0 >= near) break;
      if (Math.abs(other.baseline - character.baseline) >= size * SAME_LINE_EM) continue;
      if (!areOfOneSize(size, other.size)) continue;
      if (other.text === text) dropped.add(other);
      else if (DIGIT.test(text) && DIGIT.test(other.text)) overlaid.add(character).add(other);
    }
  }
  if (dropped.size + overlaid.size === 0) return characters;
  return characters.flatMap((character) => {
    if (dropped.has(character)) return [];
    return overlaid.has(character) ? { ...character, text: character.text + UNKNOWN } : character;
  });
}

const areOfOneSize = (a: number, b: number): boolean => a < b * LARGER && b < a * LARGER;
