import type { Cell } from '../model/cell.ts';
import { build } from './build.ts';
import { storeText } from './cell-state.ts';
import { encodePlaces } from './places/encode-places.ts';
import { byCount, PARAMETER, prepare, prepareInsert, run, statementOf } from './run.ts';
import type { Store } from './store.ts';
import { variableBook } from './variable-book.ts';

const deleteCells = prepare(build.deleteFrom('cell').where('report', '=', PARAMETER));
const deletePlaces = prepare(build.deleteFrom('place').where('report', '=', PARAMETER));
const CELL_COLUMNS = ['report', 'variable', 'value', 'state', 'raw', 'imputed'] as const;
/** Rows an insert: a statement of many rows takes half the time of as many statements. */
const MOST_ROWS = 250;
/** The reports of a form have the same number of cells. */
const insertRowsOf = byCount((rows) => prepareInsert('cell', CELL_COLUMNS, rows));
const insertPlaces = prepareInsert('place', ['report', 'paths', 'block']);

/** Stores the cells of a report that has none. */
export function insertCells(store: Store, report: number, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  const { idOf } = variableBook(store);
  const variables = cells.map((cell) => idOf(cell.variable));
  insertRows(store, flatten(report, variables, cells));
  const { paths, block } = encodePlaces({ variables, sources: cells.map((cell) => cell.source) });
  run(store, insertPlaces, report, paths.length > 0 ? JSON.stringify(paths) : null, block);
}

export function deleteCellsOf(store: Store, report: number): void {
  run(store, deleteCells, report);
  run(store, deletePlaces, report);
}

/** The columns of every row, one after the other. */
function flatten(report: number, variables: readonly number[], cells: readonly Cell[]): unknown[] {
  const values: unknown[] = [];
  cells.forEach((cell, index) => {
    const { state, raw } = storeText(cell);
    values.push(report, variables[index], cell.value, state, raw, cell.imputed ?? null);
  });
  return values;
}

function insertRows(store: Store, values: readonly unknown[]): void {
  const most = MOST_ROWS * CELL_COLUMNS.length;
  for (let at = 0; at < values.length; at += most) {
    const rows = values.length <= most ? values : values.slice(at, at + most);
    statementOf(store, insertRowsOf(rows.length / CELL_COLUMNS.length)).run(rows);
  }
}
