import type { DecisionLog } from '../../model/decision-log.ts';
import type { Prepared } from '../run.ts';
import { statementOf } from '../run.ts';
import type { Store } from '../store.ts';
import { chainHash, type EventFacts, NO_HASH } from './chain.ts';

/** A head that was written down elsewhere: in the report of a run, in a release. */
export interface Anchor extends DecisionLog {
  readonly from: string;
}

/**
 * What is wrong with the log, and at which event. `number`: one is missing, or comes twice; `hash`: it was edited,
 * inserted or moved, or one before it was taken out; `short`: it ends before an anchor; `rewritten`: an anchor has
 * another hash for the event.
 */
export type LogProblem =
  | { readonly problem: 'number' | 'hash'; readonly event: number }
  | { readonly problem: 'short' | 'rewritten'; readonly event: number; readonly anchor: Anchor };

export interface VerifiedLog {
  readonly head: DecisionLog;
  /** Of what is checked first to last; null when the log is sound. */
  readonly problem: LogProblem | null;
}

const everyEvent: Prepared<EventFacts & { hash: Uint8Array }> = {
  sql: `SELECT id, kind, action, author, at, finding, finding_key, report, verdict, reason, note, signature, double,
      replaces, details, request, hash FROM review_event ORDER BY id`,
};

/**
 * Computes the chain anew. It cannot tell a log that was rewritten from its beginning, or cut at its end, from a sound
 * one: the anchors do.
 */
export function verifyLog(store: Store, anchors: readonly Anchor[] = []): VerifiedLog {
  let head: DecisionLog = { events: 0, hash: NO_HASH };
  for (const row of statementOf(store, everyEvent).iterate() as Iterable<EventFacts & { hash: Uint8Array }>) {
    const expected = head.events + 1;
    if (row.id !== expected) return { head, problem: { problem: 'number', event: expected } };
    const hash = chainHash(head.hash, row);
    if (hash !== Buffer.from(row.hash).toString('hex'))
      return { head, problem: { problem: 'hash', event: row.id } };
    const other = anchors.find(({ events, hash: noted }) => events === row.id && noted !== hash);
    if (other) return { head, problem: { problem: 'rewritten', event: row.id, anchor: other } };
    head = { events: row.id, hash };
  }
  const beyond = anchors.filter(({ events }) => events > head.events).sort((a, b) => a.events - b.events)[0];
  return { head, problem: beyond ? { problem: 'short', event: head.events + 1, anchor: beyond } : null };
}
