import { looksLikeValue } from '../read-number.ts';
import type { ScanTable } from './build-cells.ts';
import { type CellText, DASH, UNREAD } from './cell-text.ts';
import type { Component } from './components.ts';
import type { ReadChar } from './ctc.ts';
import { withoutMarks } from './dirt-marks.ts';
import type { OcrEngine } from './engine.ts';
import { hasPrint, hasRemains, joinOverlapping, loneStroke } from './glyphs.ts';
import type { ScanCell } from './join-cells.ts';
import { type Cut, lineImage } from './line-image.ts';
import type { PreparedPage } from './prepare-page.ts';
import { type Box, boxHeight, boxWidth } from './raster.ts';
import { readNumbers } from './read-numbers.ts';
import { runsOver } from './runs-over.ts';
import { findTextLines } from './text-lines.ts';

/** Labels are read line by line. */
export const LABEL_CUT: Cut = { above: 0.15, beside: 0.3 };
/** In heights of a character: a line no wider is read as a number would be, whatever it is. */
const SHORT = 2.2;
/** A wider one only when all its characters are as narrow as digits. */
const NARROW = 0.72;
/** A number that was read once only is never sure. */
const READ_ONCE = 0.5;
/** Hyphens of one font differ by this much, and so many of them are no dirt. */
const ALIKE_PX = 1;
const FEWEST_DASHES = 3;
const LONE_DASH: CellText = { text: DASH, confidence: 0.85 };
const HAN = /\p{Script=Han}/u;

interface CellInk {
  readonly cell: ScanCell;
  readonly pieces: readonly Component[];
  readonly lines: readonly Box[];
  readonly doubted: boolean;
}

/** Reads all cells of a table; the result has their order. */
export async function readCells(
  engine: OcrEngine,
  page: PreparedPage,
  table: ScanTable,
): Promise<readonly CellText[]> {
  const inks = table.cells.map((cell) => inkOf(page, cell));
  const texts = new Map<CellInk, CellText>();
  await addNumbers(
    engine,
    page,
    inks.filter((ink) => isShort(ink, page.charHeight)),
    texts,
  );
  for (const ink of findDashes(inks, page.charHeight)) {
    const read = texts.get(ink);
    if (read?.text !== DASH || read.confidence < LONE_DASH.confidence) texts.set(ink, LONE_DASH);
  }
  const rest = inks.filter((ink) => !texts.has(ink));
  for (const [ink, text] of await readLabels(engine, page, rest)) texts.set(ink, text);
  const late = rest.filter((ink) => ink.lines.length === 1 && mayBeNumber(texts.get(ink)?.text ?? ''));
  await addNumbers(engine, page, late, texts);
  return inks.map((ink) => {
    const text = texts.get(ink) ?? { text: '', confidence: 1 };
    return ink.cell.certain || text.text === '' ? text : { ...text, confidence: 0 };
  });
}

function mayBeNumber(text: string): boolean {
  const chars = [...text];
  return looksLikeValue(chars.slice(...withoutMarks(chars)).join('') || UNREAD);
}

function inkOf(page: PreparedPage, cell: ScanCell): CellInk {
  const inside = (piece: Component): boolean => {
    const x = (piece.left + piece.right) / 2;
    const y = (piece.top + piece.bottom) / 2;
    return x > cell.box.left && x < cell.box.right && y > cell.box.top && y < cell.box.bottom;
  };
  const pieces = page.pieces.filter(inside);
  const lines = hasPrint(pieces, page.charHeight) ? findTextLines(pieces, page.charHeight) : [];
  const [line] = lines;
  const doubted =
    page.doubted.some(inside) ||
    (line !== undefined && runsOver(line, cell.box, page.pieces, page.charHeight));
  return { cell, pieces, lines, doubted };
}

function isShort({ pieces, lines }: CellInk, charHeight: number): boolean {
  const [line] = lines;
  if (!line || lines.length > 1) return false;
  if (boxWidth(line) <= SHORT * charHeight) return true;
  return joinOverlapping(pieces).every((blob) => boxWidth(blob) <= NARROW * charHeight);
}

/** What is read as a number by two looks replaces what one look made of it. */
async function addNumbers(
  engine: OcrEngine,
  page: PreparedPage,
  inks: readonly CellInk[],
  texts: Map<CellInk, CellText>,
): Promise<void> {
  const lines = inks.map(({ cell, pieces, lines: [line], doubted }) => ({
    row: cell.row,
    column: cell.column,
    line: line ?? cell.box,
    pieces,
    doubted,
  }));
  for (const [index, text] of (await readNumbers(engine, page, lines)).entries()) {
    const ink = inks[index];
    if (ink && text) texts.set(ink, text);
  }
}

/**
 * A hyphen is smaller than print, and the network does not read one that stands alone: its cell would be blank. What
 * tells it from dirt is that others of its size stand in the same table.
 */
function findDashes(inks: readonly CellInk[], charHeight: number): readonly CellInk[] {
  const strokes = inks.flatMap((ink) => {
    const stroke = ink.doubted ? null : loneStroke(ink.pieces, ink.cell.box, charHeight);
    return stroke ? [{ ink, stroke }] : [];
  });
  const alike = (a: Box, b: Box): boolean =>
    Math.abs(boxWidth(a) - boxWidth(b)) <= ALIKE_PX && Math.abs(boxHeight(a) - boxHeight(b)) <= ALIKE_PX;
  return strokes
    .filter(({ stroke }) => strokes.filter((other) => alike(stroke, other.stroke)).length >= FEWEST_DASHES)
    .map(({ ink }) => ink);
}

async function readLabels(
  engine: OcrEngine,
  page: PreparedPage,
  inks: readonly CellInk[],
): Promise<ReadonlyMap<CellInk, CellText>> {
  const jobs = inks.flatMap((ink) => ink.lines.map((line) => ({ ink, line })));
  const readings = await engine.readLines(
    jobs.map(({ line }) => lineImage(page.image, line, page.charHeight, LABEL_CUT)),
  );
  return new Map(
    inks.map((ink) => {
      const own = readings.filter((_, job) => jobs[job]?.ink === ink);
      const text = own.reduce((joined, { text: line }) => joinLines(joined, line.trim()), '');
      const remains = ink.lines.length === 0 && (ink.doubted || hasRemains(ink.pieces, page.charHeight));
      if (text === '' && (ink.lines.length > 0 || remains)) return [ink, { text: UNREAD, confidence: 0 }];
      return [
        ink,
        {
          text,
          confidence: readOnce(
            text,
            own.flatMap((reading) => reading.chars),
          ),
        },
      ];
    }),
  );
}

/** How sure a text is that was read once. */
export function readOnce(text: string, chars: readonly ReadChar[]): number {
  if (text === '') return 1;
  const least = Math.min(...chars.map((char) => char.probability));
  return HAN.test(text) ? least : Math.min(least, READ_ONCE);
}

/** Chinese lines join without a blank; two runs of digits are kept apart, so that no number is made up. */
const joinLines = (above: string, below: string): string =>
  /[\p{Nd}A-Za-z]$/u.test(above) && /^[\p{Nd}A-Za-z]/u.test(below) ? `${above} ${below}` : above + below;
