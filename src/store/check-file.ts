import { closeSync, existsSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { StoreError } from './store-error.ts';

/** https://www.sqlite.org/fileformat.html, section 1.3 */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Refuses, before SQLite touches it, a file that is not a whole database: SQLite itself would take an empty
 * file for a new database and write into it. Returns whether there is a file at all. Throws StoreError.
 */
export function checkFile(file: string): boolean {
  if (!existsSync(file)) return false;
  const stats = inspect(file, () => statSync(file));
  if (!stats.isFile()) throw new StoreError('not_a_file', file, 'is not a file');
  if (stats.size === 0)
    throw new StoreError('empty_file', file, 'is empty, which no database of ours ever is');
  checkHeader(file, stats);
  return true;
}

function checkHeader(file: string, { size }: Stats): void {
  const header = inspect(file, () => readStart(file));
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StoreError('not_a_database', file, 'is not an SQLite database');
  }
  const bytes = declaredBytes(header);
  if (bytes > size && !hasLog(file)) {
    throw new StoreError('corrupt', file, `is cut short: ${size} of ${bytes} bytes are there`);
  }
}

/** Bytes that the header says the file has; 0 when the header does not say (written by an old library). */
function declaredBytes(header: Buffer): number {
  if (header.length < HEADER_BYTES) return HEADER_BYTES;
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pagesAreValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  return pagesAreValid ? pageBytes * header.readUInt32BE(28) : 0;
}

/** With a write-ahead log beside it the file may rightly be shorter than its header says. */
function hasLog(file: string): boolean {
  const stats = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return stats !== undefined && stats.size > 0;
}

function readStart(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(HEADER_BYTES);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}

function inspect<T>(file: string, look: () => T): T {
  try {
    return look();
  } catch (cause) {
    throw new StoreError('no_access', file, 'cannot be read', { cause });
  }
}
