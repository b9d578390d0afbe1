import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { checkFile } from './check-file.ts';
import { checkpoint } from './checkpoint.ts';
import { createFile } from './create-file.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { APPLICATION_ID, checkSchema, migrate } from './migrate.ts';
import { BUSY_TIMEOUT_MS, setPragmas } from './pragmas.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

export interface OpenOptions {
  /** Never writes, never creates, never migrates. */
  readonly readonly?: boolean;
}

/** Above this size a full check takes too long for every start: `checkIntegrity` does it on demand. */
const CHECKED_AT_OPEN_BYTES = 16 * 1024 * 1024;

/**
 * Opens the database at `file`, creating and migrating it unless `readonly`. Throws StoreError for anything
 * that is not a sound database of ours; no file that was there before is ever deleted or overwritten.
 */
export function openStore(file: string, { readonly = false }: OpenOptions = {}): Store {
  if (!checkFile(file)) {
    if (readonly) throw new StoreError('missing', file, 'does not exist');
    createFile(file);
  }
  try {
    return connect(file, readonly);
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

function connect(file: string, readonly: boolean): Store {
  const sqlite = new Database(file, { readonly, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    requireOurs(sqlite, file);
    setPragmas(sqlite, file, readonly);
    requireSound(sqlite, file);
    if (readonly) checkSchema(sqlite, file);
    else migrate(sqlite, file);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const store: Store = { file, readonly, sqlite, close: () => closeStore(store) };
  return store;
}

/** Before any pragma that writes: switching to WAL would already change another program's file. */
function requireOurs(sqlite: Database.Database, file: string): void {
  const application = sqlite.pragma('application_id', { simple: true });
  if (application !== APPLICATION_ID) {
    throw new StoreError('foreign', file, 'is an SQLite database, but not one of gongkai');
  }
}

function requireSound(sqlite: Database.Database, file: string): void {
  if (statSync(file).size > CHECKED_AT_OPEN_BYTES) return;
  const result = sqlite.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') throw new StoreError('corrupt', file, `is damaged (${String(result)})`);
}

function closeStore(store: Store): void {
  if (!store.sqlite.open) return;
  try {
    if (!store.readonly) checkpoint(store);
  } finally {
    store.sqlite.close();
  }
}
