import type { Cell } from '../../src/model/cell.ts';
import type { Finding } from '../../src/model/finding.ts';
import { contestedRow, otherwiseNamed } from './cell-findings.ts';
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
