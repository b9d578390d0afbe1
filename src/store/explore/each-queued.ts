import type { Store } from '../store.ts';
import { findQueue, type QueuedFinding } from './find-queue.ts';
import type { QueueFilter } from './queue-filter.ts';
import type { QueueSort } from './queue-order.ts';

const READ_AT_ONCE = 200;

/** Every finding that a filter leaves, in order, read some at a time: for lists too long to be held. */
export function* eachQueued(store: Store, filter: QueueFilter, sort?: QueueSort): Generator<QueuedFinding> {
  const page = { limit: READ_AT_ONCE, ...(sort ? { sort } : {}) };
  for (let after: string | undefined; ; ) {
    const { rows } = findQueue(store, filter, { ...page, ...(after === undefined ? {} : { after }) });
    yield* rows;
    after = rows.at(-1)?.cursor;
    if (rows.length < READ_AT_ONCE || after === undefined) return;
  }
}
