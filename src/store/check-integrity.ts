import { explaining } from './explain-sqlite-error.ts';
import type { Store } from './store.ts';

/** What SQLite finds wrong with the whole file, rows without their parents included; empty when sound. Reads everything. */
export function checkIntegrity(store: Store): readonly string[] {
  return explaining(store.file, () => [...damages(store), ...orphans(store)]);
}

function damages({ sqlite }: Store): string[] {
  const rows = sqlite.pragma('integrity_check') as { readonly integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

function orphans({ sqlite }: Store): string[] {
  const rows = sqlite.pragma('foreign_key_check') as { readonly table: string; readonly parent: string }[];
  return rows.map(({ table, parent }) => `a row of ${table} has no ${parent}`);
}
