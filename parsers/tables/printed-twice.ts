import type { TableId } from '../../src/forms/form.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Finding } from '../../src/model/finding.ts';
import { TOKEN_SEPARATOR } from './doubt-row.ts';
import type { ReadRow } from './read-row.ts';
import { type PrintedAgain, printedTwice } from './table-findings.ts';

/** A row that was printed before: the cells that differ from those, or that say the same. */
export interface Twice {
  readonly table: TableId;
  readonly differ: boolean;
  readonly cells: readonly PrintedAgain[];
}

/** A row that is printed twice is kept once when both say the same, and is in doubt when they do not. */
export function addRow(cells: Map<string, Cell>, read: ReadRow, row: readonly Cell[]): Twice | null {
  const isPrinted = (cell: Cell | undefined): boolean => cell !== undefined && cell.status !== 'absent';
  const again = row.filter((cell) => isPrinted(cell) && isPrinted(cells.get(cell.variable)));
  // A label without any cell beside it (a menu's 规章) says nothing against the row that has them.
  for (const cell of row) if (!isPrinted(cells.get(cell.variable))) cells.set(cell.variable, cell);
  if (again.length === 0) return null;
  const differing = again.filter((cell) => {
    const first = cells.get(cell.variable);
    return first === undefined || !saysTheSame(first, cell);
  });
  const twice = (differing.length > 0 ? differing : again).map(({ variable, raw }): PrintedAgain => {
    return { variable, raws: [cells.get(variable)?.raw ?? '', raw ?? ''] };
  });
  for (const { variable, raw } of differing) {
    const first = cells.get(variable);
    if (first)
      cells.set(variable, {
        ...first,
        value: null,
        status: 'ambiguous',
        raw: [first.raw, raw].join(TOKEN_SEPARATOR),
      });
  }
  return { table: read.block.table, differ: differing.length > 0, cells: twice };
}

/** What has no value says by its text what it is; a dash is a dash, however it is drawn. */
const saysTheSame = (a: Cell, b: Cell): boolean =>
  a.status === b.status &&
  a.value === b.value &&
  (a.raw === b.raw || (a.status !== 'ambiguous' && a.status !== 'unreadable'));

/** One finding a table for the rows whose numbers differ and one for those that agree, however many they are. */
export function duplicateFindings(rows: readonly Twice[]): readonly Finding[] {
  const groups = new Map<string, Twice>();
  for (const row of rows) {
    const key = `${row.table} ${row.differ}`;
    groups.set(key, { ...row, cells: [...(groups.get(key)?.cells ?? []), ...row.cells] });
  }
  return [...groups.values()].map(({ table, cells, differ }) => printedTwice(table, cells, differ));
}
