import type { Grid, GridCell } from '../grid.ts';
import type { SheetCell } from './sheet-cells.ts';

/** Slots that one table may have; a report has some 300. */
const MAX_SLOTS = 200_000;

/**
 * The printed cells of a sheet → grid, rows and columns as in the sheet. Cells without text between them are blank
 * cells; null for a sheet without text, and for one that spreads over more slots than any table has.
 */
export function sheetGrid(
  cells: readonly SheetCell[],
  sheet: number,
  index: number,
  after: number,
): Grid | null {
  const edge = (of: (cell: SheetCell) => number): readonly number[] => cells.map(of);
  const left = least(edge((cell) => cell.column));
  const right = most(edge((cell) => cell.column + cell.columnSpan));
  const bottom = most(edge((cell) => cell.row + 1));
  if (cells.length === 0 || bottom * (right - left) > MAX_SLOTS) return null;
  const printed = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const busyUntil: number[] = [];
  const rows: GridCell[][] = [];
  for (let row = 0; row < bottom; row++) {
    const line: GridCell[] = [];
    for (let column = left; column < right; ) {
      const cell = printed.get(`${row},${column}`);
      if (!cell && (busyUntil[column] ?? 0) > row) {
        column++;
        continue;
      }
      const { text = '', rowSpan = 1, columnSpan = 1 } = cell ?? {};
      for (let k = column; k < column + columnSpan; k++) busyUntil[k] = row + rowSpan;
      const source = { kind: 'xlsx', table: sheet, row, column } as const;
      line.push({ text, row, column, rowSpan: Math.min(rowSpan, bottom - row), columnSpan, source });
      column += columnSpan;
    }
    rows.push(line);
  }
  return { index, columnsKnown: true, rows, after };
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((best, number) => Math.min(best, number), Number.POSITIVE_INFINITY);
const most = (numbers: readonly number[]): number =>
  numbers.reduce((best, number) => Math.max(best, number), 0);
