import type { Cell } from '../model/cell.ts';
import { build } from './build.ts';
import { storeText } from './cell-state.ts';
import { encodePlaces } from './places/encode-places.ts';
import { byCount, PARAMETER, prepare, prepareInsert, run, statementOf } from './run.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';
import { variableBook } from './variable-book.ts';

const deleteCells = prepare(build.deleteFrom('cell').where('report', '=', PARAMETER));
const deletePlaces = prepare(build.deleteFrom('place').where('report', '=', PARAMETER));
/** Of a cell, beside the report. */
const CELL_COLUMNS = [
  'variable',
  'value',
  'state',
  'raw',
  'imputed',
] as const satisfies readonly (keyof Schema['cell'])[];
/** The report is handed over once for all rows: handing values over is a good part of an insert. */
const ROW = `(:report, ${CELL_COLUMNS.map(() => '?').join(', ')})`;
/** Rows an insert: a statement of many rows takes half the time of as many statements. */
const MOST_ROWS = 250;
/** The reports of a form have the same number of cells. */
const insertRowsOf = byCount<never>((rows) => ({
  sql: `INSERT INTO cell (report, ${CELL_COLUMNS.join(', ')}) VALUES ${Array(rows).fill(ROW).join(', ')}`,
}));
const insertPlaces = prepareInsert('place', ['report', 'paths', 'block']);

/** Stores the cells of a report that has none. */
export function insertCells(store: Store, report: number, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  const { idOf } = variableBook(store);
  const variables: number[] = [];
  const values: unknown[] = [];
  for (const cell of cells) {
    const variable = idOf(cell.variable);
    const { state, raw } = storeText(cell);
    variables.push(variable);
    values.push(variable, cell.value, state, raw, cell.imputed ?? null);
  }
  insertRows(store, report, values);
  const { paths, block } = encodePlaces({ variables, sources: cells.map((cell) => cell.source) });
  run(store, insertPlaces, report, paths.length > 0 ? JSON.stringify(paths) : null, block);
}

export function deleteCellsOf(store: Store, report: number): void {
  run(store, deleteCells, report);
  run(store, deletePlaces, report);
}

/** @param values - of CELL_COLUMNS, row after row */
function insertRows(store: Store, report: number, values: readonly unknown[]): void {
  const most = MOST_ROWS * CELL_COLUMNS.length;
  for (let at = 0; at < values.length; at += most) {
    const rows = values.length <= most ? values : values.slice(at, at + most);
    statementOf(store, insertRowsOf(rows.length / CELL_COLUMNS.length)).run({ report }, rows);
  }
}
