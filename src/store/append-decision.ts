import type { Verdict } from '../review/status.ts';
import { writeVerdict } from './review/decide.ts';
import { decidableFinding } from './review/finding-facts.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { writeDurably } from './write.ts';

/** What a person says about a finding. `decidedAt` is an ISO time, given by the caller: the store has no clock. */
export interface Decision {
  readonly findingId: number;
  readonly verdict: Verdict;
  readonly author: string;
  readonly decidedAt: string;
  readonly reason?: string;
  readonly note?: string;
}

/**
 * Adds a decision whatever was decided before (`decide` asks what the person saw), on the disk when this returns its
 * id. Throws StoreError when there is no such finding.
 */
export function appendDecision(store: Store, { findingId, decidedAt, ...decision }: Decision): number {
  return writeDurably(store, () => {
    const finding = decidableFinding(store, findingId);
    if (!finding) throw new StoreError('bad_input', store.file, `has no finding ${findingId}`);
    return writeVerdict(store, finding, { ...decision, at: decidedAt, doubleShare: 0 }).event;
  });
}
