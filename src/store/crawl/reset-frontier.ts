import { build } from '../build.ts';
import { prepare, run } from '../run.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';

const TABLES = ['parsed', 'page_part', 'page', 'capture'] as const;
const deletions = TABLES.map((table) => prepare(build.deleteFrom(table)));

/** Forgets what the archive can tell again: pages, how they were parsed, and the index. Reports and runs stay. */
export function resetFrontier(store: Store): void {
  writeDurably(store, () => {
    for (const deletion of deletions) run(store, deletion);
  });
}
