import { sql } from 'kysely';
import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { restoreFinding } from '../get-findings.ts';
import { type CellPlace, decodeCellPlaces } from '../places/decode-places.ts';
import { getRow, getRows, PARAMETER, prepare } from '../run.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { type VariableBook, variableBook } from '../variable-book.ts';
import { readCells } from './read-cells.ts';
import { REPORT_COLUMNS, type StoredReport } from './stored-report.ts';

const reportOf = prepare(
  build.selectFrom('reports').select(REPORT_COLUMNS).where('report_id', '=', PARAMETER),
);
const placesOf = prepare(
  build.selectFrom('place').select(['paths', 'block']).where('report', '=', PARAMETER),
);
const findingsOf = prepare(
  build
    .selectFrom('finding')
    .selectAll()
    .where('report', '=', PARAMETER)
    .where('withdrawn', '=', sql.lit(0))
    .orderBy('family')
    .orderBy('position')
    .orderBy('key'),
);

/** All that is stored of one report. Throws StoreError. */
export const readStored = (store: Store, id: number): StoredReport =>
  explaining(store.file, () => readReport(store, variableBook(store), id));

function readReport(store: Store, book: VariableBook, id: number): StoredReport {
  const report = getRow(store, reportOf, id);
  if (!report) throw new StoreError('corrupt', store.file, `has lost report ${id}`);
  const findings = getRows(store, findingsOf, id).map((row, position) => ({
    ...restoreFinding(book, row),
    key: row.key,
    position,
  }));
  return { report, cells: readCells(store, book, id, readPlaces(store, id)), findings };
}

/** Number of a variable → where it is printed. */
function readPlaces(store: Store, id: number): readonly (CellPlace | null | undefined)[] {
  const encoded = getRow(store, placesOf, id);
  if (!encoded) return [];
  const { variables, places } = decodeCellPlaces(encoded);
  const byVariable: (CellPlace | null)[] = [];
  for (let index = 0; index < variables.length; index++)
    byVariable[variables[index] ?? 0] = places[index] ?? null;
  return byVariable;
}
