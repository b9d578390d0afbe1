import type { SelectQueryBuilder } from 'kysely';
import type { Finding } from '../model/finding.ts';
import { build } from './build.ts';
import { type Filters, type Listed, type Page, pageOf, prefixRange } from './filters.ts';
import { restoreFinding } from './get-findings.ts';
import { selectRows } from './run.ts';
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

type Base = SelectQueryBuilder<Schema & { f: FindingRow; r: ReportRow }, 'f' | 'r', object>;

/** Findings report by report, each in the order of the rules; without those withdrawn. */
export function listFindings(store: Store, filters: FindingFilters = {}): Listed<ListedFinding> {
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
  return { rows: rows.map((row) => describeFinding(book, row)), total: count?.total ?? 0 };
}

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
