import { type Arrangement, randomSplit } from './blocks.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';
import type { Shape } from './shapes.ts';
import { type Cell, label, type Table } from './table.ts';

const isNumber = (cell: Cell): boolean => cell.kind === 'value' && /^\d+$/.test(cell.text);

/** Columns twice as many, so that the digits of a number can stand in two cells: 2|0 (wild.md 10). */
export const digitsOverCells: Shape = (table) => ({
  ...table,
  rows: table.rows.map((cells) =>
    cells.flatMap((cell): Cell[] => {
      if (!isNumber(cell) || cell.text.length < 2 || cell.colspan > 1)
        return [{ ...cell, colspan: 2 * cell.colspan }];
      const [first, rest] = [cell.text.slice(0, 1), cell.text.slice(1)];
      return [
        { ...cell, text: first },
        { text: rest, kind: 'value', colspan: 1, rowspan: 1 },
      ];
    }),
  ),
});

/** A column 备注 behind the applications table, blank or with words. */
export const remarkColumn =
  (text: string): Shape =>
  (table) =>
    table.id !== 'applications'
      ? table
      : {
          ...table,
          rows: table.rows.map((cells, row) => {
            if (row === 0) return [...cells, label('备注', 1, table.headerRows)];
            return row < table.headerRows ? cells : [...cells, label(row === table.headerRows ? text : '')];
          }),
        };

/** A continuation that repeats the header with another corner, as one publisher's second page does (wild.md 13). */
export const wrongCorner: Shape = (table) => ({
  ...table,
  rows: table.rows.map((cells, row) =>
    row === 0 && table.id === 'applications' && table.headerRows > 0 && cells[0] !== undefined
      ? [{ ...cells[0], text: '本年新收件数' }, ...cells.slice(1)]
      : cells,
  ),
});

/** Both parts of a table that a page break cut, the header printed again with its wrong corner. */
export const wrongCornerSplit = (report: Report, random: Random): Partial<Arrangement> => ({
  splits: report.tables
    .filter((table: Table) => table.id === 'applications')
    .map((table) => randomSplit(table, random, 'label', true)),
  shapes: [wrongCorner],
});
