import type { Store } from '../store.ts';

/** A query was given up because it took longer than it may. */
export class OverBudgetError extends Error {
  constructor() {
    super('the query took longer than it may');
    this.name = 'OverBudgetError';
  }
}

const deadlines = new WeakMap<Store, { at: number }>();
/** Asking the clock for each row would take longer than the row. */
const EVERY = 256;

/**
 * A condition that is true for every row and gives the query up when its time is over; `id` is a column of whole numbers.
 * It stands before the conditions of a filter: SQLite asks them in this order, and behind one that holds for no row it
 * would never be asked.
 */
export const inTime = (id: string): string => `(${id} % ${EVERY} <> 0 OR in_time())`;

/**
 * What `work` returns, or undefined when a query in it that asks `inTime` has taken longer than that. SQLite runs in
 * this thread and cannot be interrupted from outside, so the query itself looks at the clock.
 */
export function withinBudget<T>(store: Store, milliseconds: number, work: () => T): T | undefined {
  const deadline = deadlineOf(store);
  deadline.at = performance.now() + milliseconds;
  try {
    return work();
  } catch (error) {
    if (error instanceof OverBudgetError) return undefined;
    throw error;
  } finally {
    deadline.at = Number.POSITIVE_INFINITY;
  }
}

/** Makes the function known to the connection; a query that asks it outside of withinBudget has all the time it wants. */
export function deadlineOf(store: Store): { at: number } {
  const known = deadlines.get(store);
  if (known) return known;
  const made = { at: Number.POSITIVE_INFINITY };
  store.sqlite.function('in_time', { deterministic: false }, () => {
    if (performance.now() > made.at) throw new OverBudgetError();
    return 1;
  });
  deadlines.set(store, made);
  return made;
}
