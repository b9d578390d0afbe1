import type { Database } from 'better-sqlite3';
import { StoreError } from './store-error.ts';

export const BUSY_TIMEOUT_MS = 10_000;
/** The log is cut back to this after a checkpoint, so that a large load does not leave a large file. */
export const WAL_LIMIT_BYTES = 64 * 1024 * 1024;
/**
 * Of the pages of the database, which a connection keeps in memory: it fills as the database grows, and then no more is
 * taken. The number that better-sqlite3 comes with, said here because a long crawl's memory is bounded by it.
 */
export const PAGE_CACHE_KIB = 16_000;
/** Values of `PRAGMA synchronous`. */
export const SYNCHRONOUS = { normal: 1, full: 2 } as const;

type Pragma = readonly [name: string, value: string | number];

/** What every connection must have (requirements C-20). trusted_schema=0: a file cannot make us run its SQL functions. */
const EVERY_CONNECTION: readonly Pragma[] = [
  ['busy_timeout', BUSY_TIMEOUT_MS],
  ['cache_size', -PAGE_CACHE_KIB],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
];

/**
 * Rows that a load writes can be read again from the archive, so a load syncs at checkpoints only (`normal`:
 * a power cut may undo the last loads, never damage the file); decisions of people sync at once, see writeDurably.
 */
const WRITERS: readonly Pragma[] = [
  ['journal_mode', 'wal'],
  ['journal_size_limit', WAL_LIMIT_BYTES],
  ['synchronous', SYNCHRONOUS.normal],
];

const READERS: readonly Pragma[] = [['query_only', 1]];

/** Sets what a connection needs and reads each back. Throws StoreError when one did not take. */
export function setPragmas(sqlite: Database, file: string, readonly: boolean): void {
  for (const [name, value] of [...EVERY_CONNECTION, ...(readonly ? READERS : WRITERS)]) {
    sqlite.pragma(`${name} = ${value}`);
    const actual = sqlite.pragma(name, { simple: true });
    if (actual !== value) {
      throw new StoreError('pragma', file, `does not take ${name} = ${value}, it stays ${String(actual)}`);
    }
  }
}
