import { type FormBlock, isVariableColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { CATALOGUE, labelKeys, meaningsOf } from '../labels/label-index.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { isOtherTime, isThisYear } from './column-times.ts';
import { hasNumbers } from './intervals.ts';
import { matchRow } from './match-rows.ts';
import type { TablePart } from './table-part.ts';

/**
 * The part with the name of the form where a table of one figure a row heads it by the report's own year (2015年, 本年).
 * Columns of other times (上年, 历年累计) may stand beside it; beside one that nobody knows, or in a table of
 * which the form has only some rows, which figure is meant is not certain.
 */
export function namedByYear(part: TablePart, year: number | null): TablePart {
  const blocks = CATALOGUE.filter(({ table }) => table === part.table);
  const figures = blocks.flatMap(({ columns }) => columns.filter(isVariableColumn));
  const [figure, ...more] = figures;
  if (figure === undefined || more.length > 0) return part;
  const labels = part.headers.flat().filter(({ text }) => normaliseLabel(text) !== '');
  const isNamed = ({ text }: GridCell): boolean => labelKeys(figure).includes(normaliseLabel(text));
  const unknown = labels.filter((cell) => !isKnown(blocks, cell));
  const [own, ...doubles] = unknown.filter(({ text }) => isThisYear(text, year));
  const others = unknown.filter((cell) => cell !== own);
  const isSure = doubles.length === 0 && others.every(({ text }) => isOtherTime(text, year));
  if (own === undefined || !isSure || labels.some(isNamed)) return part;
  if (others.length > 0 && !isOfForm(part, blocks)) return part;
  const headers = part.headers.map((row) =>
    row.map((cell) => (cell === own ? { ...cell, text: figure.zh } : cell)),
  );
  return { ...part, headers };
}

/** Tables of localities have columns of other times too, and some indicators under the form's names. */
const SHARE_OF_FORM = 0.8;

function isOfForm({ rows }: TablePart, blocks: readonly FormBlock[]): boolean {
  const printed = rows.filter(({ values }) => hasNumbers(values));
  const known = printed.filter(({ labels }) => blocks.some((block) => matchRow(block, labels)));
  return known.length >= printed.length * SHARE_OF_FORM;
}

const isKnown = (blocks: readonly FormBlock[], { text }: GridCell): boolean =>
  meaningsOf(text).length > 0 ||
  blocks.some(
    ({ ignoredColumns }) => ignoredColumns && labelKeys(ignoredColumns).includes(normaliseLabel(text)),
  );
