import { similarity } from '../labels/similarity.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import type { JoinedCell } from './joined-table.ts';

/** Of the labels of a repeated header row, the share that must be those of the first. */
const SAME_SHARE = 0.6;
const ALIKE = 0.6;

/**
 * How many rows at the top of a continuation repeat the table's own header: same cells at the same columns and
 * mostly the same words. `odd` when a word differs (本年新收件数 for 本年新收): the first header counts.
 */
export function countRepeatedHeader(
  header: readonly JoinedCell[],
  part: readonly JoinedCell[],
): { readonly rows: number; readonly odd: boolean } {
  let rows = 0;
  let odd = false;
  for (;;) {
    const likeness = likenessOfRows(rowOf(header, rows), rowOf(part, rows));
    if (likeness === null || likeness < SAME_SHARE) return { rows, odd };
    if (likeness < 1) odd = true;
    rows++;
  }
}

const rowOf = (cells: readonly JoinedCell[], row: number): readonly JoinedCell[] =>
  cells.filter((cell) => cell.row === row);

/** Share of equal labels; null when the rows are built differently or one holds a number. */
function likenessOfRows(a: readonly JoinedCell[], b: readonly JoinedCell[]): number | null {
  if (a.length === 0 || a.length !== b.length) return null;
  let labels = 0;
  let same = 0;
  for (const [index, cell] of a.entries()) {
    const other = b[index];
    if (!other || other.column !== cell.column || other.columnSpan !== cell.columnSpan) return null;
    if (isNumber(cell.text) || isNumber(other.text)) return null;
    const [key, otherKey] = [normaliseLabel(cell.text), normaliseLabel(other.text)];
    if (key === '' && otherKey === '') continue;
    labels++;
    if (key === otherKey) same++;
    else if (similarity(key, otherKey) < ALIKE && a.length === 1) return null;
  }
  return labels === 0 ? null : same / labels;
}

const isNumber = (text: string): boolean => text !== '' && looksLikeValue(text);
