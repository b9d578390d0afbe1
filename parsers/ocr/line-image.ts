import { LINE_HEIGHT } from './engine.ts';
import { type Box, boxHeight, cropGray, type Gray, resizeGray } from './raster.ts';

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

/** The image of one line as the network wants it. */
export function lineImage(page: Gray, box: Box, charHeight: number, { above, beside }: Cut): Gray {
  const middle = (box.top + box.bottom) / 2;
  const half = Math.max(boxHeight(box), LOWEST_LINE * charHeight) / 2 + above * charHeight;
  const wide = Math.round(beside * charHeight);
  const crop = cropGray(page, {
    left: box.left - wide,
    right: box.right + wide,
    top: Math.round(middle - half),
    bottom: Math.round(middle + half),
  });
  const width = Math.round((crop.width * LINE_HEIGHT) / crop.height);
  return resizeGray(crop, Math.min(WIDEST, Math.max(NARROWEST, width)), LINE_HEIGHT);
}
