import type { Store } from '../store.ts';
import { inTime, withinBudget } from './budget.ts';
import { readSnapshot } from './read-snapshot.ts';
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
    const facets = looksWithin(filter)
      ? REPORT_FACETS.map((facet) => [facet, countWithin(store, filter, facet, budgetMs)] as const)
      : countBuckets(store, filter);
    const below = withinBudget(store, budgetMs, () => countBelow(store, filter));
    return { ...Object.fromEntries(facets), below } as ReportCounts;
  });
}

/** How many reports a filter leaves. */
export function countReports(store: Store, filter: ReportFilter): number {
  if (!looksWithin(filter))
    return readBuckets(store, filter)
      .filter((row) => missesOf(row, filter).length === 0)
      .reduce((sum, row) => sum + row[5], 0);
  const { sql, parameters } = reportConditions(filter);
  return selectRaw<[number]>(store, `SELECT count(*) FROM report r WHERE ${sql}`, ...parameters)[0]?.[0] ?? 0;
}

/** True when single reports have to be looked at. */
const looksWithin = ({ place = '', agency = '' }: ReportFilter): boolean =>
  agency !== '' || (place !== '' && place.length !== 2);

const readBuckets = (store: Store, { versions = false }: ReportFilter): BucketRow[] =>
  selectRaw<BucketRow>(
    store,
    `SELECT province, year, form, level, checks, sum(reports) FROM report_bucket WHERE current >= ? AND reports > 0
      GROUP BY province, year, form, level, checks`,
    versions ? 0 : 1,
  );

const AT: Readonly<Record<ReportFacet, number>> = { province: 0, year: 1, form: 2, level: 3, checks: 4 };

function missesOf(row: BucketRow, filter: ReportFilter): ReportFacet[] {
  return REPORT_FACETS.filter((facet) => {
    const wanted: readonly unknown[] =
      facet === 'province' ? (filter.place ? [filter.place] : []) : (filter[facet] ?? []);
    return wanted.length > 0 && !wanted.includes(row[AT[facet]]);
  });
}

function countBuckets(store: Store, filter: ReportFilter) {
  const counts = REPORT_FACETS.map((facet) => [facet, new Map<string, number>()] as const);
  for (const row of readBuckets(store, filter)) {
    const misses = missesOf(row, filter);
    if (misses.length > 1) continue;
    for (const [facet, map] of counts) {
      if (misses.length === 1 && misses[0] !== facet) continue;
      const value = String(row[AT[facet]]);
      map.set(value, (map.get(value) ?? 0) + row[5]);
    }
  }
  return counts.map(
    ([facet, map]) => [facet, [...map].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))] as const,
  );
}

function countWithin(store: Store, filter: ReportFilter, facet: ReportFacet, budgetMs: number) {
  const { sql, parameters } = reportConditions(filter, facet);
  return withinBudget(store, budgetMs, () =>
    selectRaw<[string, number]>(
      store,
      `SELECT ${REPORT_COLUMNS[facet]} || '', count(*) FROM report r WHERE ${sql} AND ${inTime('r.id')} GROUP BY 1 ORDER BY 2 DESC, 1`,
      ...parameters,
    ),
  );
}

/** Digits of the code of the level below: of a province its prefectures, of those their counties. */
const DIGITS_BELOW: Readonly<Record<number, number>> = { 2: 4, 4: 6 };

function countBelow(store: Store, filter: ReportFilter): [string, number][] {
  const digits = DIGITS_BELOW[filter.place?.length ?? 0];
  if (digits === undefined) return [];
  const { sql, parameters } = reportConditions(filter);
  return selectRaw<[string, number]>(
    store,
    `SELECT substr(r.division, 1, ${digits}), count(*) FROM report r WHERE ${sql} AND ${inTime('r.id')} GROUP BY 1 ORDER BY 2 DESC, 1`,
    ...parameters,
  );
}
