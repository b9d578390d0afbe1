import { type Box, boxHeight, type Gray } from './raster.ts';

/** Lighter than this, the grey around ink is its blur or the paper. */
const INK = 200;

/** How ink lies: by how much it leans to the right for each step up, and how far it strays from a straight line. */
export interface StrokeShape {
  readonly lean: number;
  /** In heights of the ink. */
  readonly stray: number;
}

/** The straight line through the ink of a box, each pixel counted by how dark it is (least squares). */
export function strokeShape(image: Gray, box: Box): StrokeShape {
  let weight = 0;
  let [sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0];
  for (let y = Math.max(0, box.top); y < Math.min(image.height, box.bottom); y++)
    for (let x = Math.max(0, box.left); x < Math.min(image.width, box.right); x++) {
      const ink = INK - (image.data[y * image.width + x] ?? INK);
      if (ink <= 0) continue;
      const [across, up] = [x - box.left, box.bottom - y];
      weight += ink;
      sumX += ink * across;
      sumY += ink * up;
      sumXX += ink * across * across;
      sumXY += ink * across * up;
      sumYY += ink * up * up;
    }
  const spread = (sum: number, a: number, b: number): number => sum / weight - (a / weight) * (b / weight);
  const along = weight === 0 ? 0 : spread(sumYY, sumY, sumY);
  if (along <= 0) return { lean: 0, stray: 1 };
  const lean = spread(sumXY, sumX, sumY) / along;
  const rest = spread(sumXX, sumX, sumX) - lean * lean * along;
  return { lean, stray: Math.sqrt(Math.max(0, rest)) / boxHeight(box) };
}

/** `slanted` is a / for certain, `unclear` a / or a digit that leans, `none` no single slanted stroke. */
export type Stroke = 'slanted' | 'unclear' | 'none';

/** The strokes of fonts lean by 0.27 to 1 and stray by less than 0.05; a 1 in italics leans by 0.24 at most, */
const LEAN = 0.26;
const STRAIGHT = 0.055;
/** and of other fonts by less than 0.1. All other digits stray by 0.1 or more. */
const LEAST_LEAN = 0.14;
const LEAST_STRAIGHT = 0.075;

export function strokeOf(image: Gray, box: Box): Stroke {
  const { lean, stray } = strokeShape(image, box);
  const leans = Math.abs(lean);
  if (leans >= LEAN && stray <= STRAIGHT) return 'slanted';
  return leans >= LEAST_LEAN && stray <= LEAST_STRAIGHT ? 'unclear' : 'none';
}
