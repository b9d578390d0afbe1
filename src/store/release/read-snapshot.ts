import { explaining } from '../explain-sqlite-error.ts';
import type { Store } from '../store.ts';

/**
 * Runs `work` while every query on this connection sees the database as it is now, whatever others write meanwhile:
 * a release whose tables are of different moments would contradict itself. The store must be open read-only.
 */
export async function readSnapshot<T>(store: Store, work: () => Promise<T>): Promise<T> {
  explaining(store.file, () => store.sqlite.exec('BEGIN'));
  try {
    return await work();
  } finally {
    store.sqlite.exec('ROLLBACK');
  }
}
