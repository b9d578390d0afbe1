import { statSync } from 'node:fs';
import { explaining } from './explain-sqlite-error.ts';
import type { Store } from './store.ts';

export interface CheckpointResult {
  /** False when a reader or writer kept the log from being emptied; it is then tried again next time. */
  readonly complete: boolean;
  /** Bytes of the log file afterwards. */
  readonly walBytes: number;
}

interface CheckpointRow {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/** Moves the log into the database file and empties it: after a load, and at closing (requirements C-24). */
export function checkpoint(store: Store): CheckpointResult {
  const rows = explaining(store.file, () =>
    store.sqlite.pragma('wal_checkpoint(TRUNCATE)'),
  ) as CheckpointRow[];
  return { complete: rows[0]?.busy === 0, walBytes: walBytes(store) };
}

/** Size of the log file, a metric to watch: it grows while an old reader stays open. */
export function walBytes(store: Pick<Store, 'file'>): number {
  return statSync(`${store.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
