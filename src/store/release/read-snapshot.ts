import { explaining } from '../explain-sqlite-error.ts';
import type { Store } from '../store.ts';

/**
 * From now on every query on this connection sees the database as it is now, whatever others write meanwhile: a
 * release whose tables are of different moments would contradict itself. The store must be open read-only.
 */
export function beginSnapshot({ sqlite, file }: Store): void {
  explaining(file, () => {
    sqlite.exec('BEGIN');
    // BEGIN alone fixes nothing: the moment is that of the first read.
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
  });
}

export function endSnapshot({ sqlite }: Store): void {
  if (sqlite.open && sqlite.inTransaction) sqlite.exec('ROLLBACK');
}
