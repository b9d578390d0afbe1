import type { Element } from 'domhandler';
import type { Grid } from '../grid.ts';
import { type CellContent, cellContent } from './cell-text.ts';
import { type CoveredText, mergeCells, type UnmergedCell } from './merged-grid.ts';
import type { StoryContext } from './story.ts';
import { cellElements, rowElements } from './table-rows.ts';
import { childOf } from './xml.ts';

/** As in HTML (Living Standard 4.9.11); a word processor allows 63 columns. */
const MAX_COLUMN_SPAN = 1000;
/** Slots that spans may cover in one table; a report has some 300. */
const MAX_SLOTS = 200_000;

export interface TableGrid {
  readonly grid: Grid;
  readonly cells: readonly { readonly element: Element; readonly content: CellContent }[];
  readonly covered: readonly CoveredText[];
  /** The table claimed more slots than any report has and was cut there. */
  readonly overfull: boolean;
}

/** A w:tbl → grid: columns by grid span and skipped grid columns, rows by vertical merge (17.4.14–17.4.17, 17.4.84). */
export function tableGrid(table: Element, index: number, after: number, context: StoryContext): TableGrid {
  const rows: UnmergedCell[][] = [];
  const cells: { element: Element; content: CellContent }[] = [];
  const hidden: CoveredText[] = [];
  let slots = 0;
  for (const row of rowElements(table)) {
    const placed: UnmergedCell[] = [];
    let column = count(childOf(childOf(row, 'w:trPr'), 'w:gridBefore'), 0);
    for (const element of cellElements(row)) {
      const content = cellContent(element, context);
      const cell = unmergedCell(element, printedText(content, context), column);
      slots += cell.columnSpan;
      if (slots > MAX_SLOTS) return { ...mergeCells(rows, index, after), cells, overfull: true };
      column += cell.columnSpan;
      cells.push({ element, content });
      const left = placed.at(-1);
      if (left && mergesLeft(element)) {
        placed[placed.length - 1] = { ...left, columnSpan: left.columnSpan + cell.columnSpan };
        if (cell.text !== '') hidden.push({ row: rows.length, column: cell.column, text: cell.text });
      } else placed.push(cell);
    }
    rows.push(placed);
  }
  const { grid, covered } = mergeCells(rows, index, after);
  return { grid, cells, covered: [...covered, ...hidden], overfull: false };
}

/** A cell whose number stands in a text box is not blank; that the box belongs to it is not certain. */
function printedText({ text, textBoxes }: CellContent, context: StoryContext): string {
  if (text !== '' || textBoxes.length === 0) return text;
  const floating = textBoxes.map((box) => cellContent(box, context).text).join(' ');
  return /\d/.test(floating) ? `〔${floating}〕` : text;
}

function unmergedCell(element: Element, text: string, column: number): UnmergedCell {
  const properties = childOf(element, 'w:tcPr');
  const columnSpan = Math.max(1, count(childOf(properties, 'w:gridSpan'), 1));
  const merge = childOf(properties, 'w:vMerge');
  const kind = !merge ? 'none' : merge.attribs['w:val'] === 'restart' ? 'first' : 'rest';
  return { text, column, columnSpan, merge: kind };
}

/** w:hMerge without `restart` (17.4.22): the old way to merge with the cell on the left. */
function mergesLeft(element: Element): boolean {
  const merge = childOf(childOf(element, 'w:tcPr'), 'w:hMerge');
  return merge !== undefined && merge.attribs['w:val'] !== 'restart';
}

function count(property: Element | undefined, otherwise: number): number {
  const value = Number(property?.attribs['w:val'] ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, MAX_COLUMN_SPAN) : otherwise;
}
