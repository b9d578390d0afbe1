import { getRow, getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { appendEvent } from './append-event.ts';
import { dropRest } from './bulk.ts';
import { settleCorrection } from './correct.ts';
import { inParts } from './in-parts.ts';
import { eventOfRequest } from './requests.ts';
import { settlePart, unsettle } from './settle-rest.ts';

export interface Undo {
  readonly author: string;
  readonly at: string;
  readonly request: string;
}

/** What was taken back or done again: findings in the order in which they were decided; `many`: how many. */
export interface Undone {
  readonly event: number;
  readonly action: number;
  readonly kind: string;
  readonly findings: readonly number[];
  readonly many: number;
}

/** The top of the stack of what is in force (1) or undone (0), see src/review/undo-fold.ts. */
const topOf: Prepared<{ id: number }> = {
  sql: 'SELECT id FROM review_action WHERE author = ? AND active = ? ORDER BY moved DESC LIMIT 1',
};
const EVENTS = `FROM review_event WHERE action = ? AND kind NOT IN ('undo', 'redo')`;
const howMany: Prepared<{ kind: string; many: number }> = {
  sql: `SELECT kind, count(*) AS many ${EVENTS}`,
};
/** More findings than a page would show. */
const MOST_NAMED = 20;
const firstOf: Prepared<{ finding: number }> = {
  sql: `SELECT finding ${EVENTS} AND finding IS NOT NULL ORDER BY id LIMIT ${MOST_NAMED}`,
};
const correctionsOf: Prepared<{ report: number; variable: string }> = {
  sql: `SELECT report, details ->> 'variable' AS variable ${EVENTS} AND kind = 'correct' ORDER BY id`,
};

/**
 * Takes back the last thing a person did that is in force; null when there is nothing. It is undone, and on the disk,
 * with the first transaction; where many findings stand is made again in parts after that.
 */
export const undo = (store: Store, command: Undo): Promise<Undone | null> => move(store, 'undo', command);

/** Does again what a person took back last; null when there is nothing. As `undo`. */
export const redo = (store: Store, command: Undo): Promise<Undone | null> => move(store, 'redo', command);

async function move(store: Store, kind: 'undo' | 'redo', command: Undo): Promise<Undone | null> {
  const moved = writeDurably(store, () => begin(store, kind, command));
  await inParts(store, () => settlePart(store));
  return moved;
}

function begin(store: Store, kind: 'undo' | 'redo', { author, at, request }: Undo): Undone | null {
  const before = eventOfRequest(store, request);
  if (before) return describe(store, before.id, before.action);
  const top = getRow(store, topOf, author, kind === 'undo' ? 1 : 0);
  if (!top) return null;
  const event = appendEvent(store, { kind, action: top.id, author, at, request });
  dropRest(store, top.id);
  for (const { report, variable } of getRows(store, correctionsOf, top.id))
    settleCorrection(store, report, variable);
  unsettle(store, top.id, event);
  settlePart(store);
  return describe(store, event, top.id);
}

function describe(store: Store, event: number, action: number): Undone {
  const { kind = 'verdict', many = 0 } = getRow(store, howMany, action) ?? {};
  return {
    event,
    action,
    kind,
    findings: getRows(store, firstOf, action).map(({ finding }) => finding),
    many,
  };
}
