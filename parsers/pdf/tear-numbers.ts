import { UNKNOWN } from './character.ts';
import type { Glyph } from './read-glyphs.ts';

const OF_NUMBER = /^[\p{Nd}.,]$/u;
/** The next digit begins where the one before ends, but for what is rounded. */
const NEXT_EM = 0.1;

/**
 * A number of which only some digits are seen, for the others are covered, clipped or beyond the edge of the page: what
 * is left of 10581 is not 105.
 */
export function tearNumbers(glyphs: readonly Glyph[], isSeen: (glyph: Glyph) => boolean): readonly Glyph[] {
  const torn = new Set<Glyph>();
  let before: Glyph | undefined;
  let wasSeen = true;
  for (const glyph of glyphs) {
    const seen = isSeen(glyph);
    if (before && seen !== wasSeen && isNext(before, glyph)) torn.add(seen ? glyph : before);
    before = glyph;
    wasSeen = seen;
  }
  if (torn.size === 0) return glyphs;
  return glyphs.map((glyph) => (torn.has(glyph) ? { ...glyph, text: glyph.text + UNKNOWN } : glyph));
}

function isNext(a: Glyph, b: Glyph): boolean {
  if (!OF_NUMBER.test(a.text) || !OF_NUMBER.test(b.text) || a.fontId !== b.fontId) return false;
  return (
    Math.hypot(a.x + a.dx - b.x, a.y + a.dy - b.y) < a.size * NEXT_EM &&
    Math.abs(a.size - b.size) < a.size * NEXT_EM
  );
}
