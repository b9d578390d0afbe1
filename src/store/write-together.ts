import type { Store } from './store.ts';
import { writeDurably } from './write.ts';

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

const waiting = new WeakMap<Store, Waiting[]>();

/**
 * As `writeDurably`, in one transaction with all that is asked for in the same turn of the event loop: a sync takes as
 * long for many rows as for one. What is returned is on the disk. When the transaction fails, each piece of work is
 * done again alone, so that only the one at fault is refused: `work` does nothing but write to the database.
 */
export function writeTogether<T>(store: Store, work: () => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const queue = waiting.get(store) ?? [];
    if (queue.length === 0) setImmediate(() => writeAll(store));
    queue.push({ work, resolve, reject });
    waiting.set(store, queue);
  });
}

function writeAll(store: Store): void {
  const group = waiting.get(store) ?? [];
  waiting.delete(store);
  try {
    const results = writeDurably(store, () => group.map(({ work }) => work()));
    for (const [at, { resolve }] of group.entries()) resolve(results[at] as never);
  } catch {
    for (const one of group) writeAlone(store, one);
  }
}

function writeAlone(store: Store, { work, resolve, reject }: Waiting): void {
  try {
    resolve(writeDurably(store, work) as never);
  } catch (error) {
    reject(error);
  }
}
