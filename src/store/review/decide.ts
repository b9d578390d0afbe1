import type { ReviewStatus, Verdict } from '../../review/status.ts';
import { getRow, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { appendEvent } from './append-event.ts';
import { isDoubleReviewed } from './double-review.ts';
import { type DecidableFinding, decidableFinding } from './finding-facts.ts';
import { eventOfRequest } from './requests.ts';
import { type Seen, versionFor } from './seen.ts';
import { settleFinding, standingVerdicts } from './settle-finding.ts';

export interface VerdictGiven {
  readonly verdict: Verdict;
  readonly reason?: string | null;
  readonly note?: string | null;
}

export interface Decide extends VerdictGiven {
  readonly findingId: number;
  readonly author: string;
  /** ISO time, given by the caller: the store has no clock. */
  readonly at: string;
  readonly seen: Seen;
  /** Chosen by the client: the same one again is answered as before and done once. */
  readonly request: string;
  /** Share of findings that are asked of two persons; 0 where there is only one. */
  readonly doubleShare: number;
}

/**
 * What became of it. `stale`: somebody decided meanwhile, or the numbers are others now; nothing was written. `gone`:
 * there is no such finding any more. `misused`: the request was for something else before.
 */
export type Decided =
  | { readonly outcome: 'saved' | 'repeated'; readonly event: number; readonly status: ReviewStatus }
  | { readonly outcome: 'stale'; readonly now: Seen }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'misused' };

/** Writes a verdict; on the disk when this returns. */
export function decide(store: Store, decision: Decide): Decided {
  return writeDurably(store, () => {
    const before = eventOfRequest(store, decision.request);
    if (before) return repeated(store, before, decision);
    const finding = decidableFinding(store, decision.findingId);
    if (!finding) return { outcome: 'gone' };
    const now = { version: versionFor(store, finding.key, decision.author), signature: finding.signature };
    const { seen } = decision;
    if (now.version !== seen.version || now.signature !== seen.signature) return { outcome: 'stale', now };
    const { event, status } = writeVerdict(store, finding, decision);
    return { outcome: 'saved', event, status };
  });
}

export interface WriteVerdict extends VerdictGiven, Pick<Decide, 'author' | 'at' | 'doubleShare'> {
  readonly request?: string;
  /** First event of the many that this one is done with. */
  readonly action?: number;
}

/** One verdict, and where the finding stands then. Part of the caller's transaction. */
export function writeVerdict(
  store: Store,
  { id, key, signature, facts }: DecidableFinding,
  { verdict, reason, note, author, at, doubleShare, request, action }: WriteVerdict,
): { readonly event: number; readonly status: ReviewStatus } {
  const standing = standingVerdicts(store, key).filter((one) => one.signature === signature);
  const event = appendEvent(store, {
    ...{ kind: 'verdict', author, at, finding: id, finding_key: key, signature, verdict },
    ...{ reason: reason || null, note: note || null },
    double: standing[0]?.double ?? isDoubleReviewed(key, doubleShare),
    replaces: getRow(store, decidedBefore, key)?.decided ?? null,
    details: facts,
    ...(request === undefined ? {} : { request }),
    ...(action === undefined ? {} : { action }),
  });
  return { event, status: settleFinding(store, key, event).status };
}

const decidedBefore: Prepared<{ decided: number | null }> = {
  sql: 'SELECT decided FROM review_state WHERE finding_key = ?',
};
const statusOfKey: Prepared<{ status: ReviewStatus }> = {
  sql: 'SELECT status FROM review_state WHERE finding_key = ?',
};

function repeated(
  store: Store,
  before: NonNullable<ReturnType<typeof eventOfRequest>>,
  { findingId, verdict, author }: Decide,
): Decided {
  const same = before.finding === findingId && before.verdict === verdict && before.author === author;
  if (!same) return { outcome: 'misused' };
  const status = getRow(store, statusOfKey, before.finding_key)?.status ?? 'open';
  return { outcome: 'repeated', event: before.id, status };
}
