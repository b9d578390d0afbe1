import type { Cell } from '../model/cell.ts';
import type { Claim } from '../model/claim.ts';
import type { Extraction } from '../model/extraction.ts';
import { build } from './build.ts';
import { restoreText } from './cell-state.ts';
import { explaining } from './explain-sqlite-error.ts';
import { getFindings } from './get-findings.ts';
import { decodePlaces } from './places/decode-places.ts';
import { restoreReport } from './report-row.ts';
import { getRow, getRows, PARAMETER, prepare } from './run.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { unpackChecks } from './tallies.ts';
import { variableBook } from './variable-book.ts';

const findReport = prepare(
  build
    .selectFrom('report')
    .innerJoin('document', 'document.id', 'report.document')
    .selectAll('report')
    .select('document.sha256')
    .where('report.id', '=', PARAMETER),
);
const cellsOf = prepare(
  build
    .selectFrom('cell')
    .select(['variable', 'value', 'state', 'raw', 'imputed'])
    .where('report', '=', PARAMETER),
);
const placesOf = prepare(
  build.selectFrom('place').select(['paths', 'block']).where('report', '=', PARAMETER),
);
const claimsOf = prepare(
  build.selectFrom('claim').selectAll().where('report', '=', PARAMETER).orderBy('position'),
);

/** The whole record of a report as it was loaded, cells in their order; undefined when there is no such report. */
export function getExtraction(store: Store, reportId: number): Extraction | undefined {
  return explaining(store.file, () => {
    const row = getRow(store, findReport, reportId);
    if (!row) return undefined;
    return {
      ...restoreReport(row),
      checks: unpackChecks(store, row.checks),
      cells: getCells(store, reportId),
      claims: getClaims(store, reportId),
      findings: getFindings(store, reportId),
      sha256: Buffer.from(row.sha256).toString('hex'),
    };
  });
}

function getCells(store: Store, reportId: number): Cell[] {
  const encoded = getRow(store, placesOf, reportId);
  if (!encoded) return [];
  const { nameOf } = variableBook(store);
  const paths = encoded.paths === null ? [] : (JSON.parse(encoded.paths) as string[]);
  const { variables, sources } = decodePlaces({ paths, block: encoded.block });
  const rows = new Map(getRows(store, cellsOf, reportId).map((row) => [row.variable, row]));
  return variables.map((variable, index) => {
    const row = rows.get(variable) ?? missingCell(store, reportId);
    const { value, imputed } = row;
    const { status, raw } = restoreText(row, value);
    const cell = { variable: nameOf(variable), value, raw, status, source: sources[index] ?? null };
    return imputed === null ? cell : { ...cell, imputed };
  });
}

function getClaims(store: Store, reportId: number): Claim[] {
  const { nameOf } = variableBook(store);
  return getRows(store, claimsOf, reportId).map((row) => ({
    variable: nameOf(row.variable),
    value: row.value,
    text: row.text,
    start: row.start_char,
    end: row.end_char,
    scope: row.scope as Claim['scope'],
  }));
}

function missingCell(store: Store, reportId: number): never {
  throw new StoreError('corrupt', store.file, `has lost a cell of report ${reportId}`);
}
