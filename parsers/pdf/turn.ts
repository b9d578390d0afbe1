import { type Box, boxOfPoints } from './box.ts';
import { IDENTITY, type Matrix, mapX, mapY } from './matrix.ts';

/**
 * Reading space: the page turned so that its text runs from left to right, y growing downwards, points. All of
 * table finding works there; only the place of a cell goes back to page space.
 */
export interface Turn {
  /** Direction of the text on the page: 0 to the right, 1 upwards, 2 upside down, 3 downwards. */
  readonly quarter: 0 | 1 | 2 | 3;
  /** Size of the page before turning. */
  readonly width: number;
  readonly height: number;
  /** Points of one unit of the page (/UserUnit): places are told in points. */
  readonly unit?: number;
  /** Where the leaf begins that is read of a sheet with two beside each other; its reading space begins there. */
  readonly left?: number;
  /** The straightened page → the page as printed, where that leans (lean.ts). */
  readonly restore?: Matrix;
}

/** The map from page space to reading space. */
export function readingMatrix({ quarter, width, height, left = 0 }: Turn): Matrix {
  switch (quarter) {
    case 0:
      return [1, 0, 0, -1, -left, height];
    case 1:
      return [0, 1, 1, 0, -left, 0];
    case 2:
      return [-1, 0, 0, 1, width - left, 0];
    case 3:
      return [0, -1, -1, 0, height - left, width];
  }
}

function fromReading({ quarter, width, height }: Turn, x: number, y: number): readonly [number, number] {
  switch (quarter) {
    case 0:
      return [x, height - y];
    case 1:
      return [y, x];
    case 2:
      return [width - x, y];
    case 3:
      return [width - y, height - x];
  }
}

const mapBox = ({ x0, y0, x1, y1 }: Box, map: (x: number, y: number) => readonly [number, number]): Box =>
  boxOfPoints([map(x0, y0), map(x1, y0), map(x0, y1), map(x1, y1)]);

export function boxToReading(turn: Turn, box: Box): Box {
  const m = readingMatrix(turn);
  return mapBox(box, (x, y) => [mapX(m, x, y), mapY(m, x, y)]);
}
export function boxFromReading(turn: Turn, box: Box): Box {
  const { unit = 1, left = 0, restore = IDENTITY } = turn;
  return mapBox(box, (x, y) => {
    const [across, up] = fromReading(turn, x + left, y);
    return [mapX(restore, across, up) * unit, mapY(restore, across, up) * unit];
  });
}

/** Width of the page in reading space. */
export const readingWidth = ({ quarter, width, height }: Turn): number =>
  quarter % 2 === 0 ? width : height;
export const readingHeight = ({ quarter, width, height }: Turn): number =>
  quarter % 2 === 0 ? height : width;

/** The quarter turn that a direction on the page comes nearest to. */
export function quarterOf(dx: number, dy: number): 0 | 1 | 2 | 3 {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

/**
 * How the page must be turned: by the majority of its text, not by /Rotate, which says how a screen shows it and
 * is often wrong about tables set sideways (tables.md 6.4).
 */
export function turnOfPage(
  directions: Iterable<{ readonly dx: number; readonly dy: number; readonly weight: number }>,
  { width, height, unit = 1 }: Omit<Turn, 'quarter'>,
): Turn {
  const votes = [0, 0, 0, 0];
  for (const { dx, dy, weight } of directions) {
    const quarter = quarterOf(dx, dy);
    votes[quarter] = (votes[quarter] ?? 0) + weight;
  }
  const most = votes.indexOf(Math.max(...votes));
  return { quarter: (most < 0 ? 0 : most) as Turn['quarter'], width, height, unit };
}
