import { type Box, boxOfPoints, growBox, height, intersectBox, width } from './box.ts';
import type { GraphicsState } from './graphics-state.ts';
import { mapX, mapY, scaleOf } from './matrix.ts';
import type { Subpath } from './path-code.ts';

/** Thinner than this a filled or stroked shape is a line (tables.md 6.2). */
export const THIN_PT = 4;
/** A line may lean by this much over its whole length and still be horizontal or vertical. */
const LEAN_PT = 0.8;
/** Two nested rectangles filled as one are a frame when the sides are at most this far apart. */
const FRAME_PT = 6;
/** A hair line (width 0) is one device pixel; it must have some body here. */
const HAIR_PT = 0.1;

type Painting = Readonly<{ fill: boolean; stroke: boolean; close: boolean }>;

/**
 * What a path leaves on the page: boxes along the axes, cut to the clip. Lines are thin boxes. Slanted and bent
 * shapes leave nothing unless they are thin or tiny (mitred borders, round dots).
 */
export function paintBoxes(
  subpaths: readonly Subpath[],
  state: GraphicsState,
  { fill, stroke, close }: Painting,
): readonly Box[] {
  const boxes: Box[] = [];
  const printed = subpaths.map((path) => ({
    ...path,
    points: path.points.map(([x, y]) => [mapX(state.ctm, x, y), mapY(state.ctm, x, y)] as const),
  }));
  if (fill && state.fillSeen && state.fillAlpha > 0) boxes.push(...filledBoxes(printed));
  if (stroke && state.strokeSeen && state.strokeAlpha > 0) {
    const thickness = Math.max(HAIR_PT, state.lineWidth * scaleOf(state.ctm));
    for (const path of printed) boxes.push(...strokedBoxes(path, path.closed || close, thickness));
  }
  const { clip } = state;
  return clip === null ? boxes : boxes.flatMap((box) => intersectBox(box, growBox(clip, HAIR_PT)) ?? []);
}

function filledBoxes(paths: readonly Subpath[]): readonly Box[] {
  const boxes: Box[] = [];
  let outer: Box | null = null;
  for (const path of paths) {
    if (path.points.length < 2) continue;
    const box = boxOfPoints(path.points);
    const thin = width(box) <= THIN_PT || height(box) <= THIN_PT;
    if (!thin && !isRectangle(path)) continue;
    const frame = outer && !thin ? frameBetween(outer, box) : null;
    if (frame) {
      boxes.pop();
      boxes.push(...frame);
      outer = null;
    } else {
      boxes.push(box);
      outer = thin ? null : box;
    }
  }
  return boxes;
}

function isRectangle({ points, curved }: Subpath): boolean {
  if (curved || points.length < 4 || points.length > 6) return false;
  const box = boxOfPoints(points);
  return points.every(
    ([x, y]) => Math.min(x - box.x0, box.x1 - x) <= LEAN_PT && Math.min(y - box.y0, box.y1 - y) <= LEAN_PT,
  );
}

/** A shape that fills nearly all of its box hides as much as the box: a rectangle with round or cut corners. */
const SURFACE_SHARE = 0.9;

/** The box of a path that is one such shape, cut to the clip. */
export function roundedSurface(subpaths: readonly Subpath[], state: GraphicsState): Box | null {
  const [path, ...others] = subpaths;
  if (!path || others.length > 0 || path.points.length < 4) return null;
  const points = path.points.map(([x, y]) => [mapX(state.ctm, x, y), mapY(state.ctm, x, y)] as const);
  const box = boxOfPoints(points);
  if (isRectangle({ ...path, points })) return null;
  if (areaOf(points) < width(box) * height(box) * SURFACE_SHARE) return null;
  return state.clip === null ? box : intersectBox(box, state.clip);
}

function areaOf(points: readonly (readonly [number, number])[]): number {
  let twice = 0;
  for (const [at, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** A border drawn as one rectangle inside another, filled between (browsers: a box with four equal borders). */
function frameBetween(a: Box, b: Box): readonly Box[] | null {
  const [outer, inner] = width(a) >= width(b) ? [a, b] : [b, a];
  const gaps = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
  if (gaps.some((gap) => gap < 0 || gap > FRAME_PT) || gaps.every((gap) => gap === 0)) return null;
  return [
    { ...outer, y1: inner.y0 },
    { ...outer, y0: inner.y1 },
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
  ];
}

function strokedBoxes({ points, curved }: Subpath, closed: boolean, thickness: number): readonly Box[] {
  if (curved) {
    const box = growBox(boxOfPoints(points), thickness / 2);
    return width(box) <= THIN_PT && height(box) <= THIN_PT ? [box] : [];
  }
  const corners = closed && points[0] ? [...points, points[0]] : points;
  const boxes: Box[] = [];
  for (let k = 0; k + 1 < corners.length; k++) {
    const from = corners[k];
    const to = corners[k + 1];
    if (from && to) boxes.push(...strokedSegment(from, to, thickness));
  }
  return boxes;
}

function strokedSegment(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  thickness: number,
): readonly Box[] {
  const box = boxOfPoints([
    [x0, y0],
    [x1, y1],
  ]);
  const half = thickness / 2;
  if (height(box) <= LEAN_PT && width(box) > height(box)) {
    const y = (y0 + y1) / 2;
    return [{ ...box, y0: y - half, y1: y + half }];
  }
  if (width(box) <= LEAN_PT && height(box) > width(box)) {
    const x = (x0 + x1) / 2;
    return [{ ...box, x0: x - half, x1: x + half }];
  }
  return width(box) <= THIN_PT && height(box) <= THIN_PT ? [growBox(box, half)] : [];
}
