import type { ReviewStatus } from '../../review/status.ts';
import type { ListedFinding } from '../list-findings.ts';
import type { Store } from '../store.ts';
import { getListedFindings } from './get-listed-findings.ts';
import { entryConditions, looksWithin, type Matched, matchingBuckets } from './matching-buckets.ts';
import { queueCube } from './queue-cube.ts';
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

export interface QueuedFinding extends ListedFinding {
  readonly status: ReviewStatus;
  readonly assignee: string | null;
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

function findEntries(store: Store, filter: QueueFilter, page: QueuePage) {
  const matched = matchingBuckets(store, filter).toSorted(inOrder(page.sort));
  const total = matched.reduce((sum, { count }) => sum + count, 0);
  const find = page.after === undefined ? skip : follow;
  return { entries: find(store, matched, filter, page), total };
}

function inOrder(sort: QueueSort = 'severity'): (a: Matched, b: Matched) => number {
  const compare = compareBuckets(sort);
  return (a, b) => compare(a.bucket, b.bucket);
}

function skip(store: Store, matched: readonly Matched[], filter: QueueFilter, page: QueuePage): Entry[] {
  let offset = page.offset ?? 0;
  const entries: Entry[] = [];
  for (const one of matched) {
    if (entries.length >= page.limit) break;
    if (offset >= one.count) offset -= one.count;
    else {
      entries.push(...entriesOf(store, one, filter, { limit: page.limit - entries.length, offset }));
      offset = 0;
    }
  }
  return entries;
}

/** Behind a cursor: the rest of its bucket, then the buckets behind that one. */
function follow(store: Store, matched: readonly Matched[], filter: QueueFilter, page: QueuePage): Entry[] {
  const cursor = readCursor(page.after ?? '');
  const own = queueCube(store).get(cursor.bucket);
  if (!own) return skip(store, matched, filter, { ...page, offset: 0 });
  const compare = compareBuckets(page.sort ?? 'severity');
  const entries: Entry[] = [];
  for (const one of matched) {
    if (entries.length >= page.limit) break;
    const order = compare(one.bucket, own);
    if (order < 0) continue;
    const limit = page.limit - entries.length;
    entries.push(...entriesOf(store, one, filter, { limit, offset: 0, ...(order === 0 ? { cursor } : {}) }));
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

function entriesOf(store: Store, { bucket }: Matched, filter: QueueFilter, part: Part): Entry[] {
  const { sql, parameters } = looksWithin(filter) ? entryConditions(filter) : { sql: '', parameters: [] };
  const behind = part.cursor ? ' AND (q.division, q.finding) > (?, ?)' : '';
  const rows = selectRaw<[number, string]>(
    store,
    `SELECT q.finding, q.division FROM queue_entry q WHERE q.bucket = ?${sql}${behind}
      ORDER BY q.division, q.finding LIMIT ? OFFSET ?`,
    bucket.id,
    ...parameters,
    ...(part.cursor ? [part.cursor.division, part.cursor.finding] : []),
    part.limit,
    part.offset,
  );
  return rows.map(([finding, division]) => {
    return { finding, status: bucket.status, cursor: writeCursor({ bucket: bucket.id, finding, division }) };
  });
}
