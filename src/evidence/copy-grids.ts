import type { PrintedDocument } from '../../parsers/document.ts';
import type { Grid, GridCell } from '../../parsers/grid.ts';
import type { LitPlace } from './evidence.ts';
import { escapeMarkup } from './markup/escape-markup.ts';
import { LIT_ID, MARK } from './markup/sanitise.ts';

/**
 * A document as the parsers see it: its paragraphs and tables in their order, cells lit. For what no browser shows:
 * files of word processors and spreadsheets.
 */
export function copyGrids(
  { paragraphs, grids }: Pick<PrintedDocument, 'paragraphs' | 'grids'>,
  places: readonly LitPlace[],
): { readonly markup: string; readonly lit: readonly boolean[] } {
  const keys = places.map(({ source }) => keyOf(source));
  const chosen = new Set(keys.filter((_, index) => places[index]?.chosen));
  const beside = new Set(keys);
  const lit = new Set<string>();
  const mark = ({ source }: GridCell): string => {
    const key = keyOf(source);
    if (!beside.has(key)) return '';
    const isFirst = chosen.has(key) && ![...lit].some((other) => chosen.has(other));
    lit.add(key);
    return ` ${MARK}="${chosen.has(key) ? 'chosen' : 'beside'}"${isFirst ? ` id="${LIT_ID}"` : ''}`;
  };
  const parts: string[] = [];
  const waiting = [...grids];
  for (let at = 0; at <= paragraphs.length; at++) {
    for (let grid = waiting[0]; grid && grid.after <= at; grid = waiting[0]) {
      parts.push(tableMarkup(grid, mark));
      waiting.shift();
    }
    const paragraph = paragraphs[at];
    if (paragraph) parts.push(`<p>${escapeMarkup(paragraph.text)}</p>`);
  }
  return { markup: parts.join('\n'), lit: keys.map((key) => lit.has(key)) };
}

const keyOf = (source: object): string =>
  JSON.stringify(Object.entries(source).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function tableMarkup({ rows }: Grid, mark: (cell: GridCell) => string): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => cellMarkup(cell, mark)).join('')}</tr>`).join('\n');
  return `<table class="grid" ${MARK}="grid"><tbody>${body}</tbody></table>`;
}

function cellMarkup(cell: GridCell, mark: (cell: GridCell) => string): string {
  const spans = `${span('colspan', cell.columnSpan)}${span('rowspan', cell.rowSpan)}`;
  return `<td${spans}${mark(cell)}>${escapeMarkup(cell.text).replaceAll('\n', '<br>')}</td>`;
}

const span = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '');
