import { type FormBlock, type FormColumn, isVariableColumn, variableName } from '../../forms/form.ts';
import type { Cell } from '../../model/cell.ts';
import type { Language } from '../../model/status.ts';
import { NARROW_HEADINGS, STATUS_SIGNS } from '../names.ts';
import { cellText } from './cell-text.ts';
import type { TextView } from './text-view.ts';
import { wrapEvenly } from './width.ts';

/** What the tables of one report are drawn from. */
export interface TableView extends TextView {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Variables that are left out because their rows were printed in another way. */
  readonly hidden: ReadonlySet<string>;
  readonly notesOf: (variable: string) => readonly number[];
}

/** cli-table3 counts the blanks on either side of a text as part of its column. */
export const PADDING = 2;

export const printedColumns = (block: FormBlock): FormColumn[] => block.columns.filter(isVariableColumn);

export const printedVariables = (block: FormBlock): string[] =>
  block.rows.flatMap((row) => printedColumns(block).map((column) => variableName(block, row, column)));

/** A column's heading in lines of at most `width`; an English one that is too long is cut to a word. */
export function headingLines(column: FormColumn, width: number, lang: Language): string[] {
  const narrow = width < 10 ? NARROW_HEADINGS[column.id.replace(/.*\./, '')] : undefined;
  return wrapEvenly(lang === 'en' && narrow ? narrow : column[lang], width);
}

export interface ValueText {
  readonly plain: string;
  readonly painted: string;
}

/** What stands in a cell, without and with colours: doubtful ones stand out, noughts step back. */
export function valueText(variable: string, { cells, notesOf, paint }: TableView): ValueText {
  const notes = notesOf(variable);
  const plain = cellText(cells.get(variable), notes);
  if (notes.length > 0) return { plain, painted: paint('yellow', plain) };
  const faint = plain === '0' || plain === STATUS_SIGNS.absent.sign;
  return { plain, painted: faint ? paint('dim', plain) : plain };
}
