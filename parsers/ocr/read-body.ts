import type { Character } from '../pdf/character.ts';
import type { LineReading } from './ctc.ts';
import type { OcrEngine } from './engine.ts';
import { type Cut, lineImage } from './line-image.ts';
import type { PreparedPage } from './prepare-page.ts';
import { type Box, boxHeight, boxWidth } from './raster.ts';
import { findTextLines } from './text-lines.ts';

const BODY_CUT: Cut = { above: 0.15, beside: 0.3 };
/** A page of print has some 50 lines. */
const MOST_LINES = 400;
/** Of ink higher than that, lines are not made. */
const LOWEST_LINE = 0.3;
/** The baseline lies this far above the foot of a Chinese character, in its heights. */
const FOOT = 0.12;

/** The running text outside the tables, as characters with places in points; `scale` is points a pixel. */
export async function readBody(
  engine: OcrEngine,
  page: PreparedPage,
  scale: number,
): Promise<readonly Character[]> {
  const outside = page.pieces.filter((piece) => {
    const x = (piece.left + piece.right) / 2;
    const y = (piece.top + piece.bottom) / 2;
    return !page.tables.some(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  });
  const lines = findTextLines(outside, page.charHeight)
    .filter((line) => Math.max(boxHeight(line), boxWidth(line)) >= LOWEST_LINE * page.charHeight)
    .slice(0, MOST_LINES);
  const readings = await engine.readLines(
    lines.map((line) => lineImage(page.image, line, page.charHeight, BODY_CUT)),
  );
  return lines.flatMap((line, run) => placeChars(line, readings[run], page.charHeight, scale, run));
}

/** Characters side by side without gaps: the network tells where each one is only roughly. */
function placeChars(
  line: Box,
  reading: LineReading | undefined,
  charHeight: number,
  scale: number,
  run: number,
): readonly Character[] {
  const chars = reading?.chars ?? [];
  const left = line.left - BODY_CUT.beside * charHeight;
  const width = boxWidth(line) + 2 * BODY_CUT.beside * charHeight;
  const centres = chars.map(({ at }) => left + at * width);
  const size = Math.max(boxHeight(line), 0.8 * charHeight);
  return chars.flatMap(({ text }, index) => {
    if (text.trim() === '') return [];
    const centre = centres[index] ?? left;
    const before = centres[index - 1];
    const after = centres[index + 1];
    return [
      {
        text,
        x0: (before === undefined ? Math.min(line.left, centre) : (before + centre) / 2) * scale,
        x1: (after === undefined ? Math.max(line.right, centre) : (centre + after) / 2) * scale,
        y0: line.top * scale,
        y1: line.bottom * scale,
        baseline: (line.bottom - FOOT * charHeight) * scale,
        size: size * scale,
        turned: 0,
        seen: true,
        run,
      },
    ];
  });
}
