import { type Box, boxHeight } from './raster.ts';

/** In heights of a character. Print that is not cut keeps further from a cell's side than this, on one side of it at least. */
const NEAR = 0.15;
/** Less high, ink beyond the side is dirt, or what is left of a rule. */
const LEAST_PRINT = 0.3;

/**
 * Whether a number runs over the side of its cell: its ink comes up to the side, and beyond it ink on the same line goes
 * on. The 5 of 105 is then in the next cell, or outside the table.
 *
 * @param others - the ink of the page
 */
export function runsOver(line: Box, cell: Box, others: readonly Box[], charHeight: number): boolean {
  const near = NEAR * charHeight;
  const toRight = cell.right - line.right < near;
  const toLeft = line.left - cell.left < near;
  if (!toRight && !toLeft) return false;
  return others.some((ink) => {
    const middle = (ink.top + ink.bottom) / 2;
    if (middle < line.top || middle > line.bottom || boxHeight(ink) < LEAST_PRINT * charHeight) return false;
    const beyondRight = ink.right > cell.right && ink.left - cell.right < near && ink.left >= line.right;
    const beyondLeft = ink.left < cell.left && cell.left - ink.right < near && ink.right <= line.left;
    return (toRight && beyondRight) || (toLeft && beyondLeft);
  });
}
