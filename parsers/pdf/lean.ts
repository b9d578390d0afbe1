import { composeMatrix, type Matrix, mapX, mapY } from './matrix.ts';
import type { Glyph } from './read-glyphs.ts';
import { quarterOf } from './turn.ts';

/**
 * How a page must be straightened whose text does not run along its sides: it was laid down slantwise, or its tables
 * were turned a little. Both maps keep the middle of the page.
 */
export interface Lean {
  /** Page space as printed → page space with text along the sides, and back. */
  readonly straighten: Matrix;
  readonly restore: Matrix;
}

/** Text that leans less moves by less than a point over a page's width. */
const LEAST = Math.tan((0.05 * Math.PI) / 180);
/** Letters that lean so much more than their baseline rises are slanted type on it. */
const SLANT = Math.tan((3 * Math.PI) / 180);
/** Text that leans so little less than the page's lean is upright text of a page with slanted tables. */
const SAME = 0.5;
const DIGIT = /\p{Nd}/u;

type Vector = readonly [x: number, y: number];

/** The lean of a page by its numbers, which stand in tables; by all its text where it has none. Null for an upright page. */
export function leanOf(
  glyphs: readonly Glyph[],
  { width, height }: { readonly width: number; readonly height: number },
): Lean | null {
  const digits = glyphs.filter(({ text }) => DIGIT.test(text));
  const telling = digits.length > 0 ? digits : glyphs;
  const rise = middleOf(telling.map(({ ahead }) => riseOf(ahead)));
  const slant = middleOf(telling.map(({ up }) => riseOf(up)));
  const across = Math.abs(slant - rise) > SLANT ? rise : slant;
  if (Math.max(Math.abs(rise), Math.abs(across)) < LEAST) return null;
  // Quarters of a turn stay: a line that rises by `rise` stands for one along a side, x or y.
  const sideways = telling.filter(({ ahead }) => quarterOf(...ahead) % 2 === 1).length * 2 > telling.length;
  const [alongX, alongY] = sideways ? [across, rise] : [rise, across];
  const leaning: Matrix = [1, alongX, -alongY, 1, 0, 0];
  const shrink = 1 / (1 + alongX * alongY);
  const upright: Matrix = [shrink, -alongX * shrink, alongY * shrink, shrink, 0, 0];
  return {
    straighten: around(upright, width / 2, height / 2),
    restore: around(leaning, width / 2, height / 2),
  };
}

/** By how much a direction rises over the side of the page that it is nearest to. */
function riseOf([x, y]: Vector): number {
  const [along, off] = Math.abs(x) >= Math.abs(y) ? [x, y] : [y, -x];
  return along === 0 ? 0 : off / along;
}

/** The map with another point that stays where it is. */
const around = (m: Matrix, x: number, y: number): Matrix =>
  composeMatrix([1, 0, 0, 1, x, y], composeMatrix(m, [1, 0, 0, 1, -x, -y]));

const middleOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Glyphs of the page as printed → on the straightened page; text that was upright from the first stays in its place. */
export const straightenGlyphs = (glyphs: readonly Glyph[], lean: Lean): readonly Glyph[] =>
  glyphs.map((glyph) => (isUpright(glyph, lean) ? glyph : mapGlyph(glyph, lean.straighten)));

/** Glyphs drawn on a straightened page → the same, with text that only the straightening made lean put back. */
export const settleUpright = (glyphs: readonly Glyph[], lean: Lean): readonly Glyph[] =>
  glyphs.map((glyph) => {
    const printed = mapGlyph(glyph, lean.restore);
    return isUpright(printed, lean) ? printed : glyph;
  });

function isUpright({ ahead }: Glyph, { straighten }: Lean): boolean {
  const own = Math.abs(riseOf(ahead));
  return own < Math.abs(riseOf(mapVector(ahead, straighten))) * SAME;
}

const mapVector = ([x, y]: Vector, m: Matrix): Vector => [m[0] * x + m[2] * y, m[1] * x + m[3] * y];

function mapGlyph(glyph: Glyph, m: Matrix): Glyph {
  const [dx, dy] = mapVector([glyph.dx, glyph.dy], m);
  const [ahead, up] = [mapVector(glyph.ahead, m), mapVector(glyph.up, m)];
  const { x, y } = glyph;
  return { ...glyph, x: mapX(m, x, y), y: mapY(m, x, y), dx, dy, ahead, up };
}
