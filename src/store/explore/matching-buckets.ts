import { prefixRange } from '../filters.ts';
import type { Store } from '../store.ts';
import { inTime } from './budget.ts';
import { type Bucket, queueCube } from './queue-cube.ts';
import { BUCKET_FACETS, type BucketFacet, type QueueFilter } from './queue-filter.ts';
import { selectRaw } from './select-raw.ts';

/** A bucket of which `count` findings are left by the filter. */
export interface Matched {
  readonly bucket: Bucket;
  readonly count: number;
}

const PROVINCE_DIGITS = 2;
type Tests = Readonly<Partial<Record<BucketFacet, ReadonlySet<string | number>>>>;

/** The lists of a filter as sets; a place is first of all its province. */
export function testsOf(filter: QueueFilter): Tests {
  const tests: Partial<Record<BucketFacet, ReadonlySet<string | number>>> = {};
  for (const facet of BUCKET_FACETS) {
    const wanted = facet === 'province' ? provinceOf(filter) : filter[facet];
    if (wanted && wanted.length > 0) tests[facet] = new Set<string | number>(wanted);
  }
  return tests;
}

const provinceOf = ({ place }: QueueFilter): readonly string[] | undefined =>
  place === undefined || place.length < PROVINCE_DIGITS ? undefined : [place.slice(0, PROVINCE_DIGITS)];

/** Which of its columns keep a bucket from matching. */
export function missesOf(bucket: Bucket, tests: Tests): readonly BucketFacet[] {
  const misses: BucketFacet[] = [];
  for (const facet of BUCKET_FACETS) {
    const test = tests[facet];
    if (test && !test.has(bucket[facet])) misses.push(facet);
  }
  return misses;
}

/** True when a filter looks at more than the buckets differ in: then single entries have to be counted. */
export const looksWithin = ({ place = '', assignee, report }: QueueFilter): boolean =>
  (place !== '' && place.length !== PROVINCE_DIGITS) || assignee !== undefined || report !== undefined;

const ASSIGNED =
  'SELECT f.id FROM review_state s JOIN finding f ON f.key = s.finding_key WHERE s.assignee = ?';

/** The conditions of a filter on single entries `q`, with their parameters. */
export function entryConditions({ place, assignee, report }: QueueFilter): {
  readonly sql: string;
  readonly parameters: readonly unknown[];
} {
  const parts: [sql: string, ...parameters: unknown[]][] = [];
  if (place && place.length !== PROVINCE_DIGITS)
    parts.push(['q.division >= ? AND q.division < ?', ...prefixRange(place)]);
  if (assignee !== undefined) parts.push([`q.finding IN (${ASSIGNED})`, assignee]);
  if (report !== undefined) parts.push(['q.finding IN (SELECT id FROM finding WHERE report = ?)', report]);
  return {
    sql: parts.map(([sql]) => ` AND ${sql}`).join(''),
    parameters: parts.flatMap(([, ...parameters]) => parameters),
  };
}

/**
 * The buckets that a filter leaves something of. Buckets that fail it in the columns of `but` alone are taken too:
 * a facet is counted without its own filter.
 */
export function matchingBuckets(store: Store, filter: QueueFilter): Matched[] {
  const tests = testsOf(filter);
  const whole = [...queueCube(store).values()].filter(
    (bucket) => bucket.findings > 0 && missesOf(bucket, tests).length === 0,
  );
  if (!looksWithin(filter)) return whole.map((bucket) => ({ bucket, count: bucket.findings }));
  return countWithin(store, whole, filter);
}

/** How many findings of each bucket the conditions on single entries leave. */
export function countWithin(store: Store, buckets: readonly Bucket[], filter: QueueFilter): Matched[] {
  const { sql, parameters } = entryConditions(filter);
  const byId = new Map(buckets.map((bucket) => [bucket.id, bucket]));
  // Few findings: they say their buckets. A place: each bucket is asked for its part, which lies together.
  const from =
    filter.assignee !== undefined || filter.report !== undefined
      ? 'queue_entry q WHERE true'
      : 'json_each(?) b CROSS JOIN queue_entry q WHERE q.bucket = b.value';
  const given = from.startsWith('json_each') ? [JSON.stringify([...byId.keys()])] : [];
  const rows = selectRaw<[number, number]>(
    store,
    `SELECT q.bucket, count(*) FROM ${from}${sql} AND ${inTime('q.finding')} GROUP BY q.bucket`,
    ...given,
    ...parameters,
  );
  return rows.flatMap(([id, count]) => {
    const bucket = byId.get(id);
    return bucket ? [{ bucket, count }] : [];
  });
}
