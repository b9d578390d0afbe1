import { looksLikeValue } from '../read-number.ts';
import type { ScanCell, ScanTable } from './build-cells.ts';
import { type CellText, UNREAD } from './cell-text.ts';
import type { Component } from './components.ts';
import type { ReadChar } from './ctc.ts';
import type { OcrEngine } from './engine.ts';
import { glyphEvidence, hasPrint, hasRemains, joinOverlapping } from './glyphs.ts';
import { judgeShortText } from './judge-short-text.ts';
import { type Cut, lineImage } from './line-image.ts';
import type { PreparedPage } from './prepare-page.ts';
import { type Box, boxWidth } from './raster.ts';
import { makeStrips, splitStrip } from './strips.ts';
import { findTextLines } from './text-lines.ts';

/** Labels are read line by line. */
const LABEL_CUT: Cut = { above: 0.15, beside: 0.3 };
/** A way to read numbers: how they are cut out, how far apart they stand in a strip, and in which order. */
interface Look {
  readonly cut: Cut;
  readonly gap: number;
  readonly order: (a: ScanCell, b: ScanCell) => number;
}
/** Numbers are read twice, cut differently and among different neighbours. */
const BY_ROW: Look = {
  cut: { above: 0.12, beside: 0.12 },
  gap: 8,
  order: (a, b) => a.row - b.row || a.column - b.column,
};
const BY_COLUMN: Look = {
  cut: { above: 0.2, beside: 0.12 },
  gap: 14,
  order: (a, b) => b.column - a.column || b.row - a.row,
};
/** What the two do not settle is read once more. */
const ONCE_MORE: Look = { cut: { above: 0.16, beside: 0.1 }, gap: 10, order: BY_ROW.order };
const SETTLED = 0.9;
/** A strip of fewer cells is no help to any of them: they are repeated. */
const FEWEST_IN_STRIP = 3;
/** In heights of a character: a line no wider is read as a number would be, whatever it is. */
const SHORT = 2.2;
/** A wider one only when all its characters are as narrow as digits. */
const NARROW = 0.72;
/** Ink that lay on a rule and was wiped out with it may have been part of the number. */
const WIPED = 0.3;
const HAN = /\p{Script=Han}/u;
/** Read as text they stand for nothing printed or for a stroke: 一 alone in a cell of numbers is a dash. */
const NOT_HAN = new Set(['一', '〇', '丨']);

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
  const texts = new Map<number, CellText>();
  const shorts = [...inks.keys()].filter((index) => isShort(inks[index] as CellInk, page.charHeight));
  for (const [index, text] of await readShorts(engine, page, inks, shorts)) texts.set(index, text);
  const rest = [...inks.keys()].filter((index) => !texts.has(index));
  const labels = await readLabels(engine, page, inks, rest);
  for (const [index, text] of labels) texts.set(index, text);
  const late = rest.filter(
    (index) => inks[index]?.lines.length === 1 && looksLikeValue(labels.get(index)?.text || UNREAD),
  );
  for (const [index, text] of await readShorts(engine, page, inks, late)) texts.set(index, text);
  return inks.map(({ cell }, index) => {
    const text = texts.get(index) ?? { text: '', confidence: 1 };
    return cell.certain || text.text === '' ? text : { ...text, confidence: 0 };
  });
}

function inkOf(page: PreparedPage, cell: ScanCell): CellInk {
  const inside = (piece: Component): boolean => {
    const x = (piece.left + piece.right) / 2;
    const y = (piece.top + piece.bottom) / 2;
    return x > cell.box.left && x < cell.box.right && y > cell.box.top && y < cell.box.bottom;
  };
  const pieces = page.pieces.filter(inside);
  const lines = hasPrint(pieces, page.charHeight) ? findTextLines(pieces, page.charHeight) : [];
  return { cell, pieces, lines, doubted: page.doubted.some(inside) };
}

function isShort({ pieces, lines }: CellInk, charHeight: number): boolean {
  const [line] = lines;
  if (!line || lines.length > 1) return false;
  if (boxWidth(line) <= SHORT * charHeight) return true;
  return joinOverlapping(pieces).every((blob) => boxWidth(blob) <= NARROW * charHeight);
}

async function readShorts(
  engine: OcrEngine,
  page: PreparedPage,
  inks: readonly CellInk[],
  shorts: readonly number[],
): Promise<ReadonlyMap<number, CellText>> {
  const byRow = await readStrips(engine, page, inks, shorts, BY_ROW);
  const byColumn = await readStrips(engine, page, inks, shorts, BY_COLUMN);
  const judge = (index: number, more: readonly (readonly ReadChar[])[] = []): CellText => {
    const readings = [byRow.get(index) ?? [], byColumn.get(index) ?? [], ...more];
    return judgeShortText(readings, glyphEvidence((inks[index] as CellInk).pieces, page.charHeight));
  };
  const isLabel = (index: number): boolean =>
    [byRow, byColumn].some((read) =>
      (read.get(index) ?? []).some(({ text }) => HAN.test(text) && !NOT_HAN.has(text)),
    );
  const numbers = shorts.filter((index) => !isLabel(index));
  const open = numbers.filter((index) => judge(index).confidence < SETTLED);
  const again = await readStrips(engine, page, inks, open, ONCE_MORE);
  return new Map(
    numbers.map((index) => {
      const judged = again.has(index) ? judge(index, [again.get(index) ?? []]) : judge(index);
      const doubted = (inks[index] as CellInk).doubted;
      return [index, doubted ? { ...judged, confidence: Math.min(judged.confidence, WIPED) } : judged];
    }),
  );
}

async function readStrips(
  engine: OcrEngine,
  page: PreparedPage,
  inks: readonly CellInk[],
  shorts: readonly number[],
  { cut, gap, order }: Look,
): Promise<ReadonlyMap<number, readonly ReadChar[]>> {
  if (shorts.length === 0) return new Map();
  const images = shorts.map((index) =>
    lineImage(page.image, (inks[index] as CellInk).lines[0] as Box, page.charHeight, cut),
  );
  const sorted = [...shorts.keys()].sort((a, b) => order(cellAt(inks, shorts[a]), cellAt(inks, shorts[b])));
  while (sorted.length < FEWEST_IN_STRIP) sorted.push(...sorted);
  const strips = makeStrips(images, sorted, gap);
  const readings = await engine.readLines(strips.map((strip) => strip.image));
  const chars = new Map<number, readonly ReadChar[]>();
  for (const [at, strip] of strips.entries()) {
    const reading = readings[at];
    if (!reading) continue;
    for (const [item, own] of splitStrip(strip, reading)) chars.set(shorts[item] ?? -1, own);
  }
  return chars;
}

const cellAt = (inks: readonly CellInk[], index = 0): ScanCell => (inks[index] as CellInk).cell;

async function readLabels(
  engine: OcrEngine,
  page: PreparedPage,
  inks: readonly CellInk[],
  labels: readonly number[],
): Promise<ReadonlyMap<number, CellText>> {
  const jobs = labels.flatMap((index) => (inks[index]?.lines ?? []).map((line) => ({ index, line })));
  const readings = await engine.readLines(
    jobs.map(({ line }) => lineImage(page.image, line, page.charHeight, LABEL_CUT)),
  );
  const texts = new Map<number, CellText>();
  for (const index of labels) {
    const ink = inks[index] as CellInk;
    const own = readings.filter((_, job) => jobs[job]?.index === index);
    const text = own.reduce((joined, { text: line }) => joinLines(joined, line.trim()), '');
    const chars = own.flatMap((reading) => reading.chars);
    const remains = ink.lines.length === 0 && (ink.doubted || hasRemains(ink.pieces, page.charHeight));
    if (text === '' && (ink.lines.length > 0 || remains)) texts.set(index, { text: UNREAD, confidence: 0 });
    else texts.set(index, { text, confidence: labelConfidence(text, chars) });
  }
  return texts;
}

/** A number that was read once only is never sure. */
function labelConfidence(text: string, chars: readonly ReadChar[]): number {
  if (text === '') return 1;
  const least = Math.min(...chars.map((char) => char.probability));
  return HAN.test(text) ? least : Math.min(least, 0.5);
}

/** Chinese lines join without a blank; two runs of digits are kept apart, so that no number is made up. */
const joinLines = (above: string, below: string): string =>
  /[\p{Nd}A-Za-z]$/u.test(above) && /^[\p{Nd}A-Za-z]/u.test(below) ? `${above} ${below}` : above + below;
