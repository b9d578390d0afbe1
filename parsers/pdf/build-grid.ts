import type { Grid, GridCell } from '../grid.ts';
import type { JoinedCell, JoinedTable } from './joined-table.ts';
import { boxFromReading } from './turn.ts';

/** A joined table → grid; each cell keeps the page and the box it was printed in. */
export function buildGrid({ rows, cells }: JoinedTable, index: number, after: number): Grid {
  const byRow: GridCell[][] = Array.from({ length: rows }, () => []);
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const { text, row, column, rowSpan, columnSpan } = cell;
    byRow[row]?.push({ text, row, column, rowSpan, columnSpan, source: sourceOf(cell, index) });
  }
  return { index, columnsKnown: true, rows: byRow, after };
}

function sourceOf({ row, column, page, turn, box }: JoinedCell, table: number): GridCell['source'] {
  const { x0, y0, x1, y1 } = boxFromReading(turn, box);
  const bbox: [number, number, number, number] = [round(x0), round(y0), round(x1), round(y1)];
  return { kind: 'pdf', table, row, column, page: Math.floor(page), bbox };
}

const round = (points: number): number => Math.round(points * 100) / 100;
