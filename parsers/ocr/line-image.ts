import { LINE_HEIGHT } from './engine.ts';
import { type Box, boxHeight, boxWidth, cropGray, type Gray, PAPER, resizeGray } from './raster.ts';

/** How a line is cut out: paper left around its ink and least height, in heights of a character. */
export interface Cut {
  readonly above: number;
  readonly beside: number;
}

/** A flat character (—, 一) keeps the height of the others: blown up it would be a block. */
const LOWEST_LINE = 0.8;
/** The network makes one step of eight pixels: less than two steps are no line. */
const NARROWEST = 16;
/** Longer lines are scaled down: no report prints them, and the work is bounded. */
const WIDEST = 3200;

/**
 * The image of one line as the network wants it.
 *
 * @param strays - ink that is to be left out
 */
export function lineImage(
  page: Gray,
  box: Box,
  charHeight: number,
  { above, beside }: Cut,
  strays: readonly Box[] = [],
): Gray {
  const middle = (box.top + box.bottom) / 2;
  const half = Math.max(boxHeight(box), LOWEST_LINE * charHeight) / 2 + above * charHeight;
  const wide = Math.round(beside * charHeight);
  const left = box.left - wide;
  const top = Math.round(middle - half);
  const bottom = Math.round(middle + half);
  const crop = cropGray(page, { left, right: box.right + wide, top, bottom });
  for (const stray of strays) erase(crop, stray, left, top);
  const width = Math.round((crop.width * LINE_HEIGHT) / crop.height);
  return resizeGray(crop, Math.min(WIDEST, Math.max(NARROWEST, width)), LINE_HEIGHT);
}

/** Blur has a pixel or two around each piece of ink. */
const BLUR = 1;

function erase(crop: Gray, box: Box, left: number, top: number): void {
  const from = Math.max(0, box.left - left - BLUR);
  const to = Math.min(crop.width, box.left - left + boxWidth(box) + BLUR);
  if (to <= from) return;
  for (let y = Math.max(0, box.top - top - BLUR); y < Math.min(crop.height, box.bottom - top + BLUR); y++)
    crop.data.fill(PAPER, y * crop.width + from, y * crop.width + to);
}
