import type { Grid, GridCell } from '../grid.ts';
import { meaningsOf } from '../labels/label-index.ts';
import { hasText, normaliseLabel } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';

/**
 * A long table that is printed in two halves side by side (统计指标 单位 统计数, and the same again) → a grid for each,
 * in the order they are read. What is printed across both stays with the first. Any other grid is returned as it is.
 */
export function halvesOf(grid: Grid): readonly Grid[] {
  const starts = grid.columnsKnown ? grid.rows.map(startsOf).find((found) => found.length > 1) : undefined;
  if (!starts || grid.rows.flat().some((cell) => isNumberAcross(cell, starts))) return [grid];
  return starts.map((_, half) => ({
    ...grid,
    rows: grid.rows.map((row) => row.filter((cell) => halfOf(cell, starts) === half)),
  }));
}

const halfOf = ({ column }: GridCell, starts: readonly number[]): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => start <= column),
  );

const isNumberAcross = ({ text, column, columnSpan }: GridCell, starts: readonly number[]): boolean =>
  starts.some((start) => column < start && start < column + columnSpan) &&
  hasText(text) &&
  looksLikeValue(text);

/** Where the halves begin in a row that prints the same header several times; a header has a corner. */
function startsOf(row: readonly GridCell[]): readonly number[] {
  const labels = row.filter(({ text }) => hasText(text));
  const key = (at: number): string => normaliseLabel(labels[at]?.text ?? '');
  const again = labels.findIndex((_, at) => at > 0 && key(at) === key(0));
  const isRepeated =
    again > 1 && labels.length % again === 0 && labels.every((_, at) => key(at) === key(at % again));
  const isHeader = labels
    .slice(0, again)
    .some(({ text }) => meaningsOf(text).some(({ kind }) => kind === 'corner'));
  return isRepeated && isHeader ? labels.filter((_, at) => at % again === 0).map(({ column }) => column) : [];
}
