import Table from 'cli-table3';
import { escapeText } from '../../escape.ts';
import type { TextView } from './text-view.ts';
import { shorten, widthOf, wrap } from './width.ts';

export interface ListColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => string | number | null;
  readonly align?: 'right';
  /** Takes the room that the others leave, over several lines if need be; one column of a list. */
  readonly flexible?: true;
}

const MAX_WIDTH = 24;
const MIN_FLEXIBLE_WIDTH = 24;
/** A column's two blanks and the border to its left. */
const FRAME = 3;

/** Rows as a table on the terminal; every value is escaped. */
export function renderList<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  view: TextView,
): string {
  const texts = rows.map((row) => columns.map((column) => escapeText(String(column.value(row) ?? ''))));
  const widths = columns.map(({ heading, flexible }, index) => {
    const widest = Math.max(widthOf(heading), ...texts.map((row) => widthOf(row[index] ?? '')));
    return flexible ? 0 : Math.min(MAX_WIDTH, widest);
  });
  const taken = widths.reduce((sum, width) => sum + width + FRAME, 1);
  const flexible = Math.max(MIN_FLEXIBLE_WIDTH, view.width - taken);
  const fitted = columns.map((column, index) => (column.flexible ? flexible : (widths[index] ?? 0)));
  const table = new Table({
    head: columns.map(({ heading }) => view.paint('bold', heading)),
    colWidths: fitted.map((width) => width + 2),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    style: { head: [], border: [], compact: true },
  });
  for (const row of texts) {
    table.push(
      row.map((text, index) => fitText(text, fitted[index] ?? 0, columns[index]?.flexible === true)),
    );
  }
  return table.toString();
}

function fitText(text: string, width: number, flexible: boolean): string {
  if (!flexible) return shorten(text, width);
  return wrap(text, width)
    .map((line) => shorten(line, width))
    .join('\n');
}
