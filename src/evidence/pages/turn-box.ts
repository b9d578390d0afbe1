/** A part of a page: from its left and its top, as shares of its width and height. */
export interface Share {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];
type Quarter = 0 | 1 | 2 | 3;

/** Where a point of the upright page is on the page turned clockwise, both from the top left. */
const TURNS: Readonly<Record<Quarter, (point: Point) => Point>> = {
  0: (point) => point,
  1: ([x, y]) => [1 - y, x],
  2: ([x, y]) => [1 - x, 1 - y],
  3: ([x, y]) => [y, 1 - x],
};

/** The quarter turn of so many degrees, clockwise. */
export const quarterOf = (degrees: number): Quarter => (((Math.round(degrees / 90) % 4) + 4) % 4) as Quarter;

/**
 * A box of a page as it is printed (x0, y0, x1, y1 from the bottom left) on the page as it is shown.
 *
 * @param page - its size in the same unit as the box
 */
export function turnBox(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  { width, height }: { readonly width: number; readonly height: number },
  quarter: Quarter,
): Share {
  const turn = TURNS[quarter];
  const [ax, ay] = turn([x0 / width, 1 - y0 / height]);
  const [bx, by] = turn([x1 / width, 1 - y1 / height]);
  const [left, top] = [Math.min(ax, bx), Math.min(ay, by)];
  return { left, top, width: Math.abs(ax - bx), height: Math.abs(ay - by) };
}
