import type { Grid, GridCell } from '../grid.ts';

/** A cell before merging: `rest` cells carry on a vertical merge from above (ECMA-376 part 1, 17.4.84). */
export interface UnmergedCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly merge: 'none' | 'first' | 'rest';
}

/** Text in a cell that is merged into another: no reader sees it. */
export interface CoveredText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface OpenCell {
  cell: UnmergedCell;
  row: number;
  rowSpan: number;
}

/**
 * Rows of cells → grid. A cell that carries on a merge joins the cell above that begins at the same column and is as
 * wide; where there is none it stands for itself, as in a word processor.
 */
export function mergeCells(
  rows: readonly (readonly UnmergedCell[])[],
  index: number,
  after: number,
): { readonly grid: Grid; readonly covered: readonly CoveredText[] } {
  const covered: CoveredText[] = [];
  const above = new Map<number, OpenCell>();
  const placed = rows.map((cells, row) =>
    cells.flatMap((cell): OpenCell[] => {
      const top = above.get(cell.column);
      const carriesOn =
        cell.merge === 'rest' &&
        top !== undefined &&
        top.cell.merge !== 'none' &&
        top.cell.columnSpan === cell.columnSpan &&
        top.row + top.rowSpan === row;
      if (carriesOn) {
        top.rowSpan++;
        if (cell.text !== '') covered.push({ row, column: cell.column, text: cell.text });
        return [];
      }
      const open = { cell, row, rowSpan: 1 };
      above.set(cell.column, open);
      return [open];
    }),
  );
  const gridRows = placed.map((cells) => cells.map((open) => gridCell(open, index)));
  return { grid: { index, columnsKnown: true, rows: gridRows, after }, covered };
}

function gridCell({ cell, row, rowSpan }: OpenCell, table: number): GridCell {
  const { text, column, columnSpan } = cell;
  return { text, row, column, rowSpan, columnSpan, source: { kind: 'docx', table, row, column } };
}
