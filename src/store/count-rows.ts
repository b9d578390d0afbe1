import { sql } from 'kysely';
import { build } from './build.ts';
import { selectRows } from './run.ts';
import type { Store } from './store.ts';

const COUNTED = [
  'document',
  'origin',
  'report',
  'cell',
  'claim',
  'finding',
  'correction',
  'review_event',
  'run',
  'variable',
] as const;
export type RowCounts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** How many rows each table holds. */
export function countRows(store: Store): RowCounts {
  const counts = COUNTED.map((table) => sql<number>`(SELECT count(*) FROM ${sql.table(table)})`.as(table));
  const [row] = selectRows(store, build.selectNoFrom(counts));
  return row as RowCounts;
}
