import { type FormBlock, type FormColumn, isVariableColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { labelKeys } from '../labels/label-index.ts';
import { isSameLabel } from '../labels/same-label.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { columnsNamed, isKnownElsewhere, isNamedExactly } from './name-columns.ts';

/**
 * Columns that stand where the form has them under a label that is neither theirs nor theirs with slips, by what the
 * header prints instead: 国有企业 in the place of 商业企业 counts other applicants. Out of a picture any character may be
 * misread.
 */
export function doubtfulColumns(
  block: FormBlock,
  slots: readonly FormColumn[],
  header: readonly (readonly GridCell[])[],
): ReadonlyMap<FormColumn, string> {
  const cells = header.flat().filter((cell) => !isKnownElsewhere(block, cell));
  if (cells.some(({ source }) => source.kind === 'ocr')) return new Map();
  const isNamed = (column: FormColumn, cell: GridCell): boolean =>
    isNamedExactly(block, cell)
      ? columnsNamed(block, cell).includes(column)
      : labelKeys(column).some((known) => isSameLabel(normaliseLabel(cell.text), known));
  const columns = slots.filter((column) => isVariableColumn(column));
  const strange = cells.filter(
    (cell) => !isNamedExactly(block, cell) && !columns.some((column) => isNamed(column, cell)),
  );
  if (strange.length === 0) return new Map();
  const label = strange.map(({ text }) => cleanText(text)).join('、');
  const unnamed = columns.filter((column) => !cells.some((cell) => isNamed(column, cell)));
  return new Map(unnamed.map((column) => [column, label]));
}
