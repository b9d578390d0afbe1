import { type CellOptions, renderCell } from './html-cells.ts';
import type { Random } from './random.ts';
import type { Cell, Table } from './table.ts';

export type TableOptions = {
  readonly cells: CellOptions;
  readonly upperCase: boolean;
  /** Legal HTML without `</td>` and `</tr>`. */
  readonly unclosed: boolean;
  readonly sections: boolean;
  readonly th: 'none' | 'header' | 'labels' | 'all';
  readonly attributes: 'bare' | 'styled' | 'word' | 'unquoted';
  readonly newlines: boolean;
  /** Each table inside a layout table of its own. */
  readonly nested: boolean;
};

const TABLE_TAGS: Record<TableOptions['attributes'], string> = {
  bare: 'table',
  styled: 'table border="1" cellspacing="0" style="border-collapse:collapse;width:100%"',
  word: 'table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" width="100%" style="width:100.0%;border-collapse:collapse;mso-yfti-tbllook:1184"',
  unquoted: 'table border=1 cellpadding=0 width=100% align=center',
};

const CELL_STYLES: Record<TableOptions['attributes'], string> = {
  bare: '',
  styled: '',
  word: ' style="border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt;height:15.0pt" valign="top"',
  unquoted: ' align=center',
};

const span = (name: string, count: number, options: TableOptions): string => {
  if (count === 1) return '';
  return options.attributes === 'unquoted' ? ` ${name}=${count}` : ` ${name}="${count}"`;
};

const tagOf = (cell: Cell, header: boolean, options: TableOptions): string => {
  const heading =
    options.th === 'all' ||
    (options.th === 'header' && header) ||
    (options.th === 'labels' && cell.kind === 'label');
  return heading ? 'th' : 'td';
};

const cased = (tag: string, options: TableOptions): string => (options.upperCase ? tag.toUpperCase() : tag);

const renderRow = (row: readonly Cell[], header: boolean, options: TableOptions, random: Random): string => {
  const line = options.newlines ? '\n' : '';
  const cells = row.map((cell) => {
    const tag = cased(tagOf(cell, header, options), options);
    const spans = span('colspan', cell.colspan, options) + span('rowspan', cell.rowspan, options);
    const close = options.unclosed ? '' : `</${tag}>`;
    return `<${tag}${CELL_STYLES[options.attributes]}${spans}>${renderCell(cell, options.cells, random)}${close}`;
  });
  const tag = cased('tr', options);
  return `<${tag}>${line}${cells.join(line)}${line}${options.unclosed ? '' : `</${tag}>`}`;
};

/** A header that reaches into the body by rowspan would be cut off by </thead>. */
const closedHeader = (table: Table): boolean =>
  table.rows
    .slice(0, table.headerRows)
    .every((row, at) => row.every((cell) => at + cell.rowspan <= table.headerRows));

export const renderTable = (table: Table, options: TableOptions, random: Random): string => {
  const rows = table.rows.map((row, at) => renderRow(row, at < table.headerRows, options, random));
  const name = cased('table', options);
  const sections = options.sections && closedHeader(table);
  const head =
    sections && table.headerRows > 0
      ? `<thead>\n${rows.slice(0, table.headerRows).join('\n')}\n</thead>\n`
      : '';
  const body = (head === '' ? rows : rows.slice(table.headerRows)).join('\n');
  const inner = sections ? `${head}<tbody>\n${body}\n</tbody>` : body;
  const text = `<${TABLE_TAGS[options.attributes].replace('table', name)}>\n${inner}\n</${name}>`;
  return options.nested ? `<table width="100%"><tr><td align="center">${text}</td></tr></table>` : text;
};
