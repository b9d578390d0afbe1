import type { CellText } from './cell-text.ts';
import type { Component } from './components.ts';
import type { ReadChar } from './ctc.ts';
import type { OcrEngine } from './engine.ts';
import { glyphEvidence, strayInk } from './glyphs.ts';
import { judgeShortText, type ShortInk } from './judge-short-text.ts';
import { type Cut, lineImage } from './line-image.ts';
import type { PreparedPage } from './prepare-page.ts';
import { type Box, type Gray, unionBox } from './raster.ts';
import { settleByWidth } from './settle-by-width.ts';
import { makeStrips, splitStrip } from './strips.ts';
import { strokeOf } from './stroke-shape.ts';

/** One line that may be a number: its ink, and its place among the others. */
export interface ShortLine {
  readonly row: number;
  readonly column: number;
  readonly line: Box;
  readonly pieces: readonly Component[];
  /** Ink close by was wiped out and may have been part of it. */
  readonly doubted: boolean;
}

/** A way to read numbers: how they are cut out, how far apart they stand in a strip, and in which order. */
interface Look {
  readonly cut: Cut;
  readonly gap: number;
  readonly order: (a: ShortLine, b: ShortLine) => number;
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
/** A strip of fewer is no help to any of them: they are repeated. */
const FEWEST_IN_STRIP = 3;
const HAN = /\p{Script=Han}/u;
/** Network's names for a dash and a circle: alone they are no words. */
const NOT_HAN = new Set(['一', '〇', '丨']);

/** Reads short lines as numbers; null for those that turn out to be words. The result has their order. */
export async function readNumbers(
  engine: OcrEngine,
  page: PreparedPage,
  lines: readonly ShortLine[],
): Promise<readonly (CellText | null)[]> {
  const inks = lines.map((line) => cutOut(page, line));
  const first = await readStrips(engine, inks, lines, BY_ROW);
  const second = await readStrips(engine, inks, lines, BY_COLUMN);
  const evidence = inks.map(
    ({ pieces, box }): ShortInk => ({
      ...glyphEvidence(pieces, page.charHeight),
      stroke: strokeOf(page.image, box),
    }),
  );
  const judged = lines.map((line, index) => {
    const readings = [first.get(line) ?? [], second.get(line) ?? []];
    const word = readings.some((chars) => chars.some(({ text }) => HAN.test(text) && !NOT_HAN.has(text)));
    const own = evidence[index];
    return word || !own
      ? null
      : { line, readings, own, text: judgeShortText(readings, own), doubted: line.doubted };
  });
  const open = judged.flatMap((one) => (one && one.text.confidence < SETTLED ? [one.line] : []));
  const third = await readStrips(
    engine,
    open.map((line) => inks[lines.indexOf(line)] ?? cutOut(page, line)),
    open,
    ONCE_MORE,
  );
  return settleByWidth(
    judged.map((one) => {
      const again = one && third.get(one.line);
      if (!again) return one;
      const readings = [...one.readings, again];
      return { ...one, readings, text: judgeShortText(readings, one.own) };
    }),
  );
}

/** The ink of a line without its strays, and how it is cut out of the page. */
interface LineInk {
  readonly pieces: readonly Component[];
  readonly box: Box;
  readonly imageOf: (cut: Cut) => Gray;
}

function cutOut({ image, charHeight }: PreparedPage, { line, pieces }: ShortLine): LineInk {
  const strays = strayInk(pieces, charHeight);
  const own = strays.length === 0 ? pieces : pieces.filter((piece) => !strays.includes(piece));
  const box = strays.length === 0 ? line : own.reduce<Box>(unionBox, own[0] ?? line);
  return { pieces: own, box, imageOf: (cut) => lineImage(image, box, charHeight, cut, strays) };
}

async function readStrips(
  engine: OcrEngine,
  inks: readonly LineInk[],
  lines: readonly ShortLine[],
  { cut, gap, order }: Look,
): Promise<ReadonlyMap<ShortLine, readonly ReadChar[]>> {
  const chars = new Map<ShortLine, readonly ReadChar[]>();
  if (lines.length === 0) return chars;
  const images = inks.map(({ imageOf }) => imageOf(cut));
  const sorted = [...lines.keys()].sort((a, b) => order(lines[a] as ShortLine, lines[b] as ShortLine));
  while (sorted.length < FEWEST_IN_STRIP) sorted.push(...sorted);
  const strips = makeStrips(images, sorted, gap);
  const readings = await engine.readLines(strips.map((strip) => strip.image));
  for (const [at, strip] of strips.entries()) {
    const reading = readings[at];
    if (!reading) continue;
    for (const [item, own] of splitStrip(strip, reading)) chars.set(lines[item] as ShortLine, own);
  }
  return chars;
}
