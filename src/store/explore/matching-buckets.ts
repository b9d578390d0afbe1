import { prefixRange } from '../filters.ts';
import type { Store } from '../store.ts';
import { inTime } from './budget.ts';
import { type Cube, queueCube } from './queue-cube.ts';
import { BUCKET_FACETS, type BucketFacet, type QueueFilter } from './queue-filter.ts';
import { selectRaw } from './select-raw.ts';

const PROVINCE_DIGITS = 2;

/** For each facet that is narrowed, whether a bucket with this code passes. */
type Tests = readonly { readonly facet: BucketFacet; readonly passes: readonly boolean[] }[];

/** A place is first of all its province. */
export function testsOf({ values }: Cube, filter: QueueFilter): Tests {
  return BUCKET_FACETS.flatMap((facet) => {
    const wanted = facet === 'province' ? provinceTest(filter) : listTest(filter[facet]);
    return wanted ? [{ facet, passes: values[facet].map(wanted) }] : [];
  });
}

function provinceTest({ place }: QueueFilter): ((value: string) => boolean) | undefined {
  if (!place) return undefined;
  const digits = place.slice(0, PROVINCE_DIGITS);
  return (value) => value.startsWith(digits);
}

function listTest(list: readonly (string | number)[] = []): ((value: string) => boolean) | undefined {
  const wanted = new Set(list.map(String));
  return wanted.size === 0 ? undefined : (value) => wanted.has(value);
}

/** The one facet that keeps a bucket out; undefined when none does, null when several do. */
export function onlyMiss({ codes }: Cube, at: number, tests: Tests): BucketFacet | undefined | null {
  let only: BucketFacet | undefined;
  for (const { facet, passes } of tests) {
    if (passes[codes[facet][at] ?? 0]) continue;
    if (only !== undefined) return null;
    only = facet;
  }
  return only;
}

/** Indexes of the buckets that a filter leaves something of, as far as buckets tell, in no order. */
export function matchingBuckets(store: Store, filter: QueueFilter): number[] {
  const cube = queueCube(store);
  const tests = testsOf(cube, filter);
  const matching: number[] = [];
  cube.findings.forEach((findings, at) => {
    if (findings > 0 && onlyMiss(cube, at, tests) === undefined) matching.push(at);
  });
  return matching;
}

/** True when a filter looks at more than the buckets differ in: then single entries have to be counted. */
export const looksWithin = ({ place = '', ...filter }: QueueFilter): boolean =>
  place.length > PROVINCE_DIGITS || looksAtFew(filter);

/** True when single findings are named, which then say their buckets. */
const looksAtFew = ({ assignee, by, report }: QueueFilter): boolean =>
  assignee !== undefined || by !== undefined || report !== undefined;

const ASSIGNED =
  'SELECT f.id FROM review_state s JOIN finding f ON f.key = s.finding_key WHERE s.assignee = ?';

const DECIDED_BY = `SELECT f.id FROM review_state s JOIN review_event e ON e.id = s.decided
  JOIN finding f ON f.key = s.finding_key WHERE e.author = ?`;

/** The conditions of a filter on single entries `q`, with their parameters. */
export function entryConditions({ place = '', assignee, by, report }: QueueFilter): {
  readonly sql: string;
  readonly parameters: readonly unknown[];
} {
  const parts: [sql: string, ...parameters: unknown[]][] = [];
  if (place.length > PROVINCE_DIGITS)
    parts.push(['q.division >= ? AND q.division < ?', ...prefixRange(place)]);
  if (assignee !== undefined) parts.push([`q.finding IN (${ASSIGNED})`, assignee]);
  if (by !== undefined) parts.push([`q.finding IN (${DECIDED_BY})`, by]);
  if (report !== undefined) parts.push(['q.finding IN (SELECT id FROM finding WHERE report = ?)', report]);
  return {
    sql: parts.map(([sql]) => ` AND ${sql}`).join(''),
    parameters: parts.flatMap(([, ...parameters]) => parameters),
  };
}

/** The numbers of buckets in the database, for `json_each`. */
export const idsOf = ({ ids }: Cube, buckets: readonly number[]): string =>
  JSON.stringify(buckets.map((at) => ids[at]));

/** How many findings of each of these buckets a filter leaves, by index; of the others nothing. */
export function countBuckets(store: Store, buckets: readonly number[], filter: QueueFilter): Int32Array {
  const cube = queueCube(store);
  const counts = new Int32Array(cube.ids.length);
  if (!looksWithin(filter)) {
    for (const at of buckets) counts[at] = cube.findings[at] ?? 0;
    return counts;
  }
  const { sql, parameters } = entryConditions(filter);
  // Of a place each bucket is asked for its part, which lies together.
  const few = looksAtFew(filter);
  const from = few
    ? 'queue_entry q WHERE true'
    : 'json_each(?) b CROSS JOIN queue_entry q WHERE q.bucket = b.value';
  const rows = selectRaw<[number, number]>(
    store,
    `SELECT q.bucket, count(*) FROM ${from} AND ${inTime('q.finding')}${sql} GROUP BY q.bucket`,
    ...(few ? [] : [idsOf(cube, buckets)]),
    ...parameters,
  );
  const byId = new Map(rows);
  for (const at of buckets) counts[at] = byId.get(cube.ids[at] ?? 0) ?? 0;
  return counts;
}
