import type { FormColumn } from '../../src/forms/form.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Finding } from '../../src/model/finding.ts';
import { contestedRow, otherColumn, otherwiseNamed } from './cell-findings.ts';
import type { ReadRow } from './read-row.ts';
import { labelText } from './rows.ts';

/** Numbers of a row whose cells are not certain are kept together, parted by this. */
export const TOKEN_SEPARATOR = ' | ';

/** A row's cells, and what had to be said about them. */
export interface RowCells {
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
}

/**
 * A row under a label that is not the form's, or of a table beside which another one stands, keeps what it prints, and no
 * number of it is the report's for certain.
 */
export function doubtRow(read: ReadRow, row: RowCells): RowCells {
  const printed = row.cells.filter(({ raw, status }) => raw && status !== 'dash');
  const isDoubtful = read.isOtherwiseNamed || read.isContested;
  if (!isDoubtful || read.placement.kind !== 'placed' || printed.length === 0) return row;
  const scope = [read.block.table, read.row.id].filter((part) => part !== '').join('.');
  const variables = printed.map(({ variable }) => variable);
  const raw = printed.map((cell) => cell.raw).join(TOKEN_SEPARATOR);
  const named = [labelText(read.printed.labels.slice(-1)), read.row.zh] as const;
  return {
    cells: row.cells.map((cell) =>
      printed.includes(cell) ? { ...cell, value: null, status: 'ambiguous' } : cell,
    ),
    findings: [
      read.isOtherwiseNamed
        ? otherwiseNamed(scope, variables, raw, named)
        : contestedRow(scope, variables, raw),
    ],
  };
}

/** Cells under labels that are other words than the form's, by column: their numbers may count something else. */
export function doubtColumns(
  { columns }: ReadRow,
  row: RowCells,
  noted: Map<FormColumn, readonly string[]>,
): RowCells {
  if (columns.doubtful.size === 0) return row;
  const cells = row.cells.map((cell): Cell => {
    const [column] = [...columns.doubtful.keys()].filter(({ id }) => cell.variable.endsWith(`.${id}`));
    if (column === undefined || cell.status !== 'reported') return cell;
    noted.set(column, [...(noted.get(column) ?? []), cell.variable]);
    return { ...cell, value: null, status: 'ambiguous' };
  });
  return { ...row, cells };
}

/** What has to be said of such a column, once for all its rows. */
export function strangeColumn(
  column: FormColumn,
  variables: readonly string[],
  rows: readonly ReadRow[],
): Finding {
  const read = rows.find(({ columns }) => columns.doubtful.has(column));
  const printed = read?.columns.doubtful.get(column) ?? '';
  return otherColumn(read?.block.table ?? '', variables, [printed, column.zh]);
}
