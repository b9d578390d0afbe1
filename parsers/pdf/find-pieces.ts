import { looksLikeValue } from '../read-number.ts';
import { type AlignedLine, alignLine, isRowLabel } from './aligned-lines.ts';
import { DIGIT } from './assign-characters.ts';
import { type BaseGrid, baseGrid } from './base-grid.ts';
import { type Box, containsPoint, height, width } from './box.ts';
import { type Character, centreX, centreY } from './character.ts';
import { fillCells, type PieceCell } from './fill-cells.ts';
import { findComponents } from './find-components.ts';
import { findRules } from './find-rules.ts';
import { makeFlowLine } from './page-furniture.ts';
import { findShades, isShaded, shadingRules } from './shading-rules.ts';
import { splitLines, splitWords, type TextLine } from './split-words.ts';
import type { Turn } from './turn.ts';
import { haveOwnPitch, unstackRows } from './unstack-rows.ts';
import { joinLine } from './write-text.ts';

/** A table, or the part of one that a page holds, in reading space. */
export interface TablePiece {
  readonly page: number;
  readonly turn: Turn;
  readonly box: Box;
  /** Places of the column lines, left to right. */
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PieceCell[];
}

export interface FoundPieces {
  readonly pieces: readonly TablePiece[];
  /** Characters that stand in no table. */
  readonly rest: readonly Character[];
}

/** A cell with the lines of its text. */
interface LinedCell extends PieceCell {
  readonly lines: readonly TextLine[];
}

/** A table that holds more base cells than any report's is a drawing. */
const MOST_CELLS = 20_000;
/** Numbers on one line of one cell: this many mean that the lines between the columns are not drawn. */
const CROWDED = 3;
const FEWEST_CROWDED = 6;
/** So many rows that go on beside a grid mean that it is only a part of their table. */
const FEWEST_BESIDE = 2;
/** The words that name columns stand next above them. */
const HEADER_ABOVE_EM = 4;
/** So many lines of numbers in one cell, beside as many in others, are rows that no line parts. */
const FEWEST_STACKED = 4;
const SHORTEST_LABEL = 4;
const WORD_EM = 0.5;
const SAME_LINE_EM = 0.5;
const NUMBER = /^[+-]?[\p{Nd}.,]+$/u;

/** Boxes of ink and characters of a page → its ruled tables, top to bottom. */
export function findPieces(
  page: number,
  turn: Turn,
  boxes: readonly Box[],
  characters: readonly Character[],
): FoundPieces {
  const ruled = gridsOf(findRules(boxes), characters);
  const shades = findShades(
    boxes,
    ruled.map((grid) => boxOfGrid(grid)),
    turn.width * turn.height,
  );
  const tables = [...ruled.map((grid) => boxOfGrid(grid)), ...shades];
  // Beside and next above tables alone: a page of text has many lines.
  const outside = linesOutside(tables, characters)
    .filter((line) => shades.length > 0 || tables.some((table) => isNear(table, line)))
    .map((line) => alignLine(makeFlowLine(line, page, turn)));
  // Rows of numbers outside: only the header, or every other row, is shaded, and the shades are not the table's cells.
  const shaded = outside.some(({ kind }) => kind === 'data') ? [] : shadedGrids(shades, characters);
  const grids = [...ruled, ...shaded].sort((a, b) => areaOf(a) - areaOf(b));
  const pieces: TablePiece[] = [];
  let rest = characters;
  for (const grid of grids) {
    const box = boxOfGrid(grid);
    const inside = charactersIn(box, rest);
    const { rows, cells } = unstackRows(grid.ys.length - 1, fillCells(grid, inside));
    const lined = cells.map((cell) => ({ ...cell, lines: splitLines(cell.characters) }));
    if (!isTable(cells) || isCrowded(lined) || isUncut(grid, lined)) continue;
    if (isStacked(lined) && !haveOwnPitch(cells)) continue;
    if (isPartOfTable(box, cells, outside)) continue;
    const taken = new Set(inside);
    rest = rest.filter((character) => !taken.has(character));
    const xs = grid.xs.map((line) => line.at);
    pieces.push({ page, turn, box, xs, rows, cells });
  }
  return { pieces: pieces.sort((a, b) => a.box.y0 - b.box.y0), rest };
}

/** What stands in a box, and the rest of a number that runs out of it: 23029 must not become 2302. */
function charactersIn(box: Box, characters: readonly Character[]): readonly Character[] {
  const inside = characters.filter((character) => containsPoint(box, centreX(character), centreY(character)));
  const edge = inside.filter((character) => DIGIT.test(character.text) && isAtSide(box, character));
  if (edge.length === 0) return inside;
  const near = characters.filter((character) => edge.some((digit) => areOnOneLine(digit, character)));
  const within = new Set(inside);
  const beyond = splitLines(near.filter(({ turned }) => turned === 0))
    .flatMap((line) => splitWords(line, WORD_EM))
    .filter((word) => NUMBER.test(word.text) && word.characters.some((character) => within.has(character)))
    .flatMap((word) => word.characters.filter((character) => !within.has(character)));
  return beyond.length === 0 ? inside : [...inside, ...beyond];
}

/** A character whose neighbour may stand beyond the left or right side of a box. */
const isAtSide = (box: Box, { x0, x1, size }: Character): boolean => x0 - box.x0 < size || box.x1 - x1 < size;

const areOnOneLine = (a: Character, b: Character): boolean =>
  Math.abs(a.baseline - b.baseline) < a.size * SAME_LINE_EM;

const gridsOf = (
  rules: ReturnType<typeof findRules>,
  characters: readonly Character[],
): readonly BaseGrid[] =>
  findComponents(rules).flatMap((component) => {
    const grid = baseGrid(component, characters);
    return grid && grid.xs.length * grid.ys.length <= MOST_CELLS ? [grid] : [];
  });

/** Grids of shaded cells: none on a page that shades the lines of its text, for one of them cannot be told from a cell. */
function shadedGrids(shades: readonly Box[], characters: readonly Character[]): readonly BaseGrid[] {
  const grids = gridsOf(shadingRules(shades), characters);
  return grids.every((grid) => isShaded(fillCells(grid, []), shades)) ? grids : [];
}

/** Lines of what stands in none of the boxes. */
const linesOutside = (boxes: readonly Box[], characters: readonly Character[]): readonly TextLine[] =>
  splitLines(
    characters.filter(
      (character) => !boxes.some((box) => containsPoint(box, centreX(character), centreY(character))),
    ),
  );

/** Whether a line stands beside a table, or where the words that name its columns do. */
const isNear = (box: Box, { baseline, size }: TextLine): boolean =>
  baseline < box.y1 && box.y0 - baseline < size * HEADER_ABOVE_EM;

/**
 * Only some cells are ruled, those of the numbers or those of the labels, and the rest of each row stands beside them,
 * or the words that name the columns above them.
 */
function isPartOfTable(box: Box, cells: readonly PieceCell[], outside: readonly AlignedLine[]): boolean {
  const isNumbers = cells.every(({ text }) => text === '' || looksLikeValue(text));
  const beside = outside.filter(
    ({ kind, labels, line }) =>
      line.baseline > box.y0 &&
      line.baseline < box.y1 &&
      (isNumbers || kind === 'data' || labels.some(({ text }) => isRowLabel(text))),
  );
  const isNamed = outside.some(
    ({ kind, line: { baseline, size } }) =>
      kind === 'header' && baseline <= box.y0 && box.y0 - baseline < size * HEADER_ABOVE_EM,
  );
  return beside.length >= FEWEST_BESIDE || (isNumbers && isNamed);
}

const boxOfGrid = ({ xs, ys }: BaseGrid): Box => ({
  x0: xs[0]?.at ?? 0,
  y0: ys[0]?.at ?? 0,
  x1: xs.at(-1)?.at ?? 0,
  y1: ys.at(-1)?.at ?? 0,
});

const areaOf = (grid: BaseGrid): number => width(boxOfGrid(grid)) * height(boxOfGrid(grid));

/** A frame around text is no table. */
const isTable = (cells: readonly PieceCell[]): boolean =>
  cells.length > 1 && cells.some((cell) => cell.text !== '');

/** A single column whose lines fall into words far apart: the rows are ruled and the columns are not. */
const isUncut = ({ xs }: BaseGrid, cells: readonly LinedCell[]): boolean =>
  xs.length === 2 && cells.some(({ lines }) => lines.some((line) => splitWords(line, WORD_EM).length > 1));

/** Only the rows are ruled: the columns must be found by alignment. */
function isCrowded(cells: readonly LinedCell[]): boolean {
  let crowded = 0;
  for (const { lines } of cells) {
    for (const line of lines) {
      if (line.characters.length < CROWDED) continue;
      const numbers = splitWords(line, WORD_EM).filter((word) => looksLikeValue(word.text)).length;
      if (numbers >= CROWDED) crowded += numbers;
    }
  }
  return crowded >= FEWEST_CROWDED;
}

/** Only the columns are ruled: cells hold numbers on many lines, and on the same ones, or a cell the labels of many rows. */
function isStacked(cells: readonly LinedCell[]): boolean {
  const lined = cells
    .filter(({ lines }) => lines.length >= FEWEST_BESIDE)
    .map(({ row, text, lines }) => ({
      row,
      isLabel: isRowLabel(text),
      lines: lines.map((line) => ({ ...line, text: joinLine(line.characters) })),
    }));
  const labels = lined.filter(({ isLabel }) => !isLabel);
  if (labels.some(({ lines }) => lines.filter(({ text }) => isWholeLabel(text)).length >= FEWEST_BESIDE))
    return true;
  const numbers = lined
    .filter(({ lines }) => lines.length >= FEWEST_STACKED)
    .map(({ row, lines }) => ({ row, lines: lines.filter(({ text }) => looksLikeValue(text)) }));
  return numbers.some((stack) =>
    numbers.some(
      (other) =>
        other !== stack &&
        other.row === stack.row &&
        stack.lines.filter((line) => other.lines.some((beside) => isSameLine(line, beside))).length >=
          FEWEST_STACKED,
    ),
  );
}

/** 其他 may be the middle of （六）其他处理 in a narrow column. */
const isWholeLabel = (text: string): boolean => text.length >= SHORTEST_LABEL && isRowLabel(text);

const isSameLine = (a: TextLine, b: TextLine): boolean =>
  Math.abs(a.baseline - b.baseline) < a.size * SAME_LINE_EM;
