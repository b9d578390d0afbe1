import type { PageMap } from './deskew.ts';
import type { OcrEngine } from './engine.ts';
import { lineImage } from './line-image.ts';
import { type PreparedPage, preparePage } from './prepare-page.ts';
import { boxWidth, type Gray } from './raster.ts';
import { LABEL_CUT } from './read-cells.ts';
import { findTextLines } from './text-lines.ts';

/** Lines that are enough to tell which way up a page is, and how long one of them is at most, in characters. */
const SAMPLE_LINES = 6;
const LONGEST_LINE = 24;
/** Upright print is read surer than this; lying or upside down it never is. */
const UPRIGHT = 0.8;
/** Fewer characters of Chinese tell nothing. */
const FEWEST_CHARACTERS = 8;
/** Lying lines are read as a row of 一 and 1, surely enough: a text has as many different characters as this. */
const VARIED = 10;
const HAN = /\p{Script=Han}/u;

/**
 * The page made ready, the right way up. Sheets lie in the scanner on their side or upside down, and neither the
 * file nor a table's lines say so: the way in which the engine reads it best is the right one.
 */
export async function turnUpright(engine: OcrEngine, scan: Gray): Promise<PreparedPage> {
  const asScanned = preparePage(scan);
  const sureness = await readSample(engine, asScanned);
  if (sureness === null || sureness >= UPRIGHT) return asScanned;
  let best = { page: asScanned, sureness };
  for (const quarters of [1, 3, 2] as const) {
    const turned = preparePage(turnGray(scan, quarters));
    const page = { ...turned, toScan: backThrough(turned.toScan, scan, quarters) };
    const own = (await readSample(engine, page)) ?? 0;
    if (own > best.sureness) best = { page, sureness: own };
    if (own >= UPRIGHT) break;
  }
  return best.page;
}

/** How surely some lines are read as a Chinese text, 0 to 1; null where there are too few of them. */
async function readSample(engine: OcrEngine, page: PreparedPage): Promise<number | null> {
  const longest = LONGEST_LINE * page.charHeight;
  const lines = findTextLines(page.pieces, page.charHeight)
    .map((line) => ({ ...line, right: Math.min(line.right, line.left + longest) }))
    .sort((a, b) => boxWidth(b) - boxWidth(a))
    .slice(0, SAMPLE_LINES);
  const room = lines.reduce((sum, line) => sum + boxWidth(line), 0) / page.charHeight;
  if (room < FEWEST_CHARACTERS) return null;
  const readings = await engine.readLines(
    lines.map((line) => lineImage(page.image, line, page.charHeight, LABEL_CUT)),
  );
  const chars = readings.flatMap((reading) => reading.chars);
  if (chars.length === 0) return 0;
  const sure = chars.reduce((sum, { probability }) => sum + probability, 0) / chars.length;
  const varied = new Set(chars.flatMap(({ text }) => (HAN.test(text) ? [text] : []))).size;
  return sure * Math.min(1, varied / VARIED);
}

/** Turned clockwise by quarters of a circle. */
export function turnGray({ width, height, data }: Gray, quarters: 1 | 2 | 3): Gray {
  const turned = new Uint8Array(data.length);
  const [newWidth, newHeight] = quarters === 2 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [toX, toY] =
        quarters === 1
          ? [height - 1 - y, x]
          : quarters === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      turned[toY * newWidth + toX] = data[y * width + x] ?? 0;
    }
  return { width: newWidth, height: newHeight, data: turned };
}

const backThrough =
  (toTurned: PageMap, { width, height }: Gray, quarters: 1 | 2 | 3): PageMap =>
  (x, y) => {
    const [fromX, fromY] = toTurned(x, y);
    if (quarters === 1) return [fromY, height - fromX];
    return quarters === 2 ? [width - fromX, height - fromY] : [width - fromY, fromX];
  };
