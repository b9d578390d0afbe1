import type { GridCell } from '../grid.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';

/** Grid columns from..to that a form column is printed over. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export const own = (cell: GridCell): Interval => ({
  from: cell.column,
  to: cell.column + cell.columnSpan - 1,
});
/** Whether a cell prints nothing; a dash is printed. */
export const isBlank = (cell: GridCell): boolean => cleanText(cell.text) === '';

/** Whether cells print a digit. */
export const hasNumbers = (cells: readonly GridCell[]): boolean =>
  cells.some((cell) => /\d/.test(cleanText(cell.text)));

export const widthOf = ({ from, to }: Interval): number => to - from + 1;
export const covers = (outer: Interval, inner: Interval): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
export const overlap = (a: Interval, b: Interval): boolean => a.from <= b.to && b.from <= a.to;

export function areApart(intervals: readonly Interval[]): boolean {
  const ordered = [...intervals].sort((a, b) => a.from - b.from);
  return ordered.every((interval, index) => index === 0 || (ordered[index - 1]?.to ?? -1) < interval.from);
}

/** A group's cell and the blank cells behind it: filler that stands where its span was. */
export function overBlanks(cell: GridCell, row: readonly GridCell[]): Interval {
  let to = own(cell).to;
  for (const next of row) {
    if (next.column !== to + 1) continue;
    if (normaliseLabel(next.text) !== '') break;
    to = own(next).to;
  }
  return { from: cell.column, to };
}

/** Likewise for a column, but never over another column's place. */
export function extend(cell: GridCell, row: readonly GridCell[], taken: readonly Interval[]): Interval {
  const wide = overBlanks(cell, row);
  let to = own(cell).to;
  while (to < wide.to && !taken.some((other) => other.from <= to + 1 && to + 1 <= other.to)) to++;
  return { from: cell.column, to };
}
