import { explaining } from '../explain-sqlite-error.ts';
import { statementOf } from '../run.ts';
import type { Store } from '../store.ts';
import { deadlineOf } from './budget.ts';

/** Rows as arrays, for the many small ones of counts. The statement is kept: `sql` is one of few texts. */
export function selectRaw<Row extends readonly unknown[]>(
  store: Store,
  sql: string,
  ...parameters: readonly unknown[]
): Row[] {
  deadlineOf(store);
  return explaining(
    store.file,
    () =>
      statementOf(store, { sql: `/*raw*/${sql}` })
        .raw()
        .all(...parameters) as Row[],
  );
}

/** As selectRaw, a row at a time: for more rows than should be held. */
export function* iterateRaw<Row extends readonly unknown[]>(
  store: Store,
  sql: string,
  ...parameters: readonly unknown[]
): Generator<Row> {
  deadlineOf(store);
  // Not a kept statement: it could be asked again while it is still being read.
  yield* store.sqlite
    .prepare(sql)
    .raw()
    .iterate(...parameters) as IterableIterator<Row>;
}
