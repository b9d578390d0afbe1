import type { Store } from '../store.ts';
import { inTime, withinBudget } from './budget.ts';
import {
  countWithin,
  entryConditions,
  looksWithin,
  type Matched,
  missesOf,
  testsOf,
} from './matching-buckets.ts';
import { type Bucket, queueCube } from './queue-cube.ts';
import { BUCKET_FACETS, type BucketFacet, type Facet, type QueueFilter } from './queue-filter.ts';
import { readSnapshot } from './read-snapshot.ts';
import { selectRaw } from './select-raw.ts';

/** How many findings each value has, the most first. undefined: not counted in time. */
export type FacetCount = readonly (readonly [value: string, count: number])[] | undefined;
export type FacetCounts = Readonly<Record<Facet, FacetCount>>;

/** For each of the counts that look at single findings. */
const BUDGET_MS = 150;

/**
 * How many findings there are of each value of each facet, with all of the filter but the facet's own part. What would
 * take longer than its time is left out and said to be: the list does not wait for it.
 */
export function countFacets(store: Store, filter: QueueFilter, budgetMs = BUDGET_MS): FacetCounts {
  const { place, ...anywhere } = filter;
  const { assignee, ...ofAnyone } = filter;
  return readSnapshot(store, () => {
    const counted = withinBudget(store, budgetMs, () => tally(store, filter));
    const provinces = place ? withinBudget(store, budgetMs, () => tally(store, anywhere)) : counted;
    return {
      ...Object.fromEntries(BUCKET_FACETS.map((facet) => [facet, counted?.[facet]])),
      province: provinces?.province,
      assignee: withinBudget(store, budgetMs, () => countAssigned(store, ofAnyone)),
      below: withinBudget(store, budgetMs, () => countBelow(store, filter)),
    } as FacetCounts;
  });
}

/** The facets of the buckets; `province` under a place says no more than that place. */
function tally(store: Store, filter: QueueFilter): Record<BucketFacet, FacetCount> {
  const counts = BUCKET_FACETS.map((facet) => [facet, new Map<string | number, number>()] as const);
  const tests = testsOf(filter);
  for (const { bucket, count } of nearlyMatching(store, filter)) {
    const [only] = missesOf(bucket, tests);
    for (const [facet, map] of counts) {
      if (only === undefined || only === facet) map.set(bucket[facet], (map.get(bucket[facet]) ?? 0) + count);
    }
  }
  return Object.fromEntries(counts.map(([facet, map]) => [facet, mostFirst(map)])) as Record<
    BucketFacet,
    FacetCount
  >;
}

const mostFirst = (counts: ReadonlyMap<string | number, number>): FacetCount =>
  [...counts]
    .map(([value, count]) => [String(value), count] as const)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** The buckets that at most one facet's filter keeps out, and that one not the place's. */
function nearlyMatching(store: Store, filter: QueueFilter): readonly Matched[] {
  const tests = testsOf(filter);
  const near: Bucket[] = [];
  for (const bucket of queueCube(store).values()) {
    if (bucket.findings === 0) continue;
    const misses = missesOf(bucket, tests);
    if (misses.length === 0 || (misses.length === 1 && misses[0] !== 'province')) near.push(bucket);
  }
  if (looksWithin(filter)) return countWithin(store, near, filter);
  return near.map((bucket) => ({ bucket, count: bucket.findings }));
}

function matchingIds(store: Store, filter: QueueFilter): string {
  const tests = testsOf(filter);
  const buckets = [...queueCube(store).values()].filter(
    (bucket) => bucket.findings > 0 && missesOf(bucket, tests).length === 0,
  );
  return JSON.stringify(buckets.map(({ id }) => id));
}

function countAssigned(store: Store, filter: QueueFilter): FacetCount {
  const { sql, parameters } = entryConditions(filter);
  return selectRaw<[string, number]>(
    store,
    `SELECT s.assignee, count(*) FROM review_state s CROSS JOIN finding f ON f.key = s.finding_key
      CROSS JOIN queue_entry q ON q.finding = f.id
      WHERE s.assignee IS NOT NULL AND q.bucket IN (SELECT value FROM json_each(?))${sql} AND ${inTime('q.finding')}
      GROUP BY 1 ORDER BY 2 DESC, 1`,
    matchingIds(store, filter),
    ...parameters,
  );
}

/** Digits of the code of the level below: of a province its prefectures, of those their counties. */
const DIGITS_BELOW: Readonly<Record<number, number>> = { 2: 4, 4: 6 };

function countBelow(store: Store, filter: QueueFilter): FacetCount {
  const digits = DIGITS_BELOW[filter.place?.length ?? 0];
  if (digits === undefined) return [];
  const { sql, parameters } = entryConditions(filter);
  return selectRaw<[string, number]>(
    store,
    `SELECT substr(q.division, 1, ${digits}), count(*) FROM json_each(?) b CROSS JOIN queue_entry q
      WHERE q.bucket = b.value${sql} AND ${inTime('q.finding')} GROUP BY 1 ORDER BY 2 DESC, 1`,
    matchingIds(store, filter),
    ...parameters,
  );
}
