import { getRows, type Prepared, run } from '../run.ts';
import type { Store } from '../store.ts';
import { inParts, PART } from './in-parts.ts';
import { settleFinding } from './settle-finding.ts';

const insertKeys: Prepared<never> = {
  sql: `INSERT INTO review_unsettled SELECT DISTINCT finding_key, ? FROM review_event
    WHERE action = ? AND finding_key IS NOT NULL AND kind IN ('verdict', 'keep', 'assign')
    ON CONFLICT (finding_key) DO UPDATE SET event = excluded.event`,
};
const nextKeys: Prepared<{ finding_key: string; event: number }> = {
  sql: 'SELECT finding_key, event FROM review_unsettled ORDER BY finding_key LIMIT ?',
};
const deleteKeys: Prepared<never> = { sql: 'DELETE FROM review_unsettled WHERE finding_key <= ?' };

/** Has the findings of an action settled, as of an event, by settlePart. Part of the caller's transaction. */
export const unsettle = (store: Store, action: number, event: number): void =>
  void run(store, insertKeys, event, action);

/** Makes anew where some findings stand. Part of the caller's transaction; returns whether more are left. */
export function settlePart(store: Store): boolean {
  const next = getRows(store, nextKeys, PART);
  for (const { finding_key, event } of next) settleFinding(store, finding_key, event);
  const last = next.at(-1);
  if (last) run(store, deleteKeys, last.finding_key);
  return next.length === PART;
}

/** What an undo or redo of many left when its process ended. */
export const settleRest = (store: Store): Promise<void> => inParts(store, () => settlePart(store));
