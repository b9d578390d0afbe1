import { type Settled, type StandingVerdict, settle } from '../../review/settle.ts';
import type { Verdict } from '../../review/status.ts';
import { readerOf, standingOf } from '../migrations/0013-reader-of-verdict.ts';
import { getRow, getRows, type Prepared, run } from '../run.ts';
import type { Store } from '../store.ts';

interface VerdictRow {
  readonly event: number;
  readonly author: string;
  readonly verdict: Verdict;
  readonly signature: string;
  readonly reader: string;
  readonly double: number;
}

/** In the order in which they were given, or done again. */
const verdictsOf: Prepared<VerdictRow> = {
  sql: `SELECT e.id AS event, e.author, e.verdict, e.signature, e.double, ${readerOf('e')} AS reader
    FROM review_event e JOIN review_action a ON a.id = e.action
    WHERE e.finding_key = ? AND e.kind = 'verdict' AND a.active = 1 ORDER BY a.moved, e.id`,
};
const assigneeOf: Prepared<{ assignee: string | null }> = {
  sql: `SELECT e.details ->> 'assignee' AS assignee
    FROM review_event e JOIN review_action a ON a.id = e.action
    WHERE e.finding_key = ? AND e.kind = 'assign' AND a.active = 1 ORDER BY a.moved DESC, e.id DESC LIMIT 1`,
};
const saveState: Prepared<never> = {
  sql: `INSERT INTO review_state (finding_key, status, decided, signature, parser, assignee, event) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (finding_key) DO UPDATE SET status = excluded.status, decided = excluded.decided,
      signature = excluded.signature, parser = excluded.parser, assignee = excluded.assignee,
      event = max(event, excluded.event)`,
};
/** As the triggers do for a finding that is loaded again. */
const markFinding: Prepared<never> = {
  sql: `UPDATE finding SET review_status = ${standingOf('finding')} WHERE key = ?`,
};

/** The verdicts in force about a finding. */
export const standingVerdicts = (store: Store, key: string): readonly StandingVerdict[] =>
  getRows(store, verdictsOf, key).map((row) => ({ ...row, double: row.double === 1 }));

/** Where a finding stands after an event that touches it. Part of the caller's transaction. */
export function settleFinding(store: Store, key: string, event: number): Settled {
  const settled = settle(standingVerdicts(store, key));
  const { status, decided, signature } = settled;
  const assignee = getRow(store, assigneeOf, key)?.assignee ?? null;
  const reader = decided?.reader ?? null;
  run(store, saveState, key, status, decided?.event ?? null, signature, reader, assignee, event);
  run(store, markFinding, key);
  return settled;
}
