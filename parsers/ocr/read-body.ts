import type { Character } from '../pdf/character.ts';
import { looksLikeValue } from '../read-number.ts';
import { type CellText, UNREAD } from './cell-text.ts';
import type { Component } from './components.ts';
import { type LineReading, SURE_LETTER } from './ctc.ts';
import type { OcrEngine } from './engine.ts';
import { lineImage } from './line-image.ts';
import type { PreparedPage } from './prepare-page.ts';
import { type Box, boxHeight, boxWidth } from './raster.ts';
import { LABEL_CUT, readOnce } from './read-cells.ts';
import { readNumbers } from './read-numbers.ts';
import { findTextLines } from './text-lines.ts';

/** A page of print has some 50 lines. */
const MOST_LINES = 1500;
/** The foot of a Chinese character lies this far below the baseline, in its heights. */
const FOOT = 0.12;

/** The text of one line outside the tables, and its characters in points. */
export interface BodyLine extends CellText {
  readonly box: Box;
  readonly characters: readonly Character[];
  /** The text with each letter that was read unsurely left out. */
  readonly sure: string;
  /** Each of those letters and what else it could be, a line each. */
  readonly rivals: string;
}

/**
 * The running text outside the ruled tables, line by line; what stands far apart on one line stays apart. Lines
 * that are numbers (a table without rules) are read as surely as cells are.
 *
 * @param scale - points a pixel
 */
export async function readBody(
  engine: OcrEngine,
  page: PreparedPage,
  scale: number,
): Promise<readonly BodyLine[]> {
  const outside = page.pieces.filter((piece) => !page.tables.some(({ box }) => holds(box, piece)));
  const lines = findTextLines(outside, page.charHeight).slice(0, MOST_LINES);
  const readings = await engine.readLines(
    lines.map((line) => lineImage(page.image, line, page.charHeight, LABEL_CUT)),
  );
  const numbers = await readBodyNumbers(engine, page, outside, lines, readings);
  return lines.map((box, run) => {
    const reading = readings[run] ?? { text: '', chars: [] };
    const { text, confidence } = numbers.get(box) ?? {
      text: reading.text,
      confidence: readOnce(reading.text, reading.chars),
    };
    const places = numbers.has(box) ? evenPlaces(text, box) : charPlaces(reading, box, page.charHeight);
    const characters = setCharacters(places, box, page.charHeight, scale, run);
    return { box, text, confidence, characters, sure: sureLetters(reading), rivals: rivalsOf(reading) };
  });
}

const sureLetters = ({ chars }: LineReading): string =>
  chars.map(({ text, probability }) => (probability < SURE_LETTER ? UNREAD : text.trim())).join('');

const rivalsOf = ({ chars }: LineReading): string =>
  chars.flatMap(({ text, rivals }) => (rivals === '' ? [] : [`${text}${rivals}\n`])).join('');

const holds = (box: Box, piece: Box): boolean => {
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
};

async function readBodyNumbers(
  engine: OcrEngine,
  page: PreparedPage,
  outside: readonly Component[],
  lines: readonly Box[],
  readings: readonly LineReading[],
): Promise<ReadonlyMap<Box, CellText>> {
  const own = lines.filter((_, run) => looksLikeValue(readings[run]?.text.trim() ?? ''));
  const shorts = own.map((line) => ({
    row: line.top,
    column: line.left,
    line,
    pieces: outside.filter((piece) => holds(line, piece)),
    doubted: false,
  }));
  const texts = await readNumbers(engine, page, shorts);
  return new Map(
    own.flatMap((line, index) => {
      const text = texts[index];
      return text ? [[line, text] as const] : [];
    }),
  );
}

type CharPlace = readonly [text: string, centre: number];

function evenPlaces(text: string, box: Box): readonly CharPlace[] {
  const chars = [...text];
  const pitch = boxWidth(box) / Math.max(1, chars.length);
  return chars.map((char, index) => [char, box.left + (index + 0.5) * pitch]);
}

function charPlaces({ chars }: LineReading, box: Box, charHeight: number): readonly CharPlace[] {
  const beside = LABEL_CUT.beside * charHeight;
  return chars.map(({ text, at }) => [text, box.left - beside + at * (boxWidth(box) + 2 * beside)]);
}

/** Characters side by side without gaps: the network tells where each one is only roughly. */
function setCharacters(
  places: readonly CharPlace[],
  box: Box,
  charHeight: number,
  scale: number,
  run: number,
): readonly Character[] {
  const size = Math.max(boxHeight(box), 0.8 * charHeight) * scale;
  return places.flatMap(([text, centre], index) => {
    if (text.trim() === '') return [];
    const before = places[index - 1]?.[1];
    const after = places[index + 1]?.[1];
    return [
      {
        text,
        x0: (before === undefined ? Math.min(box.left, centre) : (before + centre) / 2) * scale,
        x1: (after === undefined ? Math.max(box.right, centre) : (centre + after) / 2) * scale,
        y0: box.top * scale,
        y1: box.bottom * scale,
        baseline: (box.bottom - FOOT * charHeight) * scale,
        size,
        turned: 0 as const,
        seen: true,
        run,
      },
    ];
  });
}
