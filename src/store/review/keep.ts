import type { ReviewStatus } from '../../review/status.ts';
import { getRow, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { appendEvent, type NewEvent } from './append-event.ts';
import type { DecidableFinding } from './finding-facts.ts';
import { settleFinding } from './settle-finding.ts';

const standing: Prepared<{ status: ReviewStatus; decided: number | null }> = {
  sql: `SELECT f.review_status AS status, s.decided FROM finding f JOIN review_state s ON s.finding_key = f.key
    WHERE f.id = ?`,
};

/**
 * Says of a finding that was read again, and the same, that the verdict of before holds: it stays its author's, as it
 * was. Part of the caller's transaction. Returns the number of the event; undefined when there is nothing to confirm.
 */
export function keepVerdict(
  store: Store,
  { id, key, signature, facts }: DecidableFinding,
  by: Pick<NewEvent, 'author' | 'at' | 'action' | 'request'>,
): number | undefined {
  const { status, decided = null } = getRow(store, standing, id) ?? {};
  if (status !== 'reread' || decided === null) return undefined;
  const about = { finding: id, finding_key: key, signature, details: facts };
  const event = appendEvent(store, { kind: 'keep', ...by, ...about, replaces: decided });
  settleFinding(store, key, event);
  return event;
}
