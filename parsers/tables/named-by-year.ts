import { isVariableColumn } from '../../src/forms/form.ts';
import { CATALOGUE } from '../labels/label-index.ts';
import { cleanText } from '../normalise-label.ts';
import type { TablePart } from './table-part.ts';

const YEAR = /^(20\d{2})\s*年度?$/;

/**
 * The part with the name of the form where a table of one figure a row heads it by the report's own year (2015年). Of
 * another year, or of several, nobody can say which is meant.
 */
export function namedByYear(part: TablePart, year: number | null): TablePart {
  const years = part.headers.flat().flatMap(({ text }) => YEAR.exec(cleanText(text))?.[1] ?? []);
  if (years.length !== 1 || Number(years[0]) !== year) return part;
  const columns = CATALOGUE.filter(({ table }) => table === part.table).flatMap((block) =>
    block.columns.filter(isVariableColumn),
  );
  const [figure] = columns;
  if (figure === undefined || columns.length > 1) return part;
  const headers = part.headers.map((row) =>
    row.map((cell) => (YEAR.test(cleanText(cell.text)) ? { ...cell, text: figure.zh } : cell)),
  );
  return { ...part, headers };
}
