import type { Block } from './blocks.ts';
import { escapeXml } from './docx-package.ts';
import { writePackage } from './docx-zip.ts';
import type { Random } from './random.ts';
import { placeCells, type Table, tableWidth } from './table.ts';

export type XlsxOptions = {
  /** Everything below each other, or a sheet a table with the text before it. */
  readonly sheets: 'one' | 'one a table';
  /** Numbers as numbers in a format, or as text as they are printed. */
  readonly numbers: 'typed' | 'text';
  readonly strings: 'shared' | 'inline';
  /** Blank columns before the tables. */
  readonly indent: number;
};

export const xlsxOptions = (random: Random): XlsxOptions => ({
  sheets: random.pick(['one', 'one a table']),
  numbers: random.pick(['typed', 'text']),
  strings: random.pick(['shared', 'inline']),
  indent: random.pick([0, 0, 1, 3]),
});

type Put = { readonly row: number; readonly column: number; readonly text: string };
type Sheet = { readonly cells: readonly Put[]; readonly merges: readonly string[] };

export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
const address = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

const putTable = (table: Table, top: number, indent: number): Sheet => {
  const placed = placeCells(table.rows);
  return {
    cells: placed.map(({ cell, row, column }) => ({
      row: top + row,
      column: indent + column,
      text: cell.text,
    })),
    merges: placed
      .filter(({ cell }) => cell.rowspan > 1 || cell.colspan > 1)
      .map(
        ({ cell, row, column }) =>
          `${address(top + row, indent + column)}:${address(top + row + cell.rowspan - 1, indent + column + cell.colspan - 1)}`,
      ),
  };
};

const layOut = (blocks: readonly Block[], options: XlsxOptions): readonly Sheet[] => {
  const sheets: Sheet[] = [];
  let cells: Put[] = [];
  let merges: string[] = [];
  let top = 0;
  const close = (): void => {
    if (cells.length > 0) sheets.push({ cells, merges });
    cells = [];
    merges = [];
    top = 0;
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'table') {
      if (block.text !== '') cells.push({ row: top, column: 0, text: block.text });
      top += 1;
      continue;
    }
    const put = putTable(block.table, top, options.indent);
    cells.push(...put.cells);
    merges.push(...put.merges);
    // A title is merged over the columns of its table; the last row of a table above would be covered.
    if (top > 0 && options.indent === 0 && blocks[at - 1]?.kind !== 'table')
      merges.push(`A${top}:${address(top - 1, tableWidth(block.table) - 1)}`);
    top += block.table.rows.length;
    if (options.sheets === 'one a table') close();
  }
  close();
  return sheets;
};

/** Styles 1 to 3: #,##0 / 0.00 / #,##0.00 (ECMA-376 part 1, 18.8.30); style 4, ;;;, shows nothing. */
const FORMATS = [
  { style: 0, shape: /^(?:0|[1-9]\d{0,9})(?:\.\d*[1-9])?$/ },
  { style: 1, shape: /^[1-9]\d{0,2}(?:,\d{3})+$/ },
  { style: 2, shape: /^(?:0|[1-9]\d*)\.\d{2}$/ },
] as const;

const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>';

const cellXml = ({ row, column, text }: Put, options: XlsxOptions, shared: Map<string, number>): string => {
  const at = address(row, column);
  const format = FORMATS.find(({ shape }) => shape.test(text));
  if (text === '') return `<c r="${at}" s="0"/>`;
  if (options.numbers === 'typed' && format) {
    return `<c r="${at}" s="${format.style}"><v>${text.replaceAll(',', '')}</v></c>`;
  }
  if (options.strings === 'inline') {
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  }
  const index = shared.get(text) ?? shared.size;
  shared.set(text, index);
  return `<c r="${at}" t="s"><v>${index}</v></c>`;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The XML of one sheet; `extra` stands before the data (columns, views). */
export const sheetXml = (rows: readonly string[], merges: readonly string[], extra = ''): string =>
  `<worksheet xmlns="${MAIN}">${extra}<sheetData>${rows.join('')}</sheetData>${merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`}</worksheet>`;

/** A workbook around the XML of its sheets (ECMA-376 part 1, 12.3). `states` are hidden, veryHidden or visible. */
export const xlsxPackage = (
  sheets: readonly string[],
  shared: readonly string[] = [],
  states: readonly string[] = [],
): Buffer => {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml] as const);
  return writePackage({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${parts.map(([name]) => `<Override PartName="/${name}" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${parts.map((_, index) => `<sheet name="表${index + 1}" sheetId="${index + 1}" state="${states[index] ?? 'visible'}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      parts
        .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('') +
        relation('rId900', 'styles', 'styles.xml') +
        relation('rId901', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(parts),
  });
};

/** A report as a workbook. */
export const renderXlsx = (blocks: readonly Block[], options: XlsxOptions): Uint8Array => {
  const shared = new Map<string, number>();
  const sheets = layOut(blocks, options).map(({ cells, merges }) => {
    const rows = new Map<number, string[]>();
    for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
      rows.set(cell.row, [...(rows.get(cell.row) ?? []), cellXml(cell, options, shared)]);
    }
    return sheetXml(
      [...rows].map(([row, xml]) => `<row r="${row + 1}">${xml.join('')}</row>`),
      merges,
    );
  });
  return xlsxPackage(sheets, [...shared.keys()]);
};
