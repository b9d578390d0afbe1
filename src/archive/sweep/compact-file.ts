import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncPath } from '../../sync-path.ts';
import { ArchiveError } from '../archive-error.ts';
import { endOf, type IndexEntry, indexPath, readIndex, writeIndex } from '../index-file.ts';
import { scanFile } from '../scan-file.ts';
import { nextRevision } from '../warc-files.ts';

/**
 * Writes the records that are to be kept into the next revision of the file, as the bytes they are, and returns its
 * name. It has that name only when it is whole and on the disk. The file itself stays: see removeFile.
 */
export function compactFile(dir: string, file: string, kept: readonly IndexEntry[]): string {
  const name = nextRevision(file);
  const draft = join(dir, `${name}.new`);
  copyRecords(join(dir, file), draft, kept);
  let offset = 0;
  const moved = kept.map((entry) => {
    const at = offset;
    offset += entry.length;
    return { ...entry, offset: at };
  });
  writeIndex(dir, name, moved);
  renameSync(draft, join(dir, name));
  syncPath(dir);
  return name;
}

function copyRecords(from: string, to: string, records: readonly IndexEntry[]): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'w');
  try {
    for (const { offset, length } of records) {
      const bytes = Buffer.alloc(length);
      if (readSync(source, bytes, 0, length, offset) < length)
        throw new RangeError(`${from}: ends too early`);
      for (let done = 0; done < length; ) done += writeSync(target, bytes, done, length - done);
    }
    fsyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

/**
 * Where each record of a file is in a later revision of it, by its offset. Every record of the revision is read and
 * checked against its digest: after that the file may go. Throws ArchiveError `damaged`.
 */
export function movedOffsets(dir: string, file: string, later: string): ReadonlyMap<number, number> {
  const moved = new Map<number, number>();
  const kept = scanFile(dir, later, 0).entries;
  let at = 0;
  for (const entry of scanOrIndex(dir, file)) {
    const next = kept[at];
    if (next === undefined || !isSame(entry, next)) continue;
    moved.set(entry.offset, next.offset);
    at++;
  }
  if (at < kept.length) throw new ArchiveError('damaged', join(dir, later), `differs from ${file}`);
  return moved;
}

function scanOrIndex(dir: string, file: string): readonly IndexEntry[] {
  const entries = readIndex(dir, file);
  return isWhole(dir, file, entries) ? entries : scanFile(dir, file, 0).entries;
}

/** Whether an index tells of all that is in its file. */
export const isWhole = (dir: string, file: string, entries: readonly IndexEntry[]): boolean =>
  endOf(entries) === statSync(join(dir, file)).size;

const isSame = (one: IndexEntry, other: IndexEntry): boolean =>
  JSON.stringify({ ...one, offset: 0 }) === JSON.stringify({ ...other, offset: 0 });

/** The file first: an index without a file is looked at by nobody. */
export function removeFile(dir: string, file: string): void {
  rmSync(join(dir, file), { force: true });
  rmSync(indexPath(dir, file), { force: true });
  syncPath(dir);
}
