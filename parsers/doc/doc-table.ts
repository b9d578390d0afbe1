import { type CoveredText, mergeCells, type UnmergedCell } from '../docx/merged-grid.ts';
import type { Grid } from '../grid.ts';
import type { CellDefinition } from './row-definition.ts';

/** A row as it stands in the text: its cells in order, and where they are if the row says so. */
export interface DocRow {
  readonly cells: readonly string[];
  readonly definition: readonly CellDefinition[] | null;
}

/** Edges of different rows this near are one edge: two points, drawn by hand. */
const NEAR = 40;

/**
 * Rows → grid. Columns are the stretches between all the vertical edges of the table. When a row does not say where
 * its cells are, only their order is known (Grid.columnsKnown).
 */
export function docTableGrid(
  rows: readonly DocRow[],
  index: number,
  after: number,
): { readonly grid: Grid; readonly covered: readonly CoveredText[] } {
  if (!rows.every(isDefined)) {
    const inOrder = rows.map(({ cells }) =>
      cells.map((text, column): UnmergedCell => ({ text, column, columnSpan: 1, merge: 'none' })),
    );
    const { grid, covered } = mergeCells(inOrder, index, after);
    return { grid: { ...grid, columnsKnown: false }, covered };
  }
  const columnOf = columnsOf(
    rows.flatMap((row) => row.definition.flatMap(({ left, right }) => [left, right])),
  );
  const hidden: CoveredText[] = [];
  const placed = rows.map(({ cells, definition }, row) => {
    const joined: UnmergedCell[] = [];
    for (const [at, { left, right, vertical, joinsLeft }] of definition.entries()) {
      const text = cells[at] ?? '';
      const column = columnOf(left);
      const before = joined.at(-1);
      if (joinsLeft && before) {
        joined[joined.length - 1] = { ...before, columnSpan: Math.max(1, columnOf(right) - before.column) };
        if (text !== '') hidden.push({ row, column, text });
      } else {
        joined.push({ text, column, columnSpan: Math.max(1, columnOf(right) - column), merge: vertical });
      }
    }
    return joined;
  });
  const { grid, covered } = mergeCells(placed, index, after);
  return { grid, covered: [...covered, ...hidden] };
}

const isDefined = (row: DocRow): row is DocRow & { readonly definition: readonly CellDefinition[] } =>
  row.definition !== null &&
  row.definition.length === row.cells.length &&
  row.definition.every(({ left, right }) => right - left > 0);

function columnsOf(edges: readonly number[]): (edge: number) => number {
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of sorted) {
    if (edge - first > NEAR) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
