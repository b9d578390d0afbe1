import { BLIND, type ReviewStatus } from '../../review/status.ts';
import { getRow, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

/** What a person had before their eyes: sent back with what they decide, so that nothing is overwritten unseen. */
export interface Seen {
  /** Last event about the finding that the person may know of; 0: none. */
  readonly version: number;
  /** Of the finding's numbers. */
  readonly signature: string;
}

const stateOf: Prepared<{ status: ReviewStatus; event: number }> = {
  sql: 'SELECT status, event FROM review_state WHERE finding_key = ?',
};
const ownLast: Prepared<{ event: number | null }> = {
  sql: `SELECT max(e.id) AS event FROM review_event e
    WHERE e.finding_key = ? AND e.author = ? AND e.kind IN ('verdict', 'keep', 'assign')`,
};

/** The last event about a finding that a person may know of; while it is asked of two, only their own. */
export function versionFor(store: Store, key: string, person: string): number {
  const state = getRow(store, stateOf, key);
  if (!state) return 0;
  if (!BLIND.some((status) => status === state.status)) return state.event;
  return getRow(store, ownLast, key, person)?.event ?? 0;
}
