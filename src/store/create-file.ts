import { linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { setPragmas } from './pragmas.ts';
import { StoreError } from './store-error.ts';

/**
 * Makes a new, migrated database at `file`. It is built under another name and appears whole: after a kill
 * there is no file or a good one, never an empty one. Throws StoreError when the place cannot be written.
 */
export function createFile(file: string): void {
  const draft = `${file}.new-${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    buildDraft(draft);
    publish(draft, file);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('no_access', file, 'cannot be created', { cause });
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
  }
}

function buildDraft(draft: string): void {
  const sqlite = new Database(draft);
  try {
    setPragmas(sqlite, draft, false);
    migrate(sqlite, draft);
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    sqlite.close();
  }
}

/** A link, unlike a rename, never replaces a file: of two programs that start at once, the first one wins. */
function publish(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'ENOTSUP') throw error;
    renameSync(draft, file); // a file system without links
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
