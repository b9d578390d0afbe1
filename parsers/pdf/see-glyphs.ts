import { type Box, containsPoint } from './box.ts';
import type { Glyph } from './read-glyphs.ts';

/** A surface painted without transparency; `glyphs` were shown before it. */
export interface Fill extends Box {
  /** White or near it: white text is not seen on it. */
  readonly pale: boolean;
  readonly glyphs: number;
}

/** Fills are looked up by strips of this height. */
const STRIP_PT = 12;
const TALLEST_STRIPS = 200;

/**
 * Glyphs as a reader sees them: what a surface was painted over is not seen (a number whitened out and written
 * anew), and white text is seen where the surface below it is dark (headers on a dark ground).
 */
export function seeGlyphs(glyphs: readonly Glyph[], fills: readonly Fill[]): readonly Glyph[] {
  if (fills.length === 0 && !glyphs.some((glyph) => glyph.white)) return glyphs;
  const strips = stripsOf(fills);
  return glyphs.map((glyph, index) => {
    if (!glyph.inked) return glyph;
    const x = glyph.x + glyph.dx / 2 + glyph.up[0] * 0.35;
    const y = glyph.y + glyph.dy / 2 + glyph.up[1] * 0.35;
    const here = strips.get(Math.floor(y / STRIP_PT))?.filter((fill) => containsPoint(fill, x, y)) ?? [];
    const isCovered = here.some((fill) => fill.glyphs > index);
    const ground = here.findLast((fill) => fill.glyphs <= index);
    const isWhiteOnWhite = glyph.white && (ground?.pale ?? true);
    const seen = !isCovered && !isWhiteOnWhite;
    return seen === glyph.seen ? glyph : { ...glyph, seen };
  });
}

/** A fill that is taller than a page is its background. */
function stripsOf(fills: readonly Fill[]): ReadonlyMap<number, readonly Fill[]> {
  const strips = new Map<number, Fill[]>();
  for (const fill of fills) {
    const [from, to] = [Math.floor(fill.y0 / STRIP_PT), Math.floor(fill.y1 / STRIP_PT)];
    for (let strip = from; strip <= Math.min(to, from + TALLEST_STRIPS); strip++) {
      const own = strips.get(strip);
      if (own) own.push(fill);
      else strips.set(strip, [fill]);
    }
  }
  return strips;
}
