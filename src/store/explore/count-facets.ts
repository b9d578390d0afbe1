import type { Store } from '../store.ts';
import { inTime, withinBudget } from './budget.ts';
import {
  countBuckets,
  entryConditions,
  idsOf,
  looksWithin,
  matchingBuckets,
  onlyMiss,
  testsOf,
} from './matching-buckets.ts';
import { queueCube } from './queue-cube.ts';
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
  const cube = queueCube(store);
  const tests = testsOf(cube, filter);
  const misses = cube.findings.map((findings, at) => (findings > 0 ? onlyMiss(cube, at, tests) : null));
  // Also those that one facet alone keeps out, for its own counts; the place is looked within.
  const near: number[] = [];
  misses.forEach((only, at) => {
    if (only !== null && (only !== 'province' || !looksWithin(filter))) near.push(at);
  });
  const found = countBuckets(store, near, filter);
  const facets = BUCKET_FACETS.map((facet) => {
    const counts = new Int32Array(cube.values[facet].length);
    const codes = cube.codes[facet];
    for (const at of near) {
      const only = misses[at];
      const code = codes[at] ?? 0;
      if (only === undefined || only === facet) counts[code] = (counts[code] ?? 0) + (found[at] ?? 0);
    }
    return { facet, counts };
  });
  return Object.fromEntries(
    facets.map(({ facet, counts }) => [facet, mostFirst(cube.values[facet], counts)]),
  ) as Record<BucketFacet, FacetCount>;
}

const mostFirst = (values: readonly string[], counts: Int32Array): FacetCount =>
  values
    .map((value, code) => [value, counts[code] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

const matchingIds = (store: Store, filter: QueueFilter): string =>
  idsOf(queueCube(store), matchingBuckets(store, filter));

function countAssigned(store: Store, filter: QueueFilter): FacetCount {
  const { sql, parameters } = entryConditions(filter);
  return selectRaw<[string, number]>(
    store,
    `SELECT s.assignee, count(*) FROM review_state s CROSS JOIN finding f ON f.key = s.finding_key
      CROSS JOIN queue_entry q ON q.finding = f.id
      WHERE s.assignee IS NOT NULL AND q.bucket IN (SELECT value FROM json_each(?)) AND ${inTime('q.finding')}${sql}
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
      WHERE q.bucket = b.value AND ${inTime('q.finding')}${sql} GROUP BY 1 ORDER BY 2 DESC, 1`,
    matchingIds(store, filter),
    ...parameters,
  );
}
