import type { YearCell, YearRecord } from '../../model/year-record.ts';
import type { Reason } from '../evaluate-equation.ts';

/** A cell's number for a check across years; `empty`: nothing is printed in it, which counts as nothing. */
export type Operand = { readonly value: number; readonly empty: boolean } | { readonly reason: Reason };

/**
 * As within a report: a printed number decides; an empty cell counts as nothing as long as its row prints a number
 * elsewhere; anything else leaves the check open.
 *
 * @param row - the variables of the cell's row, itself included
 */
export function operandOf({ cells }: YearRecord, variable: string, row: readonly string[]): Operand {
  const cell = cells.get(variable);
  const status = cell?.status ?? 'absent';
  if (cell?.status === 'reported' && cell.value !== null) return { value: cell.value, empty: false };
  if (status === 'no_table' || status === 'ambiguous' || status === 'unreadable' || status === 'absent')
    return { reason: status };
  return row.some((name) => isPrinted(cells.get(name)))
    ? { value: 0, empty: true }
    : { reason: 'side_blank' };
}

const isPrinted = (cell: YearCell | undefined): boolean => cell?.status === 'reported';
