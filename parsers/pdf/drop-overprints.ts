import { type Character, centreY } from './character.ts';

/** Closer than this two equal characters are one, printed twice to look bold; the next digit is 0.5 em away. */
const SAME_PLACE_EM = 0.12;

/** Fake bold prints a character twice: 1 must not become 11. */
export function dropOverprints(characters: readonly Character[]): readonly Character[] {
  const sorted = [...characters].sort((a, b) => a.x0 - b.x0);
  const dropped = new Set<Character>();
  for (const [index, character] of sorted.entries()) {
    const near = character.size * SAME_PLACE_EM;
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (!other || other.x0 - character.x0 >= near) break;
      if (other.text === character.text && Math.abs(centreY(other) - centreY(character)) < near)
        dropped.add(other);
    }
  }
  return dropped.size === 0 ? characters : characters.filter((character) => !dropped.has(character));
}
