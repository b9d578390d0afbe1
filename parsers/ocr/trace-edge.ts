import type { Bitmap } from './raster.ts';
import type { Piece } from './rules.ts';

/** Ink along a line of a table that is known from elsewhere, between two places on it. */
export type Trace = (direction: 'across' | 'down', at: number, from: number, to: number) => readonly Piece[];

/** In heights of a character: how far a line strays, how thick it is, and the paper that it has on both sides. */
const STRAY = 0.07;
const THICKEST = 0.2;
const CLEAR = 0.2;

/** Finds what a broken rule has left: thin ink with paper on both sides, however short its pieces are. */
export function traceInk({ width, height, data }: Bitmap, charHeight: number): Trace {
  const stray = Math.max(1, Math.round(STRAY * charHeight));
  const thickest = Math.max(4, Math.round(THICKEST * charHeight));
  const clear = Math.max(3, Math.round(CLEAR * charHeight));
  return (direction, at, from, to) => {
    const isInk = (line: number, along: number): boolean => {
      const [x, y] = direction === 'across' ? [along, line] : [line, along];
      return x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 1;
    };
    const pieces: Piece[] = [];
    for (let along = Math.ceil(from); along < to; along++) {
      if (!isRuleAt(isInk, Math.round(at - 0.5), along, { stray, thickest, clear })) continue;
      const last = pieces.at(-1);
      if (last && last.to === along) pieces[pieces.length - 1] = { from: last.from, to: along + 1 };
      else pieces.push({ from: along, to: along + 1 });
    }
    return pieces;
  };
}

interface Thinness {
  readonly stray: number;
  readonly thickest: number;
  readonly clear: number;
}

function isRuleAt(
  isInk: (line: number, along: number) => boolean,
  middle: number,
  along: number,
  { stray, thickest, clear }: Thinness,
): boolean {
  let first = middle;
  for (let away = 0; away <= stray && !isInk(first, along); away++)
    first = isInk(middle - away, along) ? middle - away : middle + away;
  if (!isInk(first, along)) return false;
  let last = first;
  while (last - first < thickest && isInk(first - 1, along)) first--;
  while (last - first < thickest && isInk(last + 1, along)) last++;
  if (last - first >= thickest) return false;
  for (let away = 2; away <= clear; away++)
    if (isInk(first - away, along) || isInk(last + away, along)) return false;
  return true;
}

/** Share of an edge that what is left of it covers at least; and of its ends, which no print reaches. */
const LEFT = 0.4;
/** The same between two edges of one line that are there for certain. */
export const LEFT_BETWEEN = 0.2;
const END = 0.2;
const LEFT_AT_END = 0.5;

/** Whether pieces of ink are the edge of a cell: print stands in the middle of it, a rule reaches its ends. */
export function isBrokenEdge(pieces: readonly Piece[], from: number, to: number, least = LEFT): boolean {
  const covered = (start: number, end: number): number =>
    pieces.reduce(
      (sum, piece) => sum + Math.max(0, Math.min(piece.to, end) - Math.max(piece.from, start)),
      0,
    );
  const end = (to - from) * END;
  const atEnds = Math.max(covered(from, from + end), covered(to - end, to));
  return covered(from, to) >= (to - from) * least && atEnds >= end * LEFT_AT_END;
}
