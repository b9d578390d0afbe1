import { isDeepStrictEqual } from 'node:util';
import type { Extraction } from '../model/extraction.ts';
import { build } from './build.ts';
import { forgetCorrectionsOf } from './corrections.ts';
import { keyFindings, reportIdentity } from './finding-key.ts';
import { getExtraction } from './get-extraction.ts';
import { REPORT_COLUMNS, reportValues } from './report-row.ts';
import { getRow, PARAMETER, type Prepared, prepare, prepareInsert, run } from './run.ts';
import { deleteCellsOf, insertCells } from './save-cells.ts';
import { deleteClaimsOf, insertClaims } from './save-claims.ts';
import { type StoredDocument, saveDocument } from './save-document.ts';
import { haveSignatures, insertFindings, replaceFindings } from './save-findings.ts';
import { settleCurrent, type Versioned } from './settle-current.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { packChecks } from './tallies.ts';
import { write } from './write.ts';

export interface DocumentInput extends StoredDocument {
  /** Of the parser that gave the record; one that gives the same record again is noted in place of the one before. */
  readonly parserVersion?: string;
}

export const LOAD_OUTCOMES = ['inserted', 'updated', 'unchanged'] as const;
export interface LoadResult {
  readonly reportId: number;
  readonly outcome: (typeof LOAD_OUTCOMES)[number];
}

/** Where in a series a report stands; one that is loaded again may have stood elsewhere before. */
export interface SeriesYear {
  readonly series: string | null;
  readonly year: number | null;
}

const UNKNOWN_VERSION = 'unknown';

const findReport = prepare(
  build
    .selectFrom('report')
    .select(['id', 'division', 'agency', 'place', 'year', 'series'])
    .where('document', '=', PARAMETER),
);
const insertReport = prepareInsert('report', [
  ...REPORT_COLUMNS,
  'document',
  'parser_version',
  'current',
  'checks',
]);
const updateReport = prepare(
  build
    .updateTable('report')
    .set(
      Object.fromEntries(
        [...REPORT_COLUMNS, 'parser_version', 'current', 'checks', 'compared'].map((column) => [
          column,
          PARAMETER,
        ]),
      ),
    )
    .where('id', '=', PARAMETER),
);

/** Verdicts are tied to it: the triggers of 0013-reader-of-verdict.ts have those about another one asked again. */
const noteReader: Prepared<never> = {
  sql: 'UPDATE report SET parser_version = ? WHERE id = ? AND parser_version <> ?',
};

/**
 * Stores the record of one document in one transaction: all of it or nothing. The same record again writes
 * nothing, but for the version of the parser when that is another one; a changed one replaces its cells and claims, and its findings keep their identities.
 * Throws StoreError for a record of other bytes, or one that names a variable which was never seeded.
 */
export function loadExtraction(store: Store, document: DocumentInput, extraction: Extraction): LoadResult {
  return write(store, () => {
    const { reportId, outcome } = loadWithin(store, document, extraction);
    return { reportId, outcome };
  });
}

/** As loadExtraction, as a part of the caller's transaction: one within another would keep a journal of its own. */
export function loadWithin(
  store: Store,
  document: DocumentInput,
  extraction: Extraction,
): LoadResult & { readonly left?: SeriesYear } {
  if (document.sha256 !== extraction.sha256) {
    throw new StoreError(
      'bad_input',
      store.file,
      `was given the record of another document (${extraction.sha256})`,
    );
  }
  const saved = saveDocument(store, document);
  const known = saved.isNew ? undefined : getRow(store, findReport, saved.id);
  if (!known) return { reportId: insertRecord(store, saved.id, document, extraction), outcome: 'inserted' };
  if (isStored(store, known.id, extraction)) {
    const { parserVersion: version } = document;
    if (version !== undefined) run(store, noteReader, version, known.id, version);
    return { reportId: known.id, outcome: saved.changed ? 'updated' : 'unchanged' };
  }
  updateRecord(store, known, document, extraction);
  const { id, series, year } = known;
  return { reportId: id, outcome: 'updated', left: { series, year } };
}

function insertRecord(
  store: Store,
  documentId: number,
  document: DocumentInput,
  extraction: Extraction,
): number {
  const version = document.parserVersion ?? UNKNOWN_VERSION;
  const checks = packChecks(store, extraction.checks);
  const id = run(store, insertReport, ...reportValues(extraction), documentId, version, 1, checks);
  insertCells(store, id, extraction.cells);
  insertClaims(store, id, extraction.claims);
  insertFindings(store, id, keyed(extraction));
  settleCurrent(store, extraction.report);
  return id;
}

function updateRecord(
  store: Store,
  known: Versioned & { readonly id: number },
  document: DocumentInput,
  extraction: Extraction,
): void {
  const version = document.parserVersion ?? UNKNOWN_VERSION;
  const checks = packChecks(store, extraction.checks);
  run(store, updateReport, ...reportValues(extraction), version, 1, checks, 0, known.id);
  // They were for what was printed before; those that still hold are applied again after the batch.
  forgetCorrectionsOf(store, known.id);
  deleteCellsOf(store, known.id);
  deleteClaimsOf(store, known.id);
  insertCells(store, known.id, extraction.cells);
  insertClaims(store, known.id, extraction.claims);
  replaceFindings(store, known.id, keyed(extraction));
  // It may have been a version of another report before: that one needs a new version in force.
  settleCurrent(store, known);
  settleCurrent(store, extraction.report);
}

function keyed({ report, sha256, findings, cells }: Extraction) {
  return keyFindings(findings, reportIdentity(report, sha256), cells);
}

/** What is stored is the record when it gives back the same JSON, and was checked by the same versions of the rules. */
function isStored(store: Store, reportId: number, extraction: Extraction): boolean {
  return (
    isDeepStrictEqual(asJson(getExtraction(store, reportId)), asJson(extraction)) &&
    haveSignatures(store, reportId, keyed(extraction))
  );
}

/** Without what JSON does not tell apart: a missing `imputed` and a null one, 0 and -0. */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, entry: unknown) => (key === 'imputed' && entry === null ? undefined : entry)),
  );
}
