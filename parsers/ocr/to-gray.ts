import type { Gray } from './raster.ts';

/** How much redder than its other channels a pixel is before it counts as stamp ink, and when it fully does. */
const RED_FROM = 18;
const RED_FULL = 50;

/**
 * RGBA pixels → grey. Red ink is taken for paper: stamps (公章) lie over text and cells, and the black
 * print under them has a low red channel too and stays.
 */
export function toGray(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Gray {
  const data = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < data.length; index++, at += 4) {
    const red = rgba[at] ?? 255;
    const green = rgba[at + 1] ?? 255;
    const blue = rgba[at + 2] ?? 255;
    const alpha = (rgba[at + 3] ?? 255) / 255;
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    const redness = red - Math.max(green, blue);
    const share = Math.min(1, Math.max(0, (redness - RED_FROM) / (RED_FULL - RED_FROM)));
    data[index] = Math.round((luma + (red - luma) * share) * alpha + 255 * (1 - alpha));
  }
  return { width, height, data };
}
