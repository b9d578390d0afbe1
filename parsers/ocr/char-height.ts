import type { Component } from './components.ts';
import { boxHeight, boxWidth } from './raster.ts';

/** Print is between these heights on a page that is some 2300 pixels long. */
const SMALLEST = 9;
const LARGEST = 90;
/** A page with almost no print still needs a measure. */
const FALLBACK = 30;

/**
 * The height of the page's ordinary characters in pixels. Pieces of Chinese characters are of all sizes; the
 * upper end of what has about the shape of a character is the character itself.
 */
export function measureCharHeight(components: readonly Component[]): number {
  const heights = components
    .filter((piece) => {
      const height = boxHeight(piece);
      const shape = boxWidth(piece) / height;
      return height >= SMALLEST && height <= LARGEST && shape > 0.6 && shape < 1.5;
    })
    .map(boxHeight)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.75)] ?? FALLBACK;
}
