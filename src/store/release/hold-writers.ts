import Database from 'better-sqlite3';
import { explaining } from '../explain-sqlite-error.ts';
import { BUSY_TIMEOUT_MS } from '../pragmas.ts';

/**
 * Runs `work` while nobody can write to the database: connections that begin to read meanwhile all see the same
 * moment. Nothing is written, and writers go on as soon as `work` is done. Throws StoreError when the file may not
 * be written by us (then others might still write) or a writer does not give way.
 */
export async function holdWriters<T>(file: string, work: () => Promise<T>): Promise<T> {
  const sqlite = explaining(
    file,
    () => new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS }),
  );
  try {
    explaining(file, () => sqlite.exec('BEGIN IMMEDIATE'));
    return await work();
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    sqlite.close();
  }
}
