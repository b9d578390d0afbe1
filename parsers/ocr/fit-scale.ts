import { binarise, inkLevel } from './binarise.ts';
import { measureCharHeight } from './char-height.ts';
import { findComponents } from './components.ts';
import { flattenBackground } from './flatten-background.ts';
import type { Gray } from './raster.ts';

/** Characters of this height in pixels are read well; beyond these bounds the picture is drawn anew. */
const CHAR_HEIGHT = 32;
const LOWEST = 22;
const HIGHEST = 52;

/**
 * Draws a picture so large that its characters have the height that is read best. How large they are is known from
 * the picture only: a photograph of one table and a page of A3 have the same number of pixels.
 *
 * @param scale - the first guess
 */
export function fitScale<Image extends Gray>(draw: (scale: number) => Image, scale: number): Image {
  const image = draw(scale);
  const flat = flattenBackground(image);
  const height = measureCharHeight(findComponents(binarise(flat, inkLevel(flat))));
  return height >= LOWEST && height <= HIGHEST ? image : draw((scale * CHAR_HEIGHT) / height);
}
