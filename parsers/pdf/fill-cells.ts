import { readNumber } from '../read-number.ts';
import { assignCharacters, DIGIT, WORD_EM } from './assign-characters.ts';
import type { BaseGrid } from './base-grid.ts';
import { type Box, width } from './box.ts';
import { type Character, UNKNOWN } from './character.ts';
import { findHolds } from './find-holds.ts';
import { type CellSpan, endsOpen, liesBeside, mergeCells } from './merge-cells.ts';
import { splitLines, splitWords, type TextLine, type Word } from './split-words.ts';
import { APART, writeText } from './write-text.ts';

/** A cell of a table on one page, in reading space. */
export interface PieceCell extends CellSpan {
  readonly box: Box;
  readonly text: string;
  readonly characters: readonly Character[];
}

const DIGITS = /^\p{Nd}+$/u;

/**
 * Characters → cells, each by its own centre (tables.md 6.4: whole lines and items reach over edges). Only a number
 * that a line runs through stays whole: one wider than its column is one number.
 */
export function fillCells(grid: BaseGrid, characters: readonly Character[]): readonly PieceCell[] {
  const spans = mergeCells(grid);
  const columns = grid.xs.length - 1;
  const owner = new Int32Array(columns * (grid.ys.length - 1)).fill(-1);
  for (const [index, span] of spans.entries()) {
    for (let r = span.row; r < span.row + span.rowSpan; r++)
      owner.fill(index, r * columns + span.column, r * columns + span.column + span.columnSpan);
  }
  const cellAt = (x: number, y: number): number => {
    const column = indexAt(grid.xs, x);
    const row = indexAt(grid.ys, y);
    return column < 0 || row < 0 ? -1 : (owner[row * columns + column] ?? -1);
  };
  const filled: Character[][] = spans.map(() => []);
  const doubtful = new Set<number>();
  for (const [character, cell] of assignCharacters(characters, cellAt, doubtful))
    filled[cell]?.push(character);
  const bare = spans.map((span, index) => ({
    span,
    box: boxOfSpan(grid, span),
    characters: filled[index] ?? [],
  }));
  const holds = findHolds(bare);
  const write = (index: number, most: number): string => {
    const cell = bare[index];
    return cell ? writeText(cell.characters, { width: width(cell.box), holds: most }) : '';
  };
  const written = bare.map((_, index) => write(index, holds(index)));
  // Beside a cell of two numbers there are two in the others, however well they fill their columns.
  const stacked = new Set(spans.filter((_, index) => written[index]?.includes(APART)).map(({ row }) => row));
  const cells = bare.map(({ span, box, characters }, index) => {
    const text = stacked.has(span.row) ? write(index, Number.POSITIVE_INFINITY) : (written[index] ?? '');
    return { ...span, box, characters, text: text + (doubtful.has(index) ? UNKNOWN : '') };
  });
  return withoutOpenEnds(grid, doubtUnevenShapes(cells)).flatMap((cell) =>
    splitAtRows(grid, cell).flatMap((part) => splitAtColumns(grid, part)),
  );
}

/**
 * A header may end where it likes; a row of numbers that does has lost a cell, and has no blank one in its place. Nor
 * have the rows beside one that goes on further.
 */
function withoutOpenEnds(grid: BaseGrid, cells: readonly PieceCell[]): readonly PieceCell[] {
  const numbered = new Set(cells.filter(({ text }) => DIGITS.test(text)).map(({ row }) => row));
  const isOpen = endsOpen(grid);
  const isBeside = liesBeside(grid);
  return cells.filter(
    (cell) => cell.characters.length > 0 || !((numbered.has(cell.row) && isOpen(cell)) || isBeside(cell)),
  );
}

/** The base cell between two lines; a character on the outer side of the outermost line is still inside. */
function indexAt(lines: BaseGrid['xs'], place: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.at ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, lines.length - 2);
}

const boxOfSpan = ({ xs, ys }: BaseGrid, { row, column, rowSpan, columnSpan }: CellSpan): Box => ({
  x0: xs[column]?.at ?? 0,
  y0: ys[row]?.at ?? 0,
  x1: xs[column + columnSpan]?.at ?? 0,
  y1: ys[row + rowSpan]?.at ?? 0,
});

/** A part of a cell: one line of it. */
const makePart = (
  grid: BaseGrid,
  span: CellSpan,
  characters: readonly Character[],
  doubtful: boolean,
): PieceCell => ({
  ...span,
  box: boxOfSpan(grid, span),
  characters,
  text: writeText(characters) + (doubtful ? UNKNOWN : ''),
});

/** Numbers in more than one part of a shape that is no rectangle: a line is missing, and nobody knows which. */
function doubtUnevenShapes(cells: readonly PieceCell[]): readonly PieceCell[] {
  const written = new Map<number, number>();
  for (const { shape, text } of cells)
    if (DIGIT.test(text)) written.set(shape, (written.get(shape) ?? 0) + 1);
  return cells.map((cell) =>
    (written.get(cell.shape) ?? 0) > 1 && readNumber(cell.text).status === 'reported'
      ? { ...cell, text: cell.text + UNKNOWN }
      : cell,
  );
}

/** Numbers side by side in one cell, each within a column of its own: the line between them is not drawn. */
function splitAtColumns(grid: BaseGrid, cell: PieceCell): readonly PieceCell[] {
  if (cell.columnSpan < 2 || cell.rowSpan > 1 || cell.characters.length < 2) return [cell];
  const lines = splitLines(cell.characters);
  const words = lines.flatMap((line) => splitWords(line, WORD_EM));
  if (lines.length > 1 || words.length < 2) return [cell];
  const columnOf = (word: Word): number => {
    const column = indexAt(grid.xs, word.x0);
    return column === indexAt(grid.xs, word.x1) ? column : -1;
  };
  const columns = words.map(columnOf);
  const apart = columns.every((column) => column >= 0) && new Set(columns).size === words.length;
  if (!apart || words.some((word) => readNumber(word.text).status !== 'reported')) return [cell];
  return Array.from({ length: cell.columnSpan }, (_, k) => {
    const column = cell.column + k;
    const word = words[columns.indexOf(column)];
    const span = { row: cell.row, column, rowSpan: 1, columnSpan: 1, shape: cell.shape };
    return makePart(grid, span, word?.characters ?? [], cell.text.includes(UNKNOWN));
  });
}

/** Numbers below one another in one cell, each in a row of its own: the lines between them are not drawn. */
function splitAtRows(grid: BaseGrid, cell: PieceCell): readonly PieceCell[] {
  if (cell.rowSpan < 2) return [cell];
  const lines = splitLines(cell.characters);
  const isAlone = (line: TextLine, k: number): boolean =>
    indexAt(grid.ys, line.y0) === cell.row + k &&
    indexAt(grid.ys, line.y1) === cell.row + k &&
    readNumber(writeText(line.characters)).status === 'reported';
  if (lines.length !== cell.rowSpan || !lines.every(isAlone)) return [cell];
  return lines.map(({ characters }, k) =>
    makePart(grid, { ...cell, row: cell.row + k, rowSpan: 1 }, characters, cell.text.includes(UNKNOWN)),
  );
}
