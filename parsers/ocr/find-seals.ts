import type { Box } from './raster.ts';

/** Coloured ink is looked at in squares of this many pixels; a seal's ring has gaps, and is one thing none the less. */
const SQUARE = 8;
/** Share of a square that is coloured. */
const COLOURED = 0.06;
/** Squares this far apart hang together. */
const REACH = 2;
/** A seal is larger than a character of a heading, and smaller than a coloured table; in shares of the page's short side. */
const SMALLEST = 0.06;
const LARGEST = 0.45;
/** It is about as wide as high, but for the slice of one that was set over the edges of several pages. */
const LONGEST_SHAPE = 1.8;

/**
 * The places of seals: coloured ink that hangs together, as large as a seal is. Coloured print (the head of a letter, a
 * number in red) is none of them.
 *
 * @param isColoured - whether a pixel has coloured ink
 */
export function findSeals(
  width: number,
  height: number,
  isColoured: (index: number) => boolean,
): readonly Box[] {
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const square = Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE);
      if (isColoured(y * width + x)) counts[square] = (counts[square] ?? 0) + 1;
    }
  const open = new Set<number>();
  for (const [square, count] of counts.entries()) if (count >= SQUARE * SQUARE * COLOURED) open.add(square);
  const boxes: Box[] = [];
  for (const first of open) boxes.push(takeGroup(first, open, columns));
  return boxes.map((box) => scaleBox(box, width, height)).filter((box) => isSeal(box, width, height));
}

/** The box, in squares, of what hangs together with the first square; all of it is taken out of `open`. */
function takeGroup(first: number, open: Set<number>, columns: number): Box {
  let [left, top, right, bottom] = [columns, Number.POSITIVE_INFINITY, 0, 0];
  const waiting = [first];
  open.delete(first);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [x, y] = [next % columns, Math.floor(next / columns)];
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x + 1),
      Math.max(bottom, y + 1),
    ];
    for (let dy = -REACH; dy <= REACH; dy++)
      for (let dx = -REACH; dx <= REACH; dx++) {
        const near = (y + dy) * columns + x + dx;
        if (x + dx >= 0 && x + dx < columns && open.delete(near)) waiting.push(near);
      }
  }
  return { left, top, right, bottom };
}

const scaleBox = ({ left, top, right, bottom }: Box, width: number, height: number): Box => ({
  left: left * SQUARE,
  top: top * SQUARE,
  right: Math.min(width, right * SQUARE),
  bottom: Math.min(height, bottom * SQUARE),
});

function isSeal({ left, top, right, bottom }: Box, width: number, height: number): boolean {
  const side = Math.min(width, height);
  const [short, long] = [right - left, bottom - top].sort((a, b) => a - b) as [number, number];
  if (long < side * SMALLEST || long > side * LARGEST) return false;
  const isAtEdge = left === 0 || right === width;
  return isAtEdge || (short >= side * SMALLEST && long <= short * LONGEST_SHAPE);
}
