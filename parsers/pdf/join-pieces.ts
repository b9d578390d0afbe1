import type { TablePiece } from './find-pieces.ts';
import { joinColumns } from './join-columns.ts';
import type { JoinedCell, JoinedTable } from './joined-table.ts';
import { mendCutRow } from './mend-cut-row.ts';
import { countRepeatedHeader } from './repeated-header.ts';

/** Pieces of one table, in order → one table: columns in absolute x, each header once, cut rows mended. */
export function joinPieces(pieces: readonly TablePiece[]): JoinedTable {
  const columns = joinColumns(pieces);
  const oddHeaders: number[] = [];
  let joined: JoinedCell[] = [];
  let rows = 0;
  let header: readonly JoinedCell[] = [];
  for (const [index, piece] of pieces.entries()) {
    let part = placedCells(piece, columns.indexOf[index] ?? []);
    let height = piece.rows;
    if (index === 0) header = part;
    else if (piece.page !== pieces[0]?.page) {
      const repeated = countRepeatedHeader(header, part);
      if (repeated.odd) oddHeaders.push(piece.page);
      part = dropRows(part, 0, repeated.rows);
      height -= repeated.rows;
    }
    if (index > 0 && piece.page !== pieces[index - 1]?.page) {
      ({ joined, rows } = trimEnd(joined, rows));
      while (height > 1 && isEmptyRow(part, 0)) {
        part = dropRows(part, 0, 1);
        height--;
      }
      if (mendCutRow(joined, rows, part)) {
        part = dropRows(part, 0, 1);
        height--;
      }
    }
    for (const cell of part) cell.row += rows;
    joined.push(...part);
    rows += height;
  }
  return { rows, cells: joined, oddHeaders };
}

function placedCells(piece: TablePiece, lines: readonly number[]): JoinedCell[] {
  return piece.cells.map(({ text, row, column, rowSpan, columnSpan, box }) => {
    const from = lines[column] ?? column;
    const to = lines[column + columnSpan] ?? from + columnSpan;
    const { page, turn } = piece;
    return { text, row, column: from, rowSpan, columnSpan: to - from, page, turn, box };
  });
}

/** A row in which every cell that begins is empty: what a page break left of a row. */
const isEmptyRow = (cells: readonly JoinedCell[], row: number): boolean =>
  cells.filter((cell) => cell.row === row).every((cell) => cell.text === '');

function trimEnd(cells: JoinedCell[], rows: number): { joined: JoinedCell[]; rows: number } {
  let [left, count] = [cells, rows];
  while (count > 1 && isEmptyRow(left, count - 1)) {
    left = dropRows(left, count - 1, 1);
    count--;
  }
  return { joined: left, rows: count };
}

/** The cells without `count` rows from `from` on; cells that hang into them become shorter. */
export function dropRows(cells: readonly JoinedCell[], from: number, count: number): JoinedCell[] {
  if (count === 0) return [...cells];
  const end = from + count;
  return cells.flatMap((cell) => {
    const last = cell.row + cell.rowSpan;
    const kept = cell.rowSpan - Math.max(0, Math.min(last, end) - Math.max(cell.row, from));
    if (kept <= 0) return [];
    const row = cell.row >= end ? cell.row - count : Math.min(cell.row, from);
    return [{ ...cell, row, rowSpan: kept }];
  });
}
