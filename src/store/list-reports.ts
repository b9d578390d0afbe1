import { type SelectQueryBuilder, sql } from 'kysely';
import type { Severity } from '../model/status.ts';
import { build } from './build.ts';
import { type Filters, type Listed, type Page, pageOf, prefixRange } from './filters.ts';
import { selectRows } from './run.ts';
import type { ReportRow, ReportsView, Schema } from './schema.ts';
import type { Store } from './store.ts';

export interface ReportFilters extends Filters, Page {
  /** Only the version in force of each report. */
  readonly current?: boolean;
}

/** A report and how many findings it has of each severity. */
export interface ReportSummary extends Omit<ReportsView, 'current'> {
  readonly current: boolean;
  readonly findings: Readonly<Record<Severity, number>>;
}

type Base = SelectQueryBuilder<Schema & { r: ReportRow }, 'r', object>;

/** Reports by year (newest first), division and agency. */
export function listReports(store: Store, filters: ReportFilters = {}): Listed<ReportSummary> {
  const { limit, offset } = pageOf(filters);
  const base = narrow(build.selectFrom('report as r') as Base, filters);
  const [count] = selectRows(
    store,
    base.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  const ids = base
    .select('r.id')
    .orderBy('r.year', 'desc')
    .orderBy('r.division')
    .orderBy('r.agency')
    .orderBy('r.id');
  const rows = selectRows(store, summaries(ids.limit(limit).offset(offset)));
  return { rows: rows.map(summarise), total: count?.total ?? 0 };
}

/** The page is cut first, on the indexed table: only its rows are joined and counted. */
function summaries(ids: SelectQueryBuilder<Schema & { r: ReportRow }, 'r', { id: number }>) {
  return build
    .selectFrom('reports')
    .selectAll()
    .select([countOf('error'), countOf('warning'), countOf('question'), countOf('info')])
    .where('report_id', 'in', ids)
    .orderBy('year', 'desc')
    .orderBy('division')
    .orderBy('agency')
    .orderBy('report_id');
}

function countOf<Name extends Severity>(severity: Name) {
  const count = sql<number>`(SELECT count(*) FROM finding WHERE report = report_id AND withdrawn = 0 AND severity = ${severity})`;
  return count.as(`${severity}_count` as const);
}

function narrow(query: Base, { division, year, form, rule, severity, current }: ReportFilters): Base {
  let narrowed = query;
  if (division !== undefined) {
    const [from, before] = prefixRange(division);
    narrowed = narrowed.where('r.division', '>=', from).where('r.division', '<', before);
  }
  if (year !== undefined) narrowed = narrowed.where('r.year', '=', year);
  if (form !== undefined) narrowed = narrowed.where('r.form', '=', form);
  if (current !== undefined) narrowed = narrowed.where('r.current', '=', current ? 1 : 0);
  if (rule === undefined && severity === undefined) return narrowed;
  return narrowed.where(({ exists, selectFrom }) => {
    let found = selectFrom('finding as f')
      .select('f.id')
      .whereRef('f.report', '=', 'r.id')
      .where('f.withdrawn', '=', 0);
    if (rule !== undefined) found = found.where('f.rule', '=', rule);
    if (severity !== undefined) found = found.where('f.severity', '=', severity);
    return exists(found);
  });
}

type SummaryRow = ReportsView & Record<`${Severity}_count`, number>;

function summarise({
  error_count,
  warning_count,
  question_count,
  info_count,
  current,
  ...row
}: SummaryRow): ReportSummary {
  const findings = { error: error_count, warning: warning_count, question: question_count, info: info_count };
  return { ...row, current: current === 1, findings };
}
