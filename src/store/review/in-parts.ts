import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';

/** Findings of one transaction: some tens of milliseconds, of the 250 that a write may take. */
export const PART = 100;

/**
 * Runs `part` in one transaction after another until it says that nothing is left; whoever else writes, in this process
 * or another, comes between two of them. Each is on the disk before the next begins. Rejects with what a part throws:
 * those before it stand.
 */
export async function inParts(store: Store, part: () => boolean): Promise<void> {
  while (writeDurably(store, part)) await new Promise(setImmediate);
}
