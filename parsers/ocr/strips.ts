import type { LineReading, ReadChar } from './ctc.ts';
import { blankGray, type Gray } from './raster.ts';

/** Longer strips are cut. */
const WIDEST_STRIP = 1000;

/** Line images side by side in one image, and where each of them lies in it. */
export interface Strip {
  readonly image: Gray;
  readonly members: readonly { readonly item: number; readonly from: number; readonly to: number }[];
}

/**
 * Puts short line images into strips: a lone digit is read badly, digits among digits are read well.
 *
 * @param order - the images in the order in which they are to stand
 * @param gap - paper between two of them, in pixels of the network's image: a step or more of its own
 */
export function makeStrips(images: readonly Gray[], order: readonly number[], gap: number): readonly Strip[] {
  return cutGroup(order, images, gap).map((group) => joinImages(group, images, gap));
}

function cutGroup(group: readonly number[], images: readonly Gray[], gap: number): readonly number[][] {
  const parts: number[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const item of group) {
    const own = (images[item]?.width ?? 0) + gap;
    if (width + own > WIDEST_STRIP) {
      parts.push([]);
      width = gap;
    }
    parts.at(-1)?.push(item);
    width += own;
  }
  return parts;
}

function joinImages(group: readonly number[], images: readonly Gray[], gap: number): Strip {
  const width = group.reduce((sum, item) => sum + (images[item]?.width ?? 0) + gap, gap);
  const height = Math.max(1, ...group.map((item) => images[item]?.height ?? 1));
  const image = blankGray(width, height);
  const members: { item: number; from: number; to: number }[] = [];
  let left = gap;
  for (const item of group) {
    const part = images[item];
    if (!part) continue;
    for (let y = 0; y < part.height; y++)
      image.data.set(part.data.subarray(y * part.width, (y + 1) * part.width), y * width + left);
    members.push({ item, from: (left - gap / 2) / width, to: (left + part.width + gap / 2) / width });
    left += part.width + gap;
  }
  return { image, members };
}

/** The reading of a strip, cut up again: the characters of each member. */
export function splitStrip(strip: Strip, reading: LineReading): ReadonlyMap<number, readonly ReadChar[]> {
  return new Map(
    strip.members.map(({ item, from, to }) => [
      item,
      reading.chars.filter((char) => char.at >= from && char.at < to && char.text.trim() !== ''),
    ]),
  );
}
