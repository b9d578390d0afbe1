import type { FormRow, TableId } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { normaliseLabel } from '../normalise-label.ts';
import type { Columns } from './found-columns.ts';
import { isBlank, overlap, own } from './intervals.ts';
import type { TablePart } from './table-part.ts';

/** Grid columns in which a table prints labels of rows. */
export type LabelColumns = ReadonlyMap<TableId, ReadonlySet<number>>;

export function labelColumns(parts: readonly TablePart[]): LabelColumns {
  const columns = new Map<TableId, Set<number>>();
  for (const { table, rows } of parts) {
    const known = columns.get(table) ?? new Set();
    columns.set(table, known);
    for (const cell of rows.flatMap(({ labels }) => labels))
      if (normaliseLabel(cell.text) !== '') known.add(cell.column);
  }
  return columns;
}

/**
 * Whether the cells of a row may stand one column too far left, with none printed under the last: a blank one stands
 * before all columns, or two stand under one label that spans more than it should. A row whose group lost its cell looks
 * so in a sheet, where every row goes on in blank cells to the sheet's edge. A blank cell where other rows have a label
 * may be the blank label of a row without a group.
 */
export function mayBeMovedAside(
  cells: readonly GridCell[],
  row: FormRow,
  { block, intervals, labels: headers }: Columns,
  labels: LabelColumns,
): boolean {
  const [first, last] = [intervals?.[0], intervals?.at(-1)];
  if (!first || !last || row.id === '' || cells.every(isBlank)) return false;
  if (cells.some((cell) => overlap(last, own(cell)) && !isBlank(cell))) return false;
  const under = headers?.map((header) => cells.filter((cell) => overlap(header, own(cell))).length) ?? [];
  const isFull = cells.filter((cell) => !isBlank(cell)).length === under.length;
  if (!isFull && under.at(-1) === 1 && under.some((count) => count > 1)) return true;
  return cells.some(
    (cell) =>
      own(cell).to < first.from &&
      isBlank(cell) &&
      (row.group !== undefined || labels.get(block.table)?.has(cell.column) !== true),
  );
}
