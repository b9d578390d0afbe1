import { isDeepStrictEqual } from 'node:util';
import { type Correction, REVIEW_FILE } from '../model/correction.ts';
import { build } from './build.ts';
import { restoreText } from './cell-state.ts';
import { getRow, getRows, PARAMETER, type Prepared, prepare, prepareInsert, run } from './run.ts';
import type { CorrectionEntryRow, CorrectionRow } from './schema.ts';
import type { Store } from './store.ts';
import { variableBook } from './variable-book.ts';

const COLUMNS = [
  'report',
  'variable',
  'value',
  'expected',
  'reason',
  'author',
  'decided_at',
  'evidence',
] as const;
const ENTRY_COLUMNS = [
  'file',
  'line',
  'division',
  'agency',
  'year',
  'variable_name',
  'value',
  'expected',
  'reason',
  'evidence',
  'reviewer',
  'date',
  'state',
  'report',
  'printed',
] as const satisfies readonly (keyof CorrectionEntryRow)[];

const deleteOf = prepare(build.deleteFrom('correction').where('report', '=', PARAMETER));
const deleteOne = prepare(
  build.deleteFrom('correction').where('report', '=', PARAMETER).where('variable', '=', PARAMETER),
);
const everyCorrection = prepare(
  build.selectFrom('correction').selectAll().orderBy('report').orderBy('variable'),
);
const correctionsOf = prepare(
  build
    .selectFrom('correction')
    .select(['variable', 'value'])
    .where('report', '=', PARAMETER)
    .orderBy('variable'),
);
const insertCorrection = prepareInsert('correction', COLUMNS);
const everyEntry = prepare(build.selectFrom('correction_entry').selectAll().orderBy('file').orderBy('line'));
const deleteEntries = prepare(build.deleteFrom('correction_entry'));
const insertEntry = prepareInsert('correction_entry', ENTRY_COLUMNS);
const reportsOfYear = prepare(
  build
    .selectFrom('report')
    .select(['id', 'agency', 'place', 'division', 'year'])
    .where('division', '=', PARAMETER)
    .where('year', '=', PARAMETER)
    .where('current', '=', PARAMETER)
    .where('form', 'is not', null)
    .orderBy('id'),
);
const findCell = prepare(
  build
    .selectFrom('cell')
    .select(['value', 'state', 'raw'])
    .where('report', '=', PARAMETER)
    .where('variable', '=', PARAMETER),
);
/** The family stands in the text of the query: an index over part of a table does not serve a parameter. */
const saidOf: Prepared<{ report: number }> = {
  sql: "SELECT DISTINCT report FROM finding WHERE family = 'corrections' AND withdrawn = 0 ORDER BY report",
};
const deleteReviewEntry: Prepared<never> = {
  sql: 'DELETE FROM correction_entry WHERE file = ? AND report = ? AND variable_name = ?',
};
const entryAbout: Prepared<CorrectionEntryRow> = {
  sql: "SELECT * FROM correction_entry WHERE report = ? AND variable_name = ? AND state = 'applied'",
};
const setStale = prepare(
  build.updateTable('report').set({ compared: PARAMETER }).where('id', '=', PARAMETER),
);

/** A correction, what became of it, and the report it is about. */
export interface SettledCorrection {
  readonly correction: Correction;
  readonly state: 'applied' | 'failed' | 'unused';
  readonly reportId: number | null;
  /** What is printed instead, for one that failed. */
  readonly printed: string | null;
}

/** Takes the corrections of a report away. Part of the caller's transaction. */
export function forgetCorrectionsOf(store: Store, report: number): void {
  run(store, deleteOf, report);
}

/** The reports in force about a place and a year. */
export const reportsAbout = (store: Store, division: string, year: number) =>
  getRows(store, reportsOfYear, division, year, 1);

/** The text and number printed for a variable; null, when nothing is. */
export function printedCell(
  store: Store,
  report: number,
  variable: string,
): { readonly text: string | null; readonly value: number | null } {
  const id = variableBook(store).findId(variable);
  const row = id === undefined ? undefined : getRow(store, findCell, report, id);
  return row ? { text: restoreText(row, row.value).raw, value: row.value } : { text: null, value: null };
}

/** The corrected numbers of a report, by variable. */
export function correctedValues(store: Store, report: number): Map<string, number> {
  const { nameOf } = variableBook(store);
  return new Map(
    getRows(store, correctionsOf, report).map(({ variable, value }) => [nameOf(variable), value]),
  );
}

/** Reports on which something was said of corrections before. */
export const reportsWithCorrectionFindings = (store: Store): number[] =>
  getRows(store, saidOf).map(({ report }) => report);

/**
 * Makes the table of corrections hold exactly those applied, and its ledger what became of each; writes nothing when
 * it does already. Returns the reports that changed. Part of the caller's transaction.
 */
export function saveCorrections(store: Store, settled: readonly SettledCorrection[]): readonly number[] {
  saveLedger(store, settled.map(entryRow));
  const { idOf } = variableBook(store);
  const wanted = new Map<string, CorrectionRow>(
    settled.flatMap(({ correction, state, reportId }) => {
      if (state !== 'applied' || reportId === null) return [];
      const row = correctionRow(reportId, idOf(correction.variable), correction);
      return [[`${row.report} ${row.variable}`, row] as const];
    }),
  );
  const changed = new Set<number>();
  for (const row of getRows(store, everyCorrection)) {
    const key = `${row.report} ${row.variable}`;
    if (isDeepStrictEqual({ ...row }, wanted.get(key))) wanted.delete(key);
    else {
      run(store, deleteOne, row.report, row.variable);
      changed.add(row.report);
    }
  }
  for (const row of wanted.values()) {
    run(store, insertCorrection, ...COLUMNS.map((column) => row[column]));
    changed.add(row.report);
  }
  for (const report of changed) run(store, setStale, 0, report);
  return [...changed];
}

function correctionRow(
  report: number,
  variable: number,
  { value, expect, reason, reviewer, date, evidence }: Correction,
): CorrectionRow {
  return { report, variable, value, expected: expect, reason, author: reviewer, decided_at: date, evidence };
}

/** Stores one correction that a person made, in the table and in its ledger. Part of the caller's transaction. */
export function saveReviewCorrection(store: Store, reportId: number, correction: Correction): void {
  const row = correctionRow(reportId, variableBook(store).idOf(correction.variable), correction);
  run(store, insertCorrection, ...COLUMNS.map((column) => row[column]));
  const entry = entryRow({ correction, state: 'applied', reportId, printed: null });
  run(store, insertEntry, ...ENTRY_COLUMNS.map((column) => entry[column]));
}

/** Takes the correction of a cell away, and what a person wrote of it from the ledger. */
export function forgetReviewEntry(store: Store, reportId: number, variable: string): void {
  run(store, deleteReviewEntry, REVIEW_FILE, reportId, variable);
  run(store, deleteOne, reportId, variableBook(store).idOf(variable));
  run(store, setStale, 0, reportId);
}

/** Puts the correction of data/corrections back in its place, where there is one for the cell. */
export function restoreFileCorrection(store: Store, reportId: number, variable: string): void {
  const entry = getRow(store, entryAbout, reportId, variable);
  if (!entry) return;
  const { value, expected: expect, reason, reviewer, date, evidence } = entry;
  const row = correctionRow(reportId, variableBook(store).idOf(variable), {
    ...{ division: entry.division, agency: entry.agency, year: entry.year, variable, value, expect },
    ...{ reason, reviewer, date, evidence, file: entry.file, line: entry.line },
  });
  run(store, insertCorrection, ...COLUMNS.map((column) => row[column]));
}

function saveLedger(store: Store, rows: readonly CorrectionEntryRow[]): void {
  const sorted = rows.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const before = getRows(store, everyEntry).map((row) => ({ ...row }));
  if (isDeepStrictEqual(before, sorted)) return;
  run(store, deleteEntries);
  for (const row of sorted) run(store, insertEntry, ...ENTRY_COLUMNS.map((column) => row[column]));
}

function entryRow({ correction, state, reportId, printed }: SettledCorrection): CorrectionEntryRow {
  const { expect, file, line, division, agency, year, variable, value, reason, evidence, reviewer, date } =
    correction;
  return {
    ...{
      file,
      line,
      division,
      agency,
      year,
      variable_name: variable,
      value,
      expected: expect,
      reason,
      evidence,
      reviewer,
    },
    ...{ date, state, report: reportId, printed },
  };
}
