import { getRow, getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { appendEvent } from './append-event.ts';
import { settleCorrection } from './correct.ts';
import { eventOfRequest } from './requests.ts';
import { settleFinding } from './settle-finding.ts';

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
const eventsOf: Prepared<{
  kind: string;
  finding: number | null;
  finding_key: string | null;
  report: number | null;
  details: string;
}> = {
  sql: `SELECT kind, finding, finding_key, report, details FROM review_event
    WHERE action = ? AND kind NOT IN ('undo', 'redo') ORDER BY id`,
};
/** More findings than a page would show. */
const MOST_NAMED = 20;

/** Takes back the last thing a person did that is in force; null when there is nothing. On the disk when it returns. */
export const undo = (store: Store, command: Undo): Undone | null => move(store, 'undo', command);

/** Does again what a person took back last; null when there is nothing. On the disk when it returns. */
export const redo = (store: Store, command: Undo): Undone | null => move(store, 'redo', command);

function move(store: Store, kind: 'undo' | 'redo', { author, at, request }: Undo): Undone | null {
  return writeDurably(store, () => {
    const before = eventOfRequest(store, request);
    if (before) return describe(store, before.id, before.action);
    const top = getRow(store, topOf, author, kind === 'undo' ? 1 : 0);
    if (!top) return null;
    const event = appendEvent(store, { kind, action: top.id, author, at, request });
    for (const one of getRows(store, eventsOf, top.id)) {
      if (one.finding_key !== null && one.kind !== 'correct') settleFinding(store, one.finding_key, event);
      if (one.kind === 'correct' && one.report !== null)
        settleCorrection(store, one.report, variableOf(one.details));
    }
    return describe(store, event, top.id);
  });
}

function describe(store: Store, event: number, action: number): Undone {
  const events = getRows(store, eventsOf, action);
  const findings = events.flatMap(({ finding }) => finding ?? []).slice(0, MOST_NAMED);
  return { event, action, kind: events[0]?.kind ?? 'verdict', findings, many: events.length };
}

const variableOf = (details: string): string => (JSON.parse(details) as { variable: string }).variable;
