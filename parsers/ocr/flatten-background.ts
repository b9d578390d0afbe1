import { type Gray, PAPER } from './raster.ts';

/** Paper is measured in squares of this many pixels: wider than strokes, narrower than shadows. */
const SQUARE = 32;
/** In each square the paper is what is darker than this share of its pixels at most. */
const PAPER_SHARE = 0.8;
/** Nothing darker than this is paper: a black block stays black. */
const DARKEST_PAPER = 70;

/** Divides by the local paper colour: grey backgrounds, shaded cells and shadows become white. */
export function flattenBackground(image: Gray): Gray {
  const { width, height, data } = image;
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const paper = smooth(measurePaper(image, columns, rows), columns, rows);
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, y / SQUARE - 0.5));
    const top = Math.floor(v);
    const bottom = Math.min(rows - 1, top + 1);
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, x / SQUARE - 0.5));
      const left = Math.floor(u);
      const right = Math.min(columns - 1, left + 1);
      const upper = mix(paper[top * columns + left], paper[top * columns + right], u - left);
      const lower = mix(paper[bottom * columns + left], paper[bottom * columns + right], u - left);
      const white = Math.max(DARKEST_PAPER, mix(upper, lower, v - top));
      flat[y * width + x] = Math.min(PAPER, Math.round(((data[y * width + x] ?? PAPER) * PAPER) / white));
    }
  }
  return { width, height, data: flat };
}

const mix = (a = PAPER, b = PAPER, share = 0): number => a + (b - a) * share;

function measurePaper({ width, height, data }: Gray, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y++)
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x++) {
          const level = data[y * width + x] ?? PAPER;
          counts[level] = (counts[level] ?? 0) + 1;
          total++;
        }
      paper[row * columns + column] = percentile(counts, total * PAPER_SHARE);
    }
  return paper;
}

function percentile(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return PAPER;
}

/** A square filled by a headline or a thick rule takes its paper from around it: the lightest neighbour counts. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  return around(around(paper, columns, rows, Math.max, 0), columns, rows, (a, b) => a + b, 0, true);
}

function around(
  paper: Float32Array,
  columns: number,
  rows: number,
  join: (a: number, b: number) => number,
  start: number,
  mean = false,
): Float32Array {
  const joined = new Float32Array(paper.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let value = start;
      let count = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          value = join(value, paper[y * columns + x] ?? PAPER);
          count++;
        }
      joined[row * columns + column] = mean ? value / count : value;
    }
  return joined;
}
