import type { Component } from './components.ts';
import { type Box, boxHeight, boxWidth, unionBox } from './raster.ts';

/** Heights in heights of a character. A band that is taller holds more than one line. */
const TALLEST_LINE = 1.75;
/** Two bands that together are no higher than this are one line. */
const ONE_LINE = 1.2;
/** Letters of a title are higher than the page's by this, and hold this share of their line's ink. */
const LARGE_LETTER = 1.25;
const LARGEST_LETTER = 3;
const LARGE_SHARE = 0.3;
/** Smaller pieces are grains of noise; a line has at least one piece as large as a dash. */
const SMALLEST_PIECE = 0.1;
const LEAST_PRINT = 0.3;
/** A gap as wide as this parts two texts that stand on one line. */
const WIDE_GAP = 2.2;

/** Pieces of ink → the boxes of text lines, top to bottom; what stands far apart on one line stays apart. */
export function findTextLines(
  components: readonly Component[],
  charHeight: number,
  wideGap: number = WIDE_GAP,
): readonly Box[] {
  const print = components.filter((piece) => extent(piece) >= SMALLEST_PIECE * charHeight);
  return joinFlat(bandsOf(print, charHeight), charHeight)
    .filter((band) => band.some((piece) => extent(piece) >= LEAST_PRINT * charHeight))
    .flatMap((band) => splitAtGaps(band, wideGap * charHeight));
}

type Band = readonly Component[];

const extent = (piece: Component): number => Math.max(boxWidth(piece), boxHeight(piece));

const bandBox = (band: Band): Box => band.reduce<Box>(unionBox, band[0] as Box);

/** Ink whose heights overlap is one band; one that is too tall is cut where it holds least ink. */
function bandsOf(components: readonly Component[], charHeight: number): readonly Band[] {
  const bands: Component[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const component of [...components].sort((a, b) => a.top - b.top)) {
    if (component.top < bottom) bands.at(-1)?.push(component);
    else bands.push([component]);
    bottom = Math.max(component.bottom, component.top < bottom ? bottom : component.bottom);
  }
  return bands.flatMap((band) => cutTall(band, letterHeight(band, charHeight)));
}

/**
 * The height of a band's own letters where they are larger than the page's: a title would be cut through, and its
 * halves read as lines of scraps. Two lines that touch have few pieces higher than a letter.
 */
function letterHeight(band: Band, charHeight: number): number {
  const areaOf = (pieces: Band): number => pieces.reduce((sum, { area }) => sum + area, 0);
  const large = band.filter(
    (piece) =>
      boxHeight(piece) > LARGE_LETTER * charHeight &&
      boxHeight(piece) < LARGEST_LETTER * charHeight &&
      boxWidth(piece) < LARGEST_LETTER * charHeight,
  );
  if (areaOf(large) < areaOf(band) * LARGE_SHARE) return charHeight;
  const heights = large.map(boxHeight).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? charHeight;
}

function cutTall(band: Band, charHeight: number): readonly Band[] {
  const { top, bottom } = bandBox(band);
  if (bottom - top <= TALLEST_LINE * charHeight || band.length < 2) return [band];
  const profile = new Float64Array(bottom - top);
  for (const part of band)
    for (let y = part.top; y < part.bottom; y++)
      profile[y - top] = (profile[y - top] ?? 0) + part.area / boxHeight(part);
  const margin = Math.round(charHeight * 0.6);
  let cut = -1;
  for (let y = margin; y < profile.length - margin; y++)
    if (cut < 0 || (profile[y] ?? 0) < (profile[cut] ?? 0)) cut = y;
  if (cut < 0) return [band];
  const above = band.filter((part) => (part.top + part.bottom) / 2 < top + cut);
  const below = band.filter((part) => (part.top + part.bottom) / 2 >= top + cut);
  if (above.length === 0 || below.length === 0) return [band];
  return [...cutTall(above, charHeight), ...cutTall(below, charHeight)];
}

/** Parts of one character (三, 总, a colon) may be bands of their own: what fits one line's height is one line. */
function joinFlat(bands: readonly Band[], charHeight: number): readonly Band[] {
  const joined: Component[][] = [];
  for (const band of bands) {
    const previous = joined.at(-1);
    const together = previous && boxHeight(unionBox(bandBox(previous), bandBox(band)));
    if (previous && together !== undefined && together <= ONE_LINE * charHeight) previous.push(...band);
    else joined.push([...band]);
  }
  return joined;
}

function splitAtGaps(band: Band, wideGap: number): readonly Box[] {
  const boxes: Box[] = [];
  for (const part of [...band].sort((a, b) => a.left - b.left)) {
    const last = boxes.at(-1);
    if (last && part.left - last.right < wideGap) boxes[boxes.length - 1] = unionBox(last, part);
    else boxes.push(part);
  }
  return boxes.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}
