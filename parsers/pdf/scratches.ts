import { type Box, boxOfPoints, height, width } from './box.ts';
import { type Matrix, mapX, mapY } from './matrix.ts';
import type { Subpath } from './path-code.ts';

/** A pen strikes out no more than a number; what leans less than this is a line along the page. */
const LONGEST_PT = 150;
const LEAN_PT = 0.8;
/** A ring around a number ends near where it began. */
const OPEN_SHARE = 0.4;

/** Strokes of a pen, slanted or bent, by what bounds them. */
export function scratchesOf(subpaths: readonly Subpath[], ctm: Matrix): readonly Box[] {
  return subpaths.flatMap(({ points, closed, curved }): readonly Box[] => {
    if (closed || points.length < 2) return [];
    const printed = points.map(([x, y]) => [mapX(ctm, x, y), mapY(ctm, x, y)] as const);
    const box = boxOfPoints(printed);
    const across = Math.max(width(box), height(box));
    if (across > LONGEST_PT || Math.min(width(box), height(box)) <= LEAN_PT) return [];
    if (!curved && !hasSlant(printed)) return [];
    const [from, to] = [printed[0], printed.at(-1)];
    const open = from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) : 0;
    return open > across * OPEN_SHARE ? [box] : [];
  });
}

function hasSlant(points: readonly (readonly [number, number])[]): boolean {
  return points.some(([x, y], at) => {
    const [nextX, nextY] = points[at + 1] ?? [x, y];
    return Math.abs(nextX - x) > LEAN_PT && Math.abs(nextY - y) > LEAN_PT;
  });
}
