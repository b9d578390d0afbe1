import type { Element } from 'domhandler';
import { childOf, childrenOf, textOf } from '../docx/xml.ts';
import { type Shown, shown } from './displayed-number.ts';
import { MOST, type Range, type RawCell, type RawSheet } from './raw-sheet.ts';
import { richText } from './rich-text.ts';
import type { WorkbookTables } from './workbook-tables.ts';

const COLUMNS = 16_384;
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** A worksheet part → cells as displayed, merges, and what is hidden (ECMA-376 part 1, 18.3). */
export function readSheetXml(sheet: Element, tables: WorkbookTables): Omit<RawSheet, 'name' | 'hidden'> {
  const shows = { ...tables, zeros: showsZeros(sheet) };
  const cells: RawCell[] = [];
  const hiddenRows = new Set<number>();
  let cut = false;
  let row = -1;
  for (const element of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    row = Number(element.attribs['r'] ?? row + 2) - 1;
    if (isTrue(element.attribs['hidden'])) hiddenRows.add(row);
    let column = -1;
    for (const cell of childrenOf(element, 'c')) {
      column = placeOf(cell.attribs['r'])?.column ?? column + 1;
      if (row >= MOST.rows || !Number.isInteger(row) || cells.length >= MOST.cells) cut = true;
      else cells.push({ row, column, ...shownIn(cell, shows) });
    }
  }
  return { cells, merges: mergesOf(sheet), hiddenRows, hiddenColumns: hiddenColumns(sheet), cut };
}

/** A sheet may be told to show no zeros (18.3.1.87): it prints a blank cell for each. */
function showsZeros(sheet: Element): boolean {
  const [view] = childrenOf(childOf(sheet, 'sheetViews'), 'sheetView');
  return !['0', 'false'].includes(view?.attribs['showZeros'] ?? '');
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/**
 * What a cell shows. A formula that was never calculated shows itself, not a blank: programs that do not calculate
 * write it without a value, or with an empty one that is no text.
 */
function shownIn(cell: Element, tables: WorkbookTables & { readonly zeros: boolean }): Shown {
  const style = Number(cell.attribs['s'] ?? 0);
  const inline = childOf(cell, 'is');
  if (inline) return { text: richText(inline) };
  const value = childOf(cell, 'v');
  const formula = childOf(cell, 'f');
  const text = value ? textOf(value) : '';
  if (formula && text === '' && !(value && cell.attribs['t'] === 'str'))
    return { text: `=${textOf(formula)}` };
  if (!value) return { text: '' };
  switch (cell.attribs['t']) {
    case 's':
      return shown(sharedString(tables.strings, text), style, tables);
    case 'str':
      return shown(text, style, tables);
    case 'b':
      return { text: text === '0' ? 'FALSE' : 'TRUE' };
    case 'e':
    case 'd':
      return { text };
    default:
      if (!tables.zeros && text.trim() !== '' && Number(text) === 0) return { text: '' };
      return text.trim() === '' || Number.isNaN(Number(text)) ? { text } : shown(Number(text), style, tables);
  }
}

function sharedString(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new RangeError(`no shared string ${index}`);
  return text;
}

function mergesOf(sheet: Element): readonly Range[] {
  return childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell').flatMap(({ attribs }) => {
    const [first, last] = (attribs['ref'] ?? '').split(':').map(placeOf);
    return first && last
      ? [{ top: first.row, bottom: last.row, left: first.column, right: last.column }]
      : [];
  });
}

function hiddenColumns(sheet: Element): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { attribs } of childrenOf(childOf(sheet, 'cols'), 'col')) {
    if (hidden.size >= COLUMNS) break;
    if (!isTrue(attribs['hidden']) && attribs['width'] !== '0') continue;
    const last = Math.min(Number(attribs['max']), COLUMNS);
    for (let column = Math.max(1, Number(attribs['min'])); column <= last; column++) hidden.add(column - 1);
  }
  return hidden;
}

function placeOf(reference: string | undefined): { readonly row: number; readonly column: number } | null {
  const match = REFERENCE.exec(reference ?? '');
  if (!match?.[1]) return null;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
