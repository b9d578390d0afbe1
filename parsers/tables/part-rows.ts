import type { GridCell } from '../grid.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { readNumber } from '../read-number.ts';
import type { ReadRow } from './read-row.ts';

/** Rows of a part, without those that are only parts of another row, which are kept beside it. */
export interface SummedRows {
  readonly rows: readonly ReadRow[];
  readonly parts: readonly ReadRow[];
  /** Rows of which each counts other cases than the next, and nobody can say which is the report's. */
  readonly disputed: readonly ReadRow[];
}

/**
 * Where the form has one row without a label (challenges), some publishers print one for each office, and one for all.
 * That one is told by its numbers: in every column the sum of all others. Its name (合计, 全县) proves nothing.
 */
export function partRows(rows: readonly ReadRow[]): SummedRows {
  const named = rows.filter(({ row, placement }) => row.id === '' && placement.kind !== 'none');
  if (new Set(named.map(nameOf)).size < 2) return { rows, parts: [], disputed: [] };
  const total = named.findLast((row) => isSum(row, named));
  const others = named.filter((row) => row !== total);
  const rest = rows.filter((row) => !named.includes(row));
  return total
    ? { rows: [...rest, total], parts: others, disputed: [] }
    : { rows: rest, parts: [], disputed: named };
}

const nameOf = ({ printed }: ReadRow): string =>
  printed.labels.map(({ text }) => normaliseLabel(text)).join(' ');

function isSum(total: ReadRow, rows: readonly ReadRow[]): boolean {
  const sums = numbersOf(total);
  const others = rows.filter((row) => row !== total).map(numbersOf);
  return (
    sums !== null &&
    others.every((numbers) => numbers !== null && numbers.length === sums.length) &&
    sums.every((sum, at) => sum === others.reduce((all, numbers) => all + (numbers?.[at] ?? 0), 0))
  );
}

/** A number for each column, where all are placed; a blank or a dash adds nothing. */
export function numbersOf({ placement }: Pick<ReadRow, 'placement'>): readonly number[] | null {
  if (placement.kind !== 'placed') return null;
  const numbers = placement.values.map(({ cells }) => numberOf(cells));
  return numbers.every((number) => number !== null) ? numbers : null;
}

function numberOf(cells: readonly GridCell[]): number | null {
  const { value, status } = readNumber(cells.map(({ text }) => cleanText(text)).join(' '), 'count');
  return status === 'blank' || status === 'dash' ? 0 : value;
}
