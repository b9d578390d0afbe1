import { type DocxCellOptions, docxCell, paragraph } from './docx-cells.ts';
import type { Random } from './random.ts';
import { type Cell, type Placed, placeCells, type Table, tableWidth } from './table.ts';

export type DocxTableOptions = {
  readonly cells: DocxCellOptions;
  /** What stands around cells and rows. */
  readonly wrap: 'none' | 'content controls' | 'insertions';
  /** Where the table stands. */
  readonly place: 'body' | 'content control' | 'text box' | 'alternate content' | 'table';
  /** How the table looks when it is printed; nothing for tables that are only read. */
  readonly look?: DocxLook;
};

/** Line style of each side (ST_Border), and what the program does at a page break. */
export type DocxLook = {
  readonly outside: string;
  readonly left: string;
  readonly rows: string;
  readonly columns: string;
  /** Eighths of a point. */
  readonly width: number;
  readonly repeatHeader: boolean;
  readonly wholeRows: boolean;
};

const unitOf = (columns: number, { look }: DocxTableOptions): number =>
  look ? Math.floor(PAGE_WIDTH / columns) : WIDTH;

const bordersXml = ({ outside, left, rows, columns, width }: DocxLook): string => {
  const side = (name: string, style: string): string =>
    `<w:${name} w:val="${style}" w:sz="${width}" w:space="0" w:color="000000"/>`;
  return `<w:tblBorders>${side('top', outside)}${side('left', left)}${side('bottom', outside)}${side('right', left)}${side('insideH', rows)}${side('insideV', columns)}</w:tblBorders>`;
};

const rowLook = (look: DocxLook | undefined, isHeader: boolean): string =>
  (look?.wholeRows ? '<w:cantSplit/>' : '') + (look?.repeatHeader && isHeader ? '<w:tblHeader/>' : '');

const WIDTH = 600;
/** What is printed fills the page, twentieths of a point. */
const PAGE_WIDTH = 9600;

type Slot = { readonly cell: Cell; readonly column: number; readonly merge: '' | 'restart' | 'continue' };

const slotsOfRow = (placed: readonly Placed[], row: number): Slot[] =>
  placed
    .filter((each) => each.row <= row && row < each.row + each.cell.rowspan)
    .map(
      ({ cell, column, row: first }): Slot => ({
        cell,
        column,
        merge: cell.rowspan === 1 ? '' : first === row ? 'restart' : 'continue',
      }),
    )
    .sort((a, b) => a.column - b.column);

const cellXml = ({ cell, merge }: Slot, unit: number, options: DocxTableOptions, random: Random): string => {
  const span = cell.colspan === 1 ? '' : `<w:gridSpan w:val="${cell.colspan}"/>`;
  const vertical = merge === '' ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const properties = `<w:tcPr><w:tcW w:w="${cell.colspan * unit}" w:type="dxa"/>${span}${vertical}</w:tcPr>`;
  const content = merge === 'continue' ? paragraph('') : docxCell(cell, options.cells, random);
  const xml = `<w:tc>${properties}${content}</w:tc>`;
  return options.wrap === 'content controls' && random.chance(0.2)
    ? `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`
    : xml;
};

const rowXml = (
  placed: readonly Placed[],
  row: number,
  width: number,
  isHeader: boolean,
  options: DocxTableOptions,
  random: Random,
): string => {
  const slots = slotsOfRow(placed, row);
  const last = slots.at(-1);
  const end = last === undefined ? 0 : last.column + last.cell.colspan;
  const after = end < width ? `<w:gridAfter w:val="${width - end}"/>` : '';
  const first = slots[0]?.column ?? 0;
  const before = first > 0 ? `<w:gridBefore w:val="${first}"/>` : '';
  const xml = `<w:tr><w:trPr>${before}${after}${rowLook(options.look, isHeader)}</w:trPr>${slots.map((slot) => cellXml(slot, unitOf(width, options), options, random)).join('')}</w:tr>`;
  if (options.wrap === 'content controls' && random.chance(0.1)) {
    return `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
  }
  return options.wrap === 'insertions' && random.chance(0.2)
    ? `${xml.replace('<w:trPr>', '<w:trPr><w:ins w:id="1" w:author="a"/>')}<w:tr><w:trPr><w:del w:id="2" w:author="a"/></w:trPr>${slots
        .map(
          () =>
            `<w:tc><w:tcPr/>${paragraph('<w:del w:id="3" w:author="a"><w:r><w:delText>8</w:delText></w:r></w:del>')}</w:tc>`,
        )
        .join('')}</w:tr>`
    : xml;
};

const textBox = (content: string): string =>
  `<wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>`;

const PLACES: Record<DocxTableOptions['place'], (table: string) => string> = {
  body: (table) => table,
  'content control': (table) => `<w:sdt><w:sdtPr/><w:sdtContent>${table}</w:sdtContent></w:sdt>`,
  'text box': (table) =>
    paragraph(
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${table}${paragraph('')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  'alternate content': (table) =>
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${textBox(table + paragraph(''))}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${table}${paragraph('')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  table: (table) =>
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${table}${paragraph('')}</w:tc></w:tr></w:tbl>`,
};

/** A w:tbl (ECMA-376 part 1, 17.4.37): spans by grid span, cells that hang down by vertical merge. */
export const docxTable = (table: Table, options: DocxTableOptions, random: Random): string => {
  const placed = placeCells(table.rows);
  const width = tableWidth(table);
  const columns = Array.from({ length: width }, () => `<w:gridCol w:w="${unitOf(width, options)}"/>`).join(
    '',
  );
  const rows = table.rows.map((_, row) =>
    rowXml(placed, row, width, row < table.headerRows, options, random),
  );
  return PLACES[options.place](
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>${options.look ? bordersXml(options.look) : ''}</w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`,
  );
};
