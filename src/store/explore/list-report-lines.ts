import type { Store } from '../store.ts';
import { readSnapshot } from './read-snapshot.ts';
import { reportConditions } from './report-conditions.ts';
import { countReports } from './report-facets.ts';
import type { ReportFilter } from './report-filter.ts';
import { selectRaw } from './select-raw.ts';

export const REPORT_SORTS = ['year', 'place', 'failed', 'published'] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

/** A report as lists show it. */
export interface ReportLine {
  readonly id: number;
  readonly division: string | null;
  readonly place: string | null;
  readonly agency: string | null;
  readonly title: string | null;
  readonly level: string | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly form: string | null;
  readonly current: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly notEvaluable: number;
  readonly series: string | null;
  /** Findings by severity, without those withdrawn. */
  readonly findings: Readonly<Record<'error' | 'warning' | 'question' | 'info', number>>;
}

const ORDER: Readonly<Record<ReportSort, string>> = {
  year: 'r.year DESC, r.division, r.agency, r.id',
  place: 'r.division, r.year DESC, r.agency, r.id',
  failed: 'r.failed DESC, r.year DESC, r.division, r.id',
  published: 'r.published DESC, r.division, r.id',
};

/** A page of reports, and how many there are in all. The page is cut on the index; only its rows are read whole. */
export function listReportLines(
  store: Store,
  filter: ReportFilter,
  {
    sort = 'year',
    limit,
    offset = 0,
  }: { readonly sort?: ReportSort; readonly limit: number; readonly offset?: number },
): { readonly rows: readonly ReportLine[]; readonly total: number } {
  return readSnapshot(store, () => {
    const { sql, parameters } = reportConditions(filter);
    const ids = selectRaw<[number]>(
      store,
      `SELECT r.id FROM report r WHERE ${sql} ORDER BY ${ORDER[sort]} LIMIT ? OFFSET ?`,
      ...parameters,
      limit,
      offset,
    ).map(([id]) => id);
    return { rows: readLines(store, ids), total: countReports(store, filter) };
  });
}

type Row = [
  ...[number, string | null, string | null, string | null, string | null, string | null, number | null],
  ...[string | null, string | null, number, number, number, number, string | null, string],
];

/** These reports, in this order. */
export function readLines(store: Store, ids: readonly number[]): ReportLine[] {
  const rows = selectRaw<Row>(
    store,
    `SELECT r.id, r.division, r.place, r.agency, r.title, r.level, r.year, r.published, r.form, r.current, r.passed, r.failed,
      r.not_evaluable, r.series,
      (SELECT json_group_object(severity, n) FROM (SELECT severity, count(*) AS n FROM finding
        WHERE report = r.id AND withdrawn = 0 GROUP BY severity))
    FROM json_each(?) i JOIN report r ON r.id = i.value ORDER BY i.key`,
    JSON.stringify(ids),
  );
  return rows.map(
    ([
      id,
      division,
      place,
      agency,
      title,
      level,
      year,
      published,
      form,
      current,
      passed,
      failed,
      open,
      series,
      counts,
    ]) => ({
      ...{ id, division, place, agency, title, level, year, published, form, current: current === 1 },
      ...{ passed, failed, notEvaluable: open, series },
      findings: { error: 0, warning: 0, question: 0, info: 0, ...(JSON.parse(counts) as object) },
    }),
  );
}

const READ_AT_ONCE = 500;

/** Every report that a filter leaves, for lists too long to be held: which ones is settled at once, so that none is left out or comes twice. */
export function* eachReportLine(
  store: Store,
  filter: ReportFilter,
  sort: ReportSort = 'year',
): Generator<ReportLine> {
  const { sql, parameters } = reportConditions(filter);
  const ids = selectRaw<[number]>(
    store,
    `SELECT r.id FROM report r WHERE ${sql} ORDER BY ${ORDER[sort]}`,
    ...parameters,
  );
  for (let at = 0; at < ids.length; at += READ_AT_ONCE)
    yield* readLines(
      store,
      ids.slice(at, at + READ_AT_ONCE).map(([id]) => id),
    );
}
