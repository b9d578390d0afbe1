import { type Bitmap, type Gray, PAPER } from './raster.ts';

/** Bounds of the threshold of a page: an almost empty one gives no valley to find. */
const LOWEST = 110;
const HIGHEST = 205;

/** Pixels darker than the level are ink. */
export function binarise({ width, height, data }: Gray, level: number): Bitmap {
  const ink = new Uint8Array(data.length);
  for (let index = 0; index < data.length; index++) ink[index] = (data[index] ?? PAPER) < level ? 1 : 0;
  return { width, height, data: ink };
}

/** The level between print and paper that parts them best (Otsu 1979). */
export function inkLevel({ data }: Gray): number {
  const counts = new Float64Array(256);
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1;
  let below = 0;
  let sumBelow = 0;
  const sum = counts.reduce((total, count, level) => total + count * level, 0);
  let best = { level: 128, spread: -1 };
  for (let level = 0; level < 255; level++) {
    below += counts[level] ?? 0;
    sumBelow += level * (counts[level] ?? 0);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const distance = sumBelow / below - (sum - sumBelow) / above;
    const spread = below * above * distance * distance;
    if (spread > best.spread) best = { level: level + 1, spread };
  }
  return Math.min(HIGHEST, Math.max(LOWEST, best.level));
}
