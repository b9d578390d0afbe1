import type { ReviewStatus } from '../../review/status.ts';
import type { Store } from '../store.ts';
import { type AssignedFinding, getListedFindings } from './get-listed-findings.ts';
import { countBuckets, entryConditions, matchingBuckets } from './matching-buckets.ts';
import { inOrder, queueCube } from './queue-cube.ts';
import type { QueueFilter } from './queue-filter.ts';
import { compareBuckets, type QueueSort } from './queue-order.ts';
import { readSnapshot } from './read-snapshot.ts';
import { selectRaw } from './select-raw.ts';

export interface QueuePage {
  readonly sort?: QueueSort;
  readonly limit: number;
  readonly offset?: number;
  /** `cursor` of a finding: the page begins with the one behind it, wherever that one is now. Wins over offset. */
  readonly after?: string;
}

export interface QueuedFinding extends AssignedFinding {
  readonly status: ReviewStatus;
  /** Its place in the queue when it was listed. */
  readonly cursor: string;
}

export interface Queue {
  readonly rows: readonly QueuedFinding[];
  /** How many findings the filter leaves: counted, never estimated. */
  readonly total: number;
}

interface Entry {
  readonly finding: number;
  readonly cursor: string;
  readonly status: ReviewStatus;
}

/** A page of the queue of findings in force, and how many there are in all. */
export function findQueue(store: Store, filter: QueueFilter, page: QueuePage): Queue {
  return readSnapshot(store, () => {
    const { entries, total } = findEntries(store, filter, page);
    const found = getListedFindings(
      store,
      entries.map(({ finding }) => finding),
    );
    const rows = entries.flatMap(({ finding, cursor, status }) => {
      const row = found.get(finding);
      return row ? [{ ...row, status, cursor }] : [];
    });
    return { rows, total };
  });
}

/** The ids of the findings that a filter leaves, in the order of the queue, as far as `limit`. */
export const queueIds = (store: Store, filter: QueueFilter, limit: number): readonly number[] =>
  readSnapshot(store, () => findEntries(store, filter, { limit }).entries.map(({ finding }) => finding));

/** A bucket, by its index, and how many of its findings the filter leaves. */
type Matched = readonly [at: number, count: number];

function findEntries(store: Store, filter: QueueFilter, page: QueuePage) {
  const matching = matchingBuckets(store, filter);
  const counts = countBuckets(store, matching, filter);
  const matched: Matched[] = [];
  let total = 0;
  for (const at of inOrder(store, page.sort ?? 'severity')) {
    const count = counts[at] ?? 0;
    if (count === 0) continue;
    matched.push([at, count]);
    total += count;
  }
  const find = page.after === undefined ? skip : follow;
  return { entries: find(store, matched, filter, page), total };
}

function skip(store: Store, matched: readonly Matched[], filter: QueueFilter, page: QueuePage): Entry[] {
  let offset = page.offset ?? 0;
  const entries: Entry[] = [];
  for (const [at, count] of matched) {
    if (entries.length >= page.limit) break;
    if (offset >= count) offset -= count;
    else {
      entries.push(...entriesOf(store, at, filter, { limit: page.limit - entries.length, offset }));
      offset = 0;
    }
  }
  return entries;
}

/** Behind a cursor: the rest of its bucket, then the buckets behind that one. */
function follow(store: Store, matched: readonly Matched[], filter: QueueFilter, page: QueuePage): Entry[] {
  const cursor = readCursor(page.after ?? '');
  const cube = queueCube(store);
  const own = cube.ids.indexOf(cursor.bucket);
  if (own < 0) return skip(store, matched, filter, { ...page, offset: 0 });
  const compare = compareBuckets(cube, page.sort ?? 'severity');
  const entries: Entry[] = [];
  for (const [at] of matched) {
    if (entries.length >= page.limit) break;
    const order = compare(at, own);
    if (order < 0) continue;
    const limit = page.limit - entries.length;
    entries.push(...entriesOf(store, at, filter, { limit, offset: 0, ...(order === 0 ? { cursor } : {}) }));
  }
  return entries;
}

export interface Cursor {
  readonly bucket: number;
  readonly finding: number;
  readonly division: string;
}

export const writeCursor = ({ bucket, finding, division }: Cursor): string =>
  `${bucket}.${finding}.${division}`;
function readCursor(text: string): Cursor {
  const [bucket, finding, division = ''] = text.split('.');
  return { bucket: Number(bucket), finding: Number(finding), division };
}

interface Part {
  readonly limit: number;
  readonly offset: number;
  readonly cursor?: Cursor;
}

function entriesOf(store: Store, at: number, filter: QueueFilter, { limit, offset, cursor }: Part): Entry[] {
  const { ids, codes, values } = queueCube(store);
  const bucket = ids[at] ?? 0;
  const status = values.status[codes.status[at] ?? 0] as ReviewStatus;
  const { sql, parameters } = entryConditions(filter);
  const rows = selectRaw<[number, string]>(
    store,
    `SELECT q.finding, q.division FROM queue_entry q WHERE q.bucket = ?${sql}
      ${cursor ? 'AND (q.division, q.finding) > (?, ?)' : ''} ORDER BY q.division, q.finding LIMIT ? OFFSET ?`,
    ...[bucket, ...parameters, ...(cursor ? [cursor.division, cursor.finding] : []), limit, offset],
  );
  return rows.map(([finding, division]) => {
    return { finding, status, cursor: writeCursor({ bucket, finding, division }) };
  });
}
