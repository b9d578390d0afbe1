import type { Grid, GridCell } from '../grid.ts';
import { type Meaning, meaningsOf } from '../labels/label-index.ts';
import { hasText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import { classifyRows } from './rows.ts';

/** Rows `from` to before `to` of a grid, under a heading that is none of the form's. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Where other tables (staff, budget) stand in the same lines as the form's, above or below it: from a heading of their
 * own to the form's next header. A grid that is nothing but such a table has none: it is a grid of its own.
 */
export function gluedRows({ rows }: Grid): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < rows.length; from++) {
    if (!isOwnHeading(rows[from] ?? [])) continue;
    const next = rows.findIndex((row, at) => at > from && isFormHeader(row));
    const to = next < 0 ? rows.length : next;
    if (rows.slice(from, to).some(printsNumber)) stretches.push({ from, to });
    from = to - 1;
  }
  const [first] = stretches;
  return first?.from === 0 && first.to === rows.length ? [] : stretches;
}

/** The rows of a stretch as a grid, and what is left of the grid without some; rows keep their places. */
export const onlyRows = (grid: Grid, { from, to }: Stretch): Grid =>
  withRows(grid, (at) => at >= from && at < to);
export const withoutRows = (grid: Grid, stretches: readonly Stretch[]): Grid =>
  withRows(grid, (at) => !stretches.some(({ from, to }) => at >= from && at < to));

const withRows = (grid: Grid, keep: (at: number) => boolean): Grid => ({
  ...grid,
  rows: grid.rows.map((row, at) => (keep(at) ? row : [])),
});

const printsNumber = (row: readonly GridCell[]): boolean =>
  row.some(({ text }) => /\d/.test(text) && looksLikeValue(text));

/**
 * Filled throughout with words, less than half of them known as headers. It begins with no label of a row; what names a
 * row elsewhere (兼职人员) may be the header of a column here.
 */
function isOwnHeading(row: readonly GridCell[]): boolean {
  const [first] = row;
  if (!first || row.length < 2 || !row.every(({ text }) => hasText(text) && !looksLikeValue(text)))
    return false;
  const headers = row.filter(({ text }) => names(text, HEADERS)).length;
  return headers * 2 < row.length && !names(first.text, LABELS);
}

const HEADERS: readonly Meaning['kind'][] = ['head', 'column', 'columnGroup', 'corner'];
const LABELS: readonly Meaning['kind'][] = ['head', 'row', 'rowGroup'];
const names = (text: string, kinds: readonly Meaning['kind'][]): boolean =>
  meaningsOf(text).some(({ kind }) => kinds.includes(kind));

const isFormHeader = (row: readonly GridCell[]): boolean =>
  !isOwnHeading(row) && classifyRows(row, null).some(({ kind }) => kind === 'head' || kind === 'header');
