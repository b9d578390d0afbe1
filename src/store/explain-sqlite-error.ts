import { StoreError, type StoreProblem } from './store-error.ts';

/** SQLite's result codes (https://www.sqlite.org/rescode.html) by what they mean to a user; extended ones begin alike. */
const BY_CODE: readonly (readonly [prefix: string, problem: StoreProblem, detail: string])[] = [
  ['SQLITE_NOTADB', 'not_a_database', 'is not an SQLite database'],
  ['SQLITE_CORRUPT', 'corrupt', 'is damaged'],
  ['SQLITE_BUSY', 'locked', 'is locked by another program'],
  ['SQLITE_LOCKED', 'locked', 'is locked by another connection'],
  ['SQLITE_FULL', 'disk_full', 'cannot grow, the disk is full'],
  ['SQLITE_READONLY', 'no_access', 'cannot be written'],
  ['SQLITE_CANTOPEN', 'no_access', 'cannot be opened'],
  ['SQLITE_PERM', 'no_access', 'may not be opened'],
  ['SQLITE_IOERR', 'broken_disk', 'cannot be read or written (input/output error)'],
];

/** A StoreError in place of an SQLite error that a user can do something about; any other error as it is. */
export function explainSqliteError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const known = BY_CODE.find(([prefix]) => code.startsWith(prefix));
  return known ? new StoreError(known[1], file, `${known[2]} (${code})`, { cause: error }) : error;
}

/** Runs `work`; an SQLite error that it throws is thrown as explainSqliteError gives it. */
export function explaining<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

/** The result code of an SQLite error; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
