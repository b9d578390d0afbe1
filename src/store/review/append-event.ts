import type { DecisionLog } from '../../model/decision-log.ts';
import type { EventKind } from '../../review/undo-fold.ts';
import { getRow, type Prepared, prepareInsert, run } from '../run.ts';
import type { Store } from '../store.ts';
import { chainHash, type EventFacts, NO_HASH } from './chain.ts';

/** An event to be written; what is left out is null. */
export interface NewEvent extends Partial<Omit<EventFacts, 'id' | 'hash' | 'double' | 'details'>> {
  readonly kind: EventKind;
  readonly author: string;
  readonly at: string;
  readonly double?: boolean;
  readonly details?: object;
}

const COLUMNS = [
  'id',
  'kind',
  'action',
  'author',
  'at',
  'finding',
  'finding_key',
  'report',
  'verdict',
  'reason',
  'note',
  'signature',
  'double',
  'replaces',
  'details',
  'request',
] as const satisfies readonly (keyof EventFacts)[];

const insertEvent = prepareInsert('review_event', [...COLUMNS, 'hash']);
const insertAction: Prepared<never> = { sql: 'INSERT INTO review_action VALUES (?, ?, 1, ?)' };
const moveAction: Prepared<never> = { sql: 'UPDATE review_action SET active = ?, moved = ? WHERE id = ?' };
const lastEvent: Prepared<{ id: number; hash: Uint8Array }> = {
  sql: 'SELECT id, hash FROM review_event ORDER BY id DESC LIMIT 1',
};

/** Where the log stands; no events and a hash of zeros when it is empty. */
export function chainHead(store: Store): DecisionLog {
  const last = getRow(store, lastEvent);
  return last
    ? { events: last.id, hash: Buffer.from(last.hash).toString('hex') }
    : { events: 0, hash: NO_HASH };
}

/**
 * Adds one event to the log, chained to the last one, and keeps the actions in step. Without an `action` it begins one
 * of its own. Part of the caller's transaction. Returns its number.
 */
export function appendEvent(store: Store, event: NewEvent): number {
  const head = chainHead(store);
  const facts = completed(event, head.events + 1);
  const hash = Buffer.from(chainHash(head.hash, facts), 'hex');
  run(store, insertEvent, ...COLUMNS.map((column) => facts[column]), hash);
  if (facts.kind === 'undo' || facts.kind === 'redo') {
    run(store, moveAction, facts.kind === 'redo' ? 1 : 0, facts.id, facts.action);
  } else if (facts.action === facts.id) run(store, insertAction, facts.id, facts.author, facts.id);
  return facts.id;
}

function completed({ double, details, ...event }: NewEvent, id: number): EventFacts {
  const nothing = { finding: null, finding_key: null, report: null, verdict: null, reason: null, note: null };
  return {
    ...nothing,
    ...{ signature: null, replaces: null, request: null, action: id },
    ...event,
    id,
    double: double ? 1 : 0,
    details: JSON.stringify(details ?? {}),
  };
}
