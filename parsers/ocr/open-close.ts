import type { Bitmap } from './raster.ts';

/** Ink in which a square of this many pixels fits; thinner ink is gone. */
export const openInk = (ink: Bitmap, size: number): Bitmap =>
  bothWays(
    bothWays(ink, 0, size - 1, (count) => count === size),
    1 - size,
    0,
    (count) => count > 0,
  );

/** Ink, and the holes and gaps in it in which no square of this many pixels fits. Beyond the edges there may be ink. */
export const closeInk = (ink: Bitmap, size: number): Bitmap =>
  bothWays(
    bothWays(ink, 0, size - 1, (count) => count > 0),
    1 - size,
    0,
    (count, looked) => count === looked,
  );

/** Whether a pixel is ink, by how much ink there is in a window and how many of its pixels lie in the image. */
type Keep = (count: number, looked: number) => boolean;

function bothWays({ width, height, data }: Bitmap, first: number, last: number, keep: Keep): Bitmap {
  const across = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) slide(data, across, y * width, 1, width, first, last, keep);
  const down = new Uint8Array(data.length);
  for (let x = 0; x < width; x++) slide(across, down, x, width, height, first, last, keep);
  return { width, height, data: down };
}

function slide(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  length: number,
  first: number,
  last: number,
  keep: Keep,
): void {
  let count = 0;
  for (let at = 0; at < Math.min(last, length); at++) count += from[start + at * step] ?? 0;
  for (let at = 0; at < length; at++) {
    if (at + last < length) count += from[start + (at + last) * step] ?? 0;
    if (at + first > 0) count -= from[start + (at + first - 1) * step] ?? 0;
    const looked = Math.min(length - 1, at + last) - Math.max(0, at + first) + 1;
    to[start + at * step] = keep(count, looked) ? 1 : 0;
  }
}
