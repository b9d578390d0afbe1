import { explaining } from '../explain-sqlite-error.ts';
import type { Store } from '../store.ts';

const runners = new WeakMap<Store, (work: () => unknown) => unknown>();

/** Runs queries that belong together on one state of the database: between two of them nobody else's write is seen. */
export function readSnapshot<T>(store: Store, work: () => T): T {
  const runner = runners.get(store) ?? store.sqlite.transaction((inner: () => unknown) => inner()).deferred;
  runners.set(store, runner);
  return explaining(store.file, () => runner(work) as T);
}
