import { type FormBlock, isVariableColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { CATALOGUE, labelKeys, meaningsOf } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import type { TablePart } from './table-part.ts';

const YEAR = /^(20\d{2})\s*年度?$/;

/**
 * The part with the name of the form where a table of one figure a row heads it by the report's own year (2015年). Of
 * another year, or beside a column that nobody knows (历年累计), which figure is meant is not certain.
 */
export function namedByYear(part: TablePart, year: number | null): TablePart {
  const blocks = CATALOGUE.filter(({ table }) => table === part.table);
  const figures = blocks.flatMap(({ columns }) => columns.filter(isVariableColumn));
  const [figure, ...more] = figures;
  const labels = part.headers.flat().filter(({ text }) => normaliseLabel(text) !== '');
  const [own, ...others] = labels.filter((cell) => !isKnown(blocks, cell));
  const isOwn = own !== undefined && Number(YEAR.exec(cleanText(own.text))?.[1]) === year;
  if (figure === undefined || more.length > 0 || !isOwn || others.length > 0) return part;
  if (labels.some(({ text }) => labelKeys(figure).includes(normaliseLabel(text)))) return part;
  const headers = part.headers.map((row) =>
    row.map((cell) => (cell === own ? { ...cell, text: figure.zh } : cell)),
  );
  return { ...part, headers };
}

const isKnown = (blocks: readonly FormBlock[], { text }: GridCell): boolean =>
  meaningsOf(text).length > 0 ||
  blocks.some(
    ({ ignoredColumns }) => ignoredColumns && labelKeys(ignoredColumns).includes(normaliseLabel(text)),
  );
