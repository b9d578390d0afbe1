import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { countRows, type RowCounts } from '../count-rows.ts';
import { codeOf, explainSqliteError } from '../explain-sqlite-error.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';

/** Rows of each table before and after the copy was made: what the copy holds lies between. */
export interface BackupCounts {
  readonly before: RowCounts;
  readonly after: RowCounts;
}

/**
 * Copies the database while others read and write it, as it was at one moment, without the room that deleted rows
 * left. A copy of the file alone would miss what is still in the log (requirements C-23). The copy is made beside `to`,
 * forced to the disk, checked, and appears with one rename. Throws StoreError; then there is nothing at `to`.
 *
 * @param store - open read-only
 * @param check - looks at the copy before it gets its name; what it throws ends the backup
 */
export async function writeBackup(
  store: Store,
  to: string,
  check: (copy: string, counts: BackupCounts) => Promise<void>,
): Promise<void> {
  const target = resolve(to);
  if (existsSync(target)) throw new StoreError('exists', to, 'is there already');
  mkdirSync(dirname(target), { recursive: true });
  const staged = `${target}.partial-${process.pid}`;
  rmSync(staged, { force: true });
  try {
    const before = countRows(store);
    vacuumInto(store, staged, to);
    syncPath(staged);
    await check(staged, { before, after: countRows(store) });
    renameSync(staged, target);
    syncPath(dirname(target));
  } finally {
    for (const leftover of [staged, `${staged}-journal`]) rmSync(leftover, { force: true });
  }
}

/**
 * To SQLite the copy is a write, which `query_only` forbids; the connection itself stays one that cannot write.
 *
 * @param target - the name that the copy is to have
 */
function vacuumInto({ sqlite, file }: Store, staged: string, target: string): void {
  sqlite.pragma('query_only = 0');
  try {
    sqlite.prepare('VACUUM INTO ?').run(staged);
  } catch (error) {
    throw explainSqliteError(error, COULD_NOT_WRITE.test(codeOf(error)) ? target : file);
  } finally {
    sqlite.pragma('query_only = 1');
  }
}

/** Only the copy is written: who frees space where the database lies has freed it in the wrong place. */
const COULD_NOT_WRITE =
  /^SQLITE_(?:FULL|READONLY|CANTOPEN|PERM|IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE|CLOSE))/;

/** A backup that was named must survive a power cut, and so must its name. */
function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
