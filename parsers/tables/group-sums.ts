import type { FormRow } from '../../src/forms/form.ts';
import { SUBTOTALS } from '../../src/forms/tables.ts';
import { labelKeys, meaningsOf } from '../labels/label-index.ts';
import { normaliseLabel } from '../normalise-label.ts';
import type { Columns } from './found-columns.ts';
import { numbersOf } from './part-rows.ts';
import { placeValues } from './place-values.ts';
import type { ReadRow } from './read-row.ts';
import type { DataRow } from './table-part.ts';

/** 合计 of one row proves nothing. */
const FEWEST_SUMMED = 2;

/**
 * Rows that were read as one of the form's though they are the 合计 of the group above them: not the last of their
 * name, and in each column the sum of the rows of one group that stand before them.
 */
export function groupTotals(rows: readonly ReadRow[]): readonly ReadRow[] {
  return rows.filter((read, at) => {
    const isLast = !rows.slice(at + 1).some(({ row }) => row === read.row);
    const group = rows[at - 1]?.row.group;
    if (isLast || group === undefined || group === read.row.group) return false;
    // Nought is the sum of any rows of noughts: of a row that is an item of another group it proves nothing.
    if (read.row.group !== undefined && !numbersOf(read)?.some((number) => number !== 0)) return false;
    const from = rows.slice(0, at).findLastIndex(({ row }) => row.group !== group) + 1;
    return isSumOf(read, rows.slice(from, at));
  });
}

/** Whether a row that no variable takes is the sum of a group's rows: the group's own (（三）不予公开), or 小计 below them. */
export function isGroupSum(printed: DataRow, columns: Columns, rows: readonly ReadRow[]): boolean {
  const label = printed.labels.findLast(({ text }) => normaliseLabel(text) !== '');
  const named = meaningsOf(label?.text ?? '').flatMap((meaning) =>
    meaning.kind === 'rowGroup' && meaning.block.table === columns.block.table ? [meaning.group.id] : [],
  );
  const before = rows.findLast((read) => read.printed.row < printed.row)?.row.group;
  const isSubtotal = labelKeys(SUBTOTALS).includes(normaliseLabel(label?.text ?? ''));
  const groups: readonly FormRow['group'][] = named.length > 0 || !isSubtotal ? named : [before];
  return groups.some((group) => {
    const own = rows.filter(({ row }) => group !== undefined && row.group === group);
    const placement = placeValues(printed.values, columns);
    return isSumOf({ placement }, own);
  });
}

function isSumOf(total: Pick<ReadRow, 'placement'>, rows: readonly ReadRow[]): boolean {
  const sums = numbersOf(total);
  const parts = rows.map(numbersOf);
  return (
    sums !== null &&
    parts.length >= FEWEST_SUMMED &&
    parts.every((numbers) => numbers !== null && numbers.length === sums.length) &&
    sums.every((sum, at) => sum === parts.reduce((all, numbers) => all + (numbers?.[at] ?? 0), 0))
  );
}
