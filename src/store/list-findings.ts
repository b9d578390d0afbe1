import type { SelectQueryBuilder } from 'kysely';
import type { Finding } from '../model/finding.ts';
import { isVerdict } from '../review/reasons.ts';
import type { Verdict } from '../review/status.ts';
import { build } from './build.ts';
import { type Filters, type Listed, type Page, pageOf, prefixRange } from './filters.ts';
import { restoreFinding } from './get-findings.ts';
import { getRows, prepare, selectRows } from './run.ts';
import type { FindingRow, ReportRow, Schema } from './schema.ts';
import type { Store } from './store.ts';
import { type VariableBook, variableBook } from './variable-book.ts';

export interface FindingFilters extends Filters, Page {
  readonly reportId?: number;
}

/** A finding with its identity and the report it is about. */
export interface ListedFinding
  extends Finding,
    Pick<ReportRow, 'division' | 'place' | 'agency' | 'year' | 'form'> {
  readonly id: number;
  readonly key: string;
  readonly signature: string;
  readonly reportId: number;
}

/** What people said of a finding. */
export interface ReviewedFinding extends ListedFinding {
  /** In force; null: nobody has decided, or its numbers are others since. */
  readonly verdict: Verdict | null;
  /** A number that it speaks of is corrected. */
  readonly corrected: boolean;
}

type Base = SelectQueryBuilder<Schema & { f: FindingRow; r: ReportRow }, 'f' | 'r', object>;

/** Findings report by report, each in the order of the rules; without those withdrawn. */
export function listFindings(store: Store, filters: FindingFilters = {}): Listed<ReviewedFinding> {
  const { limit, offset } = pageOf(filters);
  const joined = build.selectFrom('finding as f').innerJoin('report as r', 'r.id', 'f.report') as Base;
  const base = narrow(joined.where('f.withdrawn', '=', 0), filters);
  const [count] = selectRows(
    store,
    base.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  const rows = selectRows(
    store,
    base
      .selectAll('f')
      .select(['r.division', 'r.place', 'r.agency', 'r.year', 'r.form'])
      .orderBy('f.report')
      .orderBy('f.position')
      .limit(limit)
      .offset(offset),
  );
  const book = variableBook(store);
  const corrected = correctedCells(store, book);
  const described = rows.map((row): ReviewedFinding => {
    const finding = describeFinding(book, row);
    return {
      ...finding,
      verdict: isVerdict(row.review_status) ? row.review_status : null,
      corrected: finding.variables.some((name) => corrected.has(cellKey(finding.reportId, name))),
    };
  });
  return { rows: described, total: count?.total ?? 0 };
}

const corrections = prepare(build.selectFrom('correction').select(['report', 'variable']));
const correctedCells = (store: Store, { nameOf }: VariableBook): Set<string> =>
  new Set(getRows(store, corrections).map(({ report, variable }) => cellKey(report, nameOf(variable))));
const cellKey = (report: number, variable: string): string => `${report} ${variable}`;

function narrow(query: Base, { division, year, form, rule, severity, reportId }: FindingFilters): Base {
  let narrowed = query;
  if (division !== undefined) {
    const [from, before] = prefixRange(division);
    narrowed = narrowed.where('r.division', '>=', from).where('r.division', '<', before);
  }
  if (year !== undefined) narrowed = narrowed.where('r.year', '=', year);
  if (form !== undefined) narrowed = narrowed.where('r.form', '=', form);
  if (rule !== undefined) narrowed = narrowed.where('f.rule', '=', rule);
  if (severity !== undefined) narrowed = narrowed.where('f.severity', '=', severity);
  return reportId === undefined ? narrowed : narrowed.where('f.report', '=', reportId);
}

type Row = FindingRow & Pick<ReportRow, 'division' | 'place' | 'agency' | 'year' | 'form'>;

export function describeFinding(book: VariableBook, row: Row): ListedFinding {
  const { id, key, signature, report, division, place, agency, year, form } = row;
  return {
    id,
    key,
    signature,
    reportId: report,
    ...restoreFinding(book, row),
    division,
    place,
    agency,
    year,
    form,
  };
}
