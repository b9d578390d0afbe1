import { sql } from 'kysely';
import type { Finding } from '../../model/finding.ts';
import type { Source } from '../../model/source.ts';
import type { CellStatus } from '../../model/status.ts';
import { build } from '../build.ts';
import { restoreText } from '../cell-state.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { restoreFinding } from '../get-findings.ts';
import { decodePlaces } from '../places/decode-places.ts';
import { getRow, getRows, PARAMETER, prepare } from '../run.ts';
import type { ReportsView } from '../schema.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { type VariableBook, variableBook } from '../variable-book.ts';

/** One variable of one report as it is stored; `value` is what is used: corrected, else reported, else imputed. */
export interface StoredCell {
  readonly variable: string;
  readonly reported: number | null;
  readonly status: CellStatus;
  readonly imputed: number | null;
  readonly corrected: number | null;
  readonly value: number | null;
  readonly raw: string | null;
  readonly source: Source | null;
}

export interface StoredFinding extends Finding {
  readonly key: string;
  /** From 0: of the report alone, then of its years, peers and corrections. */
  readonly position: number;
}

/** A report with all that is stored of it, cells in the order of the names of their variables. */
export interface StoredReport {
  readonly report: ReportsView;
  readonly cells: readonly StoredCell[];
  readonly findings: readonly StoredFinding[];
}

/** An order that is the same in every database with the same documents: no number of a row takes part. */
const everyId = prepare(
  build
    .selectFrom('report as r')
    .innerJoin('document as d', 'd.id', 'r.document')
    .select('r.id')
    .orderBy('r.year')
    .orderBy('r.division')
    .orderBy('d.sha256'),
);
const reportOf = prepare(build.selectFrom('reports').selectAll().where('report_id', '=', PARAMETER));
const cellsOf = prepare(
  build
    .selectFrom('cell')
    .select(['variable', 'value', 'state', 'raw', 'imputed'])
    .where('report', '=', PARAMETER),
);
const correctionsOf = prepare(
  build.selectFrom('correction').select(['variable', 'value']).where('report', '=', PARAMETER),
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

/** Every report of the database, one at a time, by year, division and document. Throws StoreError. */
export function* eachReport(store: Store): Generator<StoredReport> {
  const book = variableBook(store);
  for (const { id } of explaining(store.file, () => getRows(store, everyId)))
    yield explaining(store.file, () => readReport(store, book, id));
}

export const countReports = (store: Store): number => getRows(store, everyId).length;

function readReport(store: Store, book: VariableBook, id: number): StoredReport {
  const report = getRow(store, reportOf, id);
  if (!report) throw new StoreError('corrupt', store.file, `has lost report ${id}`);
  const findings = getRows(store, findingsOf, id).map((row, position) => ({
    ...restoreFinding(book, row),
    key: row.key,
    position,
  }));
  return { report, cells: readCells(store, book, id), findings };
}

function readCells(store: Store, book: VariableBook, id: number): StoredCell[] {
  const corrections = new Map(getRows(store, correctionsOf, id).map((row) => [row.variable, row.value]));
  const sources = readSources(store, id);
  const cells: StoredCell[] = getRows(store, cellsOf, id).map((row) => {
    const corrected = corrections.get(row.variable) ?? null;
    corrections.delete(row.variable);
    const { status, raw } = restoreText(row, row.value);
    const { value: reported, imputed } = row;
    const variable = book.nameOf(row.variable);
    const source = sources.get(row.variable) ?? null;
    return {
      variable,
      reported,
      status,
      imputed,
      corrected,
      value: corrected ?? reported ?? imputed,
      raw,
      source,
    };
  });
  // A correction of a cell that the report does not have.
  for (const [variable, corrected] of corrections)
    cells.push({
      ...{ variable: book.nameOf(variable), reported: null, status: 'absent', imputed: null },
      ...{ corrected, value: corrected, raw: null, source: null },
    });
  return cells.sort((a, b) => (a.variable < b.variable ? -1 : 1));
}

function readSources(store: Store, id: number): ReadonlyMap<number, Source | null> {
  const encoded = getRow(store, placesOf, id);
  if (!encoded) return new Map();
  const paths = encoded.paths === null ? [] : (JSON.parse(encoded.paths) as string[]);
  const { variables, sources } = decodePlaces({ paths, block: encoded.block });
  return new Map(variables.map((variable, index) => [variable, sources[index] ?? null]));
}
