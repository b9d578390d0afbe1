import { type Bitmap, type Gray, PAPER } from './raster.ts';

/** Scans lie askew by a few degrees; beyond this a page is a photograph that no table is read from. */
const MOST_DEGREES = 6;
const COARSE_STEP = 0.25;
const FINE_STEP = 0.02;
/** Ink pixels that are enough to tell the angle. */
const SAMPLE = 150_000;
/** From this angle on a page that lies askew gathers its ink so much better than as scanned; a few words set at several heights do not. */
const CLEARLY_DEGREES = 0.5;
const CLEARLY_BETTER = 1.2;
/** An angle smaller than this moves a rule by less than a pixel across the page. */
export const STRAIGHT_DEGREES = 0.03;

/**
 * How far the page is turned, in degrees, clockwise positive as seen: the angle at which ink gathers most in
 * few rows. Both text lines and ruling lines pull the same way.
 */
export function findSkew(ink: Bitmap): number {
  const points = samplePoints(ink);
  if (points.xs.length === 0) return 0;
  const coarse = bestAngle(points, ink, -MOST_DEGREES, MOST_DEGREES, COARSE_STEP);
  const fine = bestAngle(points, ink, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
  if (Math.abs(fine) < CLEARLY_DEGREES) return fine;
  const gain = gathering(points, ink, fine) / gathering(points, ink, 0);
  return gain >= CLEARLY_BETTER ? fine : 0;
}

interface Points {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function samplePoints({ width, data }: Bitmap): Points {
  let count = 0;
  for (const pixel of data) count += pixel;
  const step = Math.max(1, count / SAMPLE);
  const xs: number[] = [];
  const ys: number[] = [];
  let seen = 0;
  let next = 0;
  for (let index = 0; index < data.length; index++) {
    if (!data[index] || seen++ < next) continue;
    next += step;
    xs.push(index % width);
    ys.push(Math.floor(index / width));
  }
  return { xs, ys };
}

function bestAngle(points: Points, size: Bitmap, from: number, to: number, step: number): number {
  let best = { angle: 0, score: -1 };
  const steps = Math.round((to - from) / step);
  for (let index = 0; index <= steps; index++) {
    const angle = from + index * step;
    const score = gathering(points, size, angle);
    if (score > best.score) best = { angle, score };
  }
  return best.angle;
}

/** Sum of squares of the ink in each row of the sheared page. */
function gathering({ xs, ys }: Points, { width, height }: Bitmap, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * width);
  const rows = new Float64Array(height + 2 * shift + 2);
  for (let index = 0; index < xs.length; index++) {
    const row = Math.round((ys[index] ?? 0) - (xs[index] ?? 0) * slope) + shift;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (const count of rows) score += count * count;
  return score;
}

/** Where a pixel of the straightened page was on the page as scanned. */
export type PageMap = (x: number, y: number) => readonly [x: number, y: number];

export interface Straightened {
  readonly image: Gray;
  readonly toScan: PageMap;
}

/** Turns the page back by its skew; what comes in at the corners is paper. */
export function straighten(image: Gray, degrees: number): Straightened {
  if (Math.abs(degrees) < STRAIGHT_DEGREES) return { image, toScan: (x, y) => [x, y] };
  const { width, height } = image;
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const newWidth = Math.ceil(width * cos + height * Math.abs(sin));
  const newHeight = Math.ceil(height * cos + width * Math.abs(sin));
  const toScan: PageMap = (x, y) => {
    const dx = x - newWidth / 2;
    const dy = y - newHeight / 2;
    return [dx * cos - dy * sin + width / 2, dx * sin + dy * cos + height / 2];
  };
  const data = new Uint8Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y++) {
    let [fromX, fromY] = toScan(0, y);
    for (let x = 0; x < newWidth; x++, fromX += cos, fromY += sin)
      data[y * newWidth + x] = sampleAt(image, fromX, fromY);
  }
  return { image: { width: newWidth, height: newHeight, data }, toScan };
}

function sampleAt({ width, height, data }: Gray, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return PAPER;
  const at = top * width + left;
  const u = x - left;
  const v = y - top;
  const upper = (data[at] ?? PAPER) * (1 - u) + (data[at + 1] ?? PAPER) * u;
  const lower = (data[at + width] ?? PAPER) * (1 - u) + (data[at + width + 1] ?? PAPER) * u;
  return Math.round(upper * (1 - v) + lower * v);
}
