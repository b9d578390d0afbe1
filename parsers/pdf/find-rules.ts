import { type Box, height, width } from './box.ts';
import { THIN_PT } from './paint-boxes.ts';

/** A drawn line along an axis, in reading space: `at` across it, `from`..`to` along it. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Pieces whose centre lines are this near lie on one line. */
export const OFFSET_PT = 2;
/** Pieces of one line that are this far apart are one line: dashes, and the gaps at crossings. */
export const GAP_PT = 4;
/** After merging, a shorter line is a mark and no border. */
const SHORTEST_PT = 6;
/** Dots alone make a line when there are this many in a row. */
const FEWEST_DOTS = 5;

/** A piece of a line; a dot may belong to a line either way. */
interface Piece extends Rule {
  readonly isDot: boolean;
}

/**
 * Boxes of ink → lines. Thin boxes are lines, tiny ones dots; pieces are merged before anything is judged by its
 * length, because a dashed or dotted border is made of thousands of short ones (tables.md 6.2).
 */
export function findRules(boxes: readonly Box[]): Rules {
  const horizontal: Piece[] = [];
  const vertical: Piece[] = [];
  for (const box of boxes) {
    const isFlat = height(box) <= THIN_PT;
    const isUpright = width(box) <= THIN_PT;
    const isDot = isFlat && isUpright;
    if (isFlat) horizontal.push({ at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1, isDot });
    if (isUpright) vertical.push({ at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1, isDot });
  }
  return { horizontal: mergePieces(horizontal), vertical: mergePieces(vertical) };
}

/** Collinear lines → whole lines. */
export const mergeRules = (rules: readonly Rule[]): readonly Rule[] =>
  mergePieces(rules.map((rule) => ({ ...rule, isDot: false })));

function mergePieces(pieces: readonly Piece[]): readonly Rule[] {
  return collinear(pieces).flatMap((group) => {
    const merged: { weighted: number; weight: number; from: number; to: number; dots: number }[] = [];
    for (const { at, from, to, isDot } of group) {
      const weight = to - from + 0.01;
      const open = merged.at(-1);
      // Dots drawn twice on one spot are one dot.
      const dots = isDot ? Number(open === undefined || from > open.from) : FEWEST_DOTS;
      if (open && from - open.to <= GAP_PT) {
        open.to = Math.max(open.to, to);
        open.weighted += at * weight;
        open.weight += weight;
        open.dots += dots;
      } else merged.push({ weighted: at * weight, weight, from, to, dots: isDot ? 1 : FEWEST_DOTS });
    }
    return merged
      .filter(({ from, to, dots }) => isLine(to - from, dots))
      .map(({ weighted, weight, from, to }) => ({ at: weighted / weight, from, to }));
  });
}

const isLine = (length: number, dots: number): boolean => length >= SHORTEST_PT && dots >= FEWEST_DOTS;

/** Groups of pieces at the same place across, each sorted along. */
function collinear(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at);
  const groups: Piece[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    if (piece.at - start > OFFSET_PT) {
      groups.push([]);
      start = piece.at;
    }
    groups.at(-1)?.push(piece);
  }
  for (const group of groups) group.sort((a, b) => a.from - b.from);
  return groups;
}
