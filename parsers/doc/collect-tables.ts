import type { Finding } from '../../src/model/finding.ts';
import { foldLines } from '../docx/cell-text.ts';
import { coveredFindings } from '../docx/covered-findings.ts';
import type { Grid } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import type { RunningText } from '../running-text.ts';
import { type DocRow, docTableGrid } from './doc-table.ts';
import type { DocParagraph } from './paragraphs.ts';
import { rowDefinition } from './row-definition.ts';

/** Where what is read of a document is put; tables of all stories are counted together. */
export interface Collected {
  readonly text: RunningText;
  readonly grids: Grid[];
  readonly findings: Finding[];
  readonly limits: Set<string>;
  tables: number;
  pictures: number;
  /** Whether the document has text boxes with digits: one that hangs on a cell may hold its number. */
  readonly hasNumbersInBoxes: boolean;
}

interface OpenTable {
  readonly index: number;
  readonly after: number;
  readonly rows: DocRow[];
  cells: string[];
  /** Paragraphs of the open cell. */
  cell: string[];
  cellPictures: number;
  /** All paragraphs in order: running text, if the table turns out to be layout. */
  readonly flow: string[];
  layout: boolean;
}

/** A cell longer than this is layout that holds a part of the page, not a label or a number. */
const LONGEST_CELL = 300;
const PICTURE = '〔图〕';

/** Paragraphs in order → running text and grids: tables are what their paragraphs say of depth, cells and rows. */
export function collectTables(paragraphs: Iterable<DocParagraph>, into: Collected): void {
  const open: OpenTable[] = [];
  for (const paragraph of paragraphs) {
    while (open.length > paragraph.depth) closeTable(open, into);
    while (open.length < paragraph.depth) open.push(openTable(into));
    into.pictures += paragraph.printed.pictures;
    const table = open.at(-1);
    if (table) addToTable(table, paragraph, into);
    else addToText(paragraph, into.text);
  }
  while (open.length > 0) closeTable(open, into);
  into.text.close();
}

function addToText({ printed, deleted }: DocParagraph, text: RunningText): void {
  for (const [at, line] of printed.text.split('\n').entries()) {
    if (at > 0) text.close();
    text.inline(line);
  }
  if (!deleted) text.close();
}

function openTable(into: Collected): OpenTable {
  into.text.close();
  return {
    index: into.tables++,
    after: into.text.count(),
    rows: [],
    cells: [],
    cell: [],
    cellPictures: 0,
    flow: [],
    layout: false,
  };
}

function addToTable(table: OpenTable, paragraph: DocParagraph, { hasNumbersInBoxes }: Collected): void {
  const { printed, ends, deleted, sprms } = paragraph;
  if (ends === 'row') {
    if (!deleted) table.rows.push({ cells: table.cells, definition: rowDefinition(sprms) });
    table.cells = [];
    table.cell = [];
    return;
  }
  table.cell.push(printed.text);
  table.cellPictures += printed.pictures + (hasNumbersInBoxes ? printed.floating : 0);
  if (printed.text.trim() !== '') table.flow.push(printed.text);
  if (ends === 'cell') endCell(table);
}

function endCell(table: OpenTable): void {
  const text = foldLines(table.cell.join('\n'));
  table.layout ||= text.length > LONGEST_CELL;
  table.cells.push(text === '' && table.cellPictures > 0 ? PICTURE : text);
  table.cell = [];
  table.cellPictures = 0;
}

/** The innermost table ends; its text is also text of the cell around it. */
function closeTable(open: OpenTable[], into: Collected): void {
  const table = open.pop();
  if (!table) return;
  if (table.cell.length > 0) endCell(table);
  if (table.cells.length > 0) table.rows.push({ cells: table.cells, definition: null });
  const outer = open.at(-1);
  if (outer) {
    outer.layout = true;
    outer.cell.push(...table.rows.flatMap((row) => row.cells));
  }
  if (table.layout) {
    if (outer) outer.flow.push(...table.flow);
    else for (const paragraph of table.flow) addLines(paragraph, into.text);
  }
  if (table.index >= LIMITS.tables) {
    into.limits.add('tables');
    return;
  }
  const { grid, covered } = docTableGrid(table.rows, table.index, table.after);
  into.grids.push(grid);
  into.findings.push(...coveredFindings(table.index, covered));
}

function addLines(paragraph: string, text: RunningText): void {
  for (const line of paragraph.split('\n')) {
    text.inline(line);
    text.close();
  }
}
