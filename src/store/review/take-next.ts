import { type ReviewStatus, TO_DECIDE } from '../../review/status.ts';
import { findQueue, writeCursor } from '../explore/find-queue.ts';
import type { QueueFilter } from '../explore/queue-filter.ts';
import { getRow, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { write } from '../write.ts';
import { isDoubleReviewed } from './double-review.ts';
import { keepLease, leasesOn, releaseLease } from './leases.ts';
import { standingVerdicts } from './settle-finding.ts';

/** Somebody who is looking at findings. */
export interface Reviewer {
  readonly person: string;
  readonly nowMs: number;
  /** Share of findings that are asked of two persons. */
  readonly doubleShare: number;
}

interface Candidate {
  readonly key: string;
  readonly signature: string;
  readonly status: ReviewStatus;
  /** Of the reader. */
  readonly parserVersion: string;
}

/** Findings that are looked at in one go on the way to one that can be had. */
const BATCH = 10;

export interface Next {
  /** null: there is none to be had. */
  readonly id: number | null;
  /** How many of the queue ask for a verdict, those that others have open included. */
  readonly left: number;
}

interface Wanted extends Reviewer {
  readonly after?: string | undefined;
  readonly skip?: readonly number[];
  /** A finding that they have done with, and let go. */
  readonly done?: number;
}

/**
 * The next finding of the queue that asks for a verdict, that this person has not given one of and nobody else has
 * open, behind `after` or, when there is none, from the beginning. It is kept for them.
 */
export function takeNext(
  store: Store,
  filter: QueueFilter,
  { after, skip = [], done, ...reviewer }: Wanted,
): Next {
  const asking = filter.status?.length ? filter.status.filter(isAsking) : TO_DECIDE;
  const wanted = { ...filter, status: asking };
  for (;;) {
    // Looked for before the lock is taken: nobody else's load or verdict waits for a walk through the queue.
    const behind = asking.length === 0 ? NOTHING_LEFT : firstFree(store, wanted, after, skip, reviewer);
    const fromStart = after !== undefined && !behind.found && asking.length > 0;
    const { found } = fromStart ? firstFree(store, wanted, undefined, skip, reviewer) : behind;
    const kept = write(store, () => {
      if (done !== undefined) releaseLease(store, done, reviewer.person);
      if (found && !isFree(store, found, reviewer)) return false;
      if (found) keepLease(store, found.key, reviewer.person, reviewer.nowMs);
      return true;
    });
    // Another process was quicker: that one is not free any more.
    if (kept) return { id: found?.id ?? null, left: behind.left };
  }
}

const NOTHING_LEFT = { found: undefined, left: 0 };

const placeOf: Prepared<{ bucket: number; division: string }> = {
  sql: 'SELECT bucket, division FROM queue_entry WHERE finding = ?',
};

/** Where a finding is in the queue, as `findQueue` says it; undefined for one that is not in it. */
export function cursorOf(store: Store, findingId: number): string | undefined {
  const place = getRow(store, placeOf, findingId);
  return place && writeCursor({ ...place, finding: findingId });
}

const isAsking = (status: ReviewStatus) => TO_DECIDE.some((one) => one === status);

function firstFree(
  store: Store,
  filter: QueueFilter,
  after: string | undefined,
  skip: readonly number[],
  reviewer: Reviewer,
) {
  for (let cursor = after; ; ) {
    const { rows, total } = findQueue(store, filter, {
      limit: BATCH,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const found = rows.find((row) => !skip.includes(row.id) && isFree(store, row, reviewer));
    const last = rows.at(-1);
    if (found || !last) return { found, left: total };
    cursor = last.cursor;
  }
}

/** Whether a person may be asked about a finding: they have not said anything of it yet, and there is room. */
export const isFree = (store: Store, candidate: Candidate, reviewer: Reviewer): boolean =>
  !isTaken(store, candidate, reviewer) && isToSay(store, candidate, reviewer);

/** Whether as many others have it open as are asked about it. */
function isTaken(
  store: Store,
  { key, status }: Candidate,
  { person, nowMs, doubleShare }: Reviewer,
): boolean {
  const others = leasesOn(store, key, nowMs).filter((lease) => lease.person !== person).length;
  const isDouble = status === 'open' && isDoubleReviewed(key, doubleShare);
  return others >= (isDouble ? 2 : 1);
}

/** What they said is about the same numbers and, where another reader has it asked again, about what that one read. */
function isToSay(
  store: Store,
  { key, signature, status, parserVersion }: Candidate,
  { person }: Reviewer,
): boolean {
  if (status === 'open') return true;
  const said = standingVerdicts(store, key).filter(
    (one) => one.author === person && one.signature === signature,
  );
  return !said.some(({ reader }) => status !== 'reread' || reader === parserVersion);
}

/**
 * Keeps a finding for somebody who has it open, unless they have said what they think of it. False, and nothing is
 * kept, when others have it already.
 */
export function hold(store: Store, candidate: Candidate, reviewer: Reviewer): boolean {
  return write(store, () => {
    if (isTaken(store, candidate, reviewer)) return false;
    if (isToSay(store, candidate, reviewer)) keepLease(store, candidate.key, reviewer.person, reviewer.nowMs);
    return true;
  });
}
