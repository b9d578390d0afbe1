import type { Form, FormBlock, TableId } from '../../forms/form.ts';
import { TABLE_TITLES } from '../../forms/tables.ts';
import { TEXTS } from '../texts.ts';
import { drawBlocks } from './draw-blocks.ts';
import { drawLongRow } from './draw-long-row.ts';
import { printedVariables, type TableView } from './table-view.ts';

/** How each table is drawn: rows under a label, or the one long row of reconsideration and litigation. */
const DRAWERS: Record<TableId, (blocks: readonly FormBlock[], view: TableView) => string> = {
  disclosure: drawBlocks,
  applications: drawBlocks,
  challenges: drawLongRow,
  statistics: drawBlocks,
};

/** The statutory tables as the form prints them, each under its title. */
export function renderFormTables(form: Form, view: TableView): string {
  const tables = tablesOf(form).map(([id, blocks]) => {
    const title = view.paint('bold', TABLE_TITLES[id][view.lang]);
    const body = isMissing(blocks, view) ? TEXTS.tableMissing[view.lang] : DRAWERS[id](blocks, view);
    return `${title}\n${body}`;
  });
  return tables.join('\n\n');
}

function tablesOf({ blocks }: Form): [TableId, FormBlock[]][] {
  const tables = new Map<TableId, FormBlock[]>();
  for (const block of blocks) tables.set(block.table, [...(tables.get(block.table) ?? []), block]);
  return [...tables];
}

function isMissing(blocks: readonly FormBlock[], { cells }: Pick<TableView, 'cells'>): boolean {
  const statuses = blocks.flatMap(printedVariables).map((name) => cells.get(name)?.status ?? 'no_table');
  return statuses.every((status) => status === 'no_table');
}
