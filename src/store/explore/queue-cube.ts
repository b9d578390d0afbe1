import type { Outcome, Severity } from '../../model/status.ts';
import type { ReviewStatus } from '../../review/status.ts';
import { getRow, type Prepared, statementOf } from '../run.ts';
import type { Store } from '../store.ts';

/** Findings in force that are alike in all of this. */
export interface Bucket {
  readonly id: number;
  /** First two digits of the division; empty: not known. */
  readonly province: string;
  readonly year: number;
  readonly form: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly status: ReviewStatus;
  findings: number;
}

interface Cube {
  readonly buckets: Map<number, Bucket>;
  version: string;
}

const cubes = new WeakMap<Store, Cube>();
const dataVersion: Prepared<{ data_version: number }> = { sql: 'PRAGMA data_version' };
const ownChanges: Prepared<{ changes: number }> = { sql: 'SELECT total_changes() AS changes' };
const everyCount: Prepared<unknown> = { sql: 'SELECT id, findings FROM queue_bucket ORDER BY id' };
const bucketsAfter: Prepared<Bucket> = { sql: 'SELECT * FROM queue_bucket WHERE id > ? ORDER BY id' };

/** Changes whenever anyone has written to the database. */
export const versionOf = (store: Store): string =>
  `${getRow(store, dataVersion)?.data_version} ${getRow(store, ownChanges)?.changes}`;

/**
 * The buckets of the queue, kept from one call to the next. What a bucket stands for never changes, so that after a
 * write only the counts are read again: some ten thousand numbers.
 */
export function queueCube(store: Store): ReadonlyMap<number, Bucket> {
  const cube = cubes.get(store) ?? { buckets: new Map<number, Bucket>(), version: '' };
  cubes.set(store, cube);
  const version = versionOf(store);
  if (cube.version === version) return cube.buckets;
  let last = 0;
  for (const [id, findings] of statementOf(store, everyCount).raw().all() as [number, number][]) {
    const bucket = cube.buckets.get(id);
    if (!bucket) break;
    bucket.findings = findings;
    last = id;
  }
  for (const bucket of statementOf(store, bucketsAfter).all(last) as Bucket[]) {
    cube.buckets.set(bucket.id, bucket);
  }
  cube.version = version;
  return cube.buckets;
}
