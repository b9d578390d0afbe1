import { type Component, findComponents } from './components.ts';
import { closeInk, openInk } from './open-close.ts';
import { type Bitmap, boxHeight, boxWidth, type Gray, PAPER } from './raster.ts';

/** Darker than this share of the lightest paper, an area is a ground of its own. */
const DARK = 0.62;
/** The lightest paper: so few pixels of the page are lighter. */
const LIGHTEST_SHARE = 0.005;
/** In pixels of a page of some 2300: no stroke of print is as thick, no hole that light print leaves as large. */
const THICKER_THAN_STROKE = 9;
const LARGER_THAN_LETTER = 40;
const LOWEST_GROUND = 20;
const NARROWEST_GROUND = 96;
/** So much of a ground is solid; of large letters less is, and what is between them is no print. */
const SOLID_SHARE = 0.5;
/** Print differs from its ground by this share of what paper does, and covers so much of it; a black block has none. */
const CLEAR = 0.5;
const LEAST_PRINT = 0.01;
const MOST_PRINT = 0.45;

/**
 * Light print on a dark ground (the head of a table in white on blue, a page as its negative) becomes dark print on
 * paper. A dark block without print in it stays dark: it may cover a number.
 */
export function darkenLightPrint(image: Gray): Gray {
  const { width, height, data } = image;
  const lightest = levelAt(countLevels(data), 1 - LIGHTEST_SHARE);
  const dark = data.map((level) => (level < lightest * DARK ? 1 : 0));
  const solid = openInk({ width, height, data: dark }, THICKER_THAN_STROKE);
  if (!solid.data.includes(1)) return image;
  const grounds = openInk(closeInk(solid, LARGER_THAN_LETTER), LOWEST_GROUND);
  const turned = data.slice();
  for (const ground of findComponents(grounds)) {
    if (boxWidth(ground) < NARROWEST_GROUND || boxHeight(ground) < LOWEST_GROUND) continue;
    const filled = sumOf(countLevels(pixelsOf(ground, grounds, solid.data)).subarray(1));
    if (filled < ground.area * SOLID_SHARE) continue;
    const counts = countLevels(pixelsOf(ground, grounds, data));
    const level = levelAt(counts, 0.5);
    const contrast = Math.max(1, lightest - level);
    const isLight = (at: number): boolean => (data[at] ?? 0) - level >= contrast * CLEAR;
    const print = enclosed(ground, grounds, isLight) / sumOf(counts);
    if (print < LEAST_PRINT || print > MOST_PRINT) continue;
    for (const at of placesOf(ground, grounds)) {
      const share = Math.min(1, Math.abs((data[at] ?? 0) - level) / contrast);
      turned[at] = Math.round(PAPER * (1 - share));
    }
  }
  return { width, height, data: turned };
}

function* placesOf({ left, top, right, bottom }: Component, { width, data }: Bitmap): Generator<number> {
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (data[y * width + x]) yield y * width + x;
}

/** How many light pixels lie in a ground and do not hang together with what is outside it: the gaps in a star do. */
function enclosed(ground: Component, grounds: Bitmap, isLight: (at: number) => boolean): number {
  const { width, height, data } = grounds;
  const neighbours = (at: number): readonly number[] => [
    ...(at % width > 0 ? [at - 1] : []),
    ...(at % width < width - 1 ? [at + 1] : []),
    ...(at >= width ? [at - width] : []),
    ...(at < width * (height - 1) ? [at + width] : []),
  ];
  const light = new Set<number>();
  for (const at of placesOf(ground, grounds)) if (isLight(at)) light.add(at);
  const open = [...light].filter((at) => neighbours(at).some((next) => !data[next]));
  for (const at of open) light.delete(at);
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of neighbours(at)) if (light.delete(next)) open.push(next);
  return light.size;
}

function* pixelsOf(ground: Component, grounds: Bitmap, data: Uint8Array): Generator<number> {
  for (const at of placesOf(ground, grounds)) yield data[at] ?? 0;
}

function countLevels(levels: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(PAPER + 1);
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

const sumOf = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** The level up to which a share of all pixels go. */
function levelAt(counts: Uint32Array, share: number): number {
  const wanted = sumOf(counts) * share;
  let seen = 0;
  const found = counts.findIndex((count) => {
    seen += count;
    return seen >= wanted;
  });
  return found < 0 ? PAPER : found;
}
