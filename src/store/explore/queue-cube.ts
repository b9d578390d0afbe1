import { getRow, type Prepared, statementOf } from '../run.ts';
import type { Store } from '../store.ts';
import { BUCKET_FACETS, type BucketFacet } from './queue-filter.ts';
import { type OrderedCube, orderOf, type QueueSort } from './queue-order.ts';

/**
 * The buckets of the queue as columns: bucket number `at` has `findings[at]` findings in force that are alike in all
 * facets, and `codes.rule[at]` is the place of its rule in `values.rule`.
 */
export interface Cube extends OrderedCube {
  readonly findings: readonly number[];
}

interface KeptCube extends Cube {
  readonly ids: number[];
  readonly findings: number[];
  readonly codes: Readonly<Record<BucketFacet, number[]>>;
  readonly values: Readonly<Record<BucketFacet, string[]>>;
  readonly codeOf: Readonly<Record<BucketFacet, Map<string, number>>>;
  version: string;
}

const cubes = new WeakMap<Store, KeptCube>();
const dataVersion: Prepared<{ data_version: number }> = { sql: 'PRAGMA data_version' };
const ownChanges: Prepared<{ changes: number }> = { sql: 'SELECT total_changes() AS changes' };
const everyCount: Prepared<unknown> = { sql: 'SELECT findings FROM queue_bucket ORDER BY id' };
const bucketsAfter: Prepared<unknown> = {
  sql: `SELECT id, findings, ${BUCKET_FACETS.join(', ')} FROM queue_bucket WHERE id > ? ORDER BY id`,
};

/** Changes whenever anyone has written to the database. */
export const versionOf = (store: Store): string =>
  `${getRow(store, dataVersion)?.data_version} ${getRow(store, ownChanges)?.changes}`;

/**
 * The buckets, kept from one call to the next. What a bucket stands for never changes and none is ever taken out, so
 * that after a write only the counts are read again: some ten thousand numbers.
 */
export function queueCube(store: Store): Cube {
  const cube = cubes.get(store) ?? emptyCube();
  cubes.set(store, cube);
  const version = versionOf(store);
  if (cube.version === version) return cube;
  const counts = statementOf(store, everyCount).pluck().all() as number[];
  for (let at = 0; at < cube.ids.length; at++) cube.findings[at] = counts[at] ?? 0;
  if (counts.length > cube.ids.length) addNew(store, cube);
  cube.version = version;
  return cube;
}

/** Indexes of the buckets in the order of a list. */
export const inOrder = (store: Store, sort: QueueSort): readonly number[] => orderOf(queueCube(store), sort);

function emptyCube(): KeptCube {
  const each = <T>(make: () => T) =>
    Object.fromEntries(BUCKET_FACETS.map((facet) => [facet, make()])) as Record<BucketFacet, T>;
  return {
    ...{ ids: [], findings: [], version: '', orders: new Map() },
    ...{ codes: each<number[]>(() => []), values: each<string[]>(() => []), codeOf: each(() => new Map()) },
  };
}

function addNew(store: Store, cube: KeptCube): void {
  const rows = statementOf(store, bucketsAfter)
    .raw()
    .all(cube.ids.at(-1) ?? 0) as [id: number, findings: number, ...facets: unknown[]][];
  for (const [id, findings, ...facets] of rows) {
    cube.ids.push(id);
    cube.findings.push(findings);
    BUCKET_FACETS.forEach((facet, column) => {
      cube.codes[facet].push(codeFor(cube, facet, String(facets[column])));
    });
  }
}

function codeFor({ codeOf, values }: KeptCube, facet: BucketFacet, value: string): number {
  const known = codeOf[facet].get(value);
  if (known !== undefined) return known;
  codeOf[facet].set(value, values[facet].length);
  values[facet].push(value);
  return values[facet].length - 1;
}
