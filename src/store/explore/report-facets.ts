import type { Store } from '../store.ts';
import { inTime, withinBudget } from './budget.ts';
import { readSnapshot } from './read-snapshot.ts';
import { remember } from './remember.ts';
import { reportConditions } from './report-conditions.ts';
import { REPORT_COLUMNS, REPORT_FACETS, type ReportFacet, type ReportFilter } from './report-filter.ts';
import { selectRaw } from './select-raw.ts';

export type ReportCounts = Readonly<
  Record<ReportFacet | 'below', readonly (readonly [value: string, count: number])[] | undefined>
>;

type BucketRow = readonly [
  province: string,
  year: number,
  form: string,
  level: string,
  checks: string,
  reports: number,
];
const BUDGET_MS = 150;

/** How many reports there are of each value, with all of the filter but the facet's own part. undefined: not counted in time. */
export function countReportFacets(store: Store, filter: ReportFilter, budgetMs = BUDGET_MS): ReportCounts {
  return readSnapshot(store, () => {
    const rows = withinBudget(store, budgetMs, () => readBuckets(store, filter));
    // Of a narrower place the provinces are those that would be there without it.
    const anywhere = isNarrow(filter)
      ? withinBudget(store, budgetMs, () => readBuckets(store, without(filter)))
      : rows;
    return {
      ...Object.fromEntries(REPORT_FACETS.map((facet) => [facet, rows && countFacet(rows, filter, facet)])),
      province: anywhere && countFacet(anywhere, filter, 'province'),
      below: withinBudget(store, budgetMs, () => countBelow(store, filter)),
    } as ReportCounts;
  });
}

/** How many reports a filter leaves. */
export const countReports = (store: Store, filter: ReportFilter): number =>
  sum(readBuckets(store, filter).filter((row) => matches(row, filter)));

const sum = (rows: readonly BucketRow[]): number => rows.reduce((all, row) => all + row[5], 0);

const isNarrow = ({ place = '' }: ReportFilter): boolean => place !== '' && place.length !== 2;
const without = ({ place: _, ...rest }: ReportFilter): ReportFilter => rest;

/** Reports alike in all facets, with their number: counted already, unless single reports have to be looked at. */
function readBuckets(store: Store, filter: ReportFilter): readonly BucketRow[] {
  const { versions = false, agency, place } = filter;
  const asked = { versions, agency, place: isNarrow(filter) ? place : undefined };
  return remember(store, 'buckets of reports', asked, () => readAnew(store, filter));
}

function readAnew(store: Store, filter: ReportFilter): readonly BucketRow[] {
  const { versions = false, agency } = filter;
  if (!isNarrow(filter) && !agency)
    return selectRaw<BucketRow>(
      store,
      `SELECT province, year, form, level, checks, sum(reports) FROM report_bucket WHERE current >= ? AND reports > 0
        GROUP BY province, year, form, level, checks`,
      versions ? 0 : 1,
    );
  const { sql, parameters } = reportConditions({
    ...(isNarrow(filter) && filter.place ? { place: filter.place } : {}),
    ...(agency ? { agency } : {}),
    versions,
  });
  const { province, year, form, level, checks } = REPORT_COLUMNS;
  return selectRaw<BucketRow>(
    store,
    `SELECT ${province}, ${year}, ${form}, ${level}, ${checks}, count(*) FROM report r
      WHERE ${inTime('r.id')} AND ${sql} GROUP BY 1, 2, 3, 4, 5`,
    ...parameters,
  );
}

const AT: Readonly<Record<ReportFacet, number>> = { province: 0, year: 1, form: 2, level: 3, checks: 4 };

const matches = (row: BucketRow, filter: ReportFilter, but?: ReportFacet): boolean =>
  REPORT_FACETS.every((facet) => {
    if (facet === but) return true;
    if (facet === 'province') return !filter.place || row[0].startsWith(filter.place.slice(0, 2));
    const wanted: readonly unknown[] = filter[facet] ?? [];
    return wanted.length === 0 || wanted.includes(row[AT[facet]]);
  });

function countFacet(
  rows: readonly BucketRow[],
  filter: ReportFilter,
  facet: ReportFacet,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!matches(row, filter, facet)) continue;
    const value = String(row[AT[facet]]);
    counts.set(value, (counts.get(value) ?? 0) + row[5]);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Digits of the code of the level below: of a province its prefectures, of those their counties. */
const DIGITS_BELOW: Readonly<Record<number, number>> = { 2: 4, 4: 6 };

function countBelow(store: Store, filter: ReportFilter): [string, number][] {
  const digits = DIGITS_BELOW[filter.place?.length ?? 0];
  if (digits === undefined) return [];
  const { sql, parameters } = reportConditions(filter);
  return selectRaw<[string, number]>(
    store,
    `SELECT substr(r.division, 1, ${digits}), count(*) FROM report r WHERE ${inTime('r.id')} AND ${sql} GROUP BY 1 ORDER BY 2 DESC, 1`,
    ...parameters,
  );
}
