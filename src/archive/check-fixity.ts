import { closeSync, fstatSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explainFileError } from './archive-error.ts';
import { eachEntry, type IndexEntry, indexEntry } from './index-file.ts';
import { parseRecord } from './parse-record.ts';
import { readMember } from './read-member.ts';
import { listWarcFiles } from './warc-files.ts';

/** A night's share of the archive: in 30 nights every record is read once (requirement C-14). */
export const FIXITY_PARTS = 30;

export interface FixityDamage {
  readonly file: string;
  readonly offset: number;
  readonly uri?: string;
  /** `missing`: the file ends before the record. `damaged`: its bytes are not those that were written. */
  readonly reason: 'missing' | 'damaged';
}

export interface Fixity {
  readonly checked: number;
  readonly bytes: number;
  readonly damages: readonly FixityDamage[];
}

/**
 * Reads one part of the stored records again and compares them with their digests and with the index. A record
 * stays in its part while the archive grows: its part is its number modulo `parts`. Throws ArchiveError.
 *
 * @param part - 0 to `parts` − 1
 */
export function checkFixity(
  dir: string,
  { part, parts = FIXITY_PARTS }: { readonly part: number; readonly parts?: number },
): Fixity {
  const root = resolve(dir);
  try {
    const damages: FixityDamage[] = [];
    let [number, checked, bytes] = [0, 0, 0];
    for (const file of listWarcFiles(root)) {
      const mine: IndexEntry[] = [];
      for (const entry of eachEntry(root, file)) {
        if (number++ % parts === part && entry.type !== 'unreadable') mine.push(entry);
      }
      checked += mine.length;
      bytes += mine.reduce((sum, { length }) => sum + length, 0);
      if (mine.length > 0) damages.push(...checkFile(root, file, mine));
    }
    return { checked, bytes, damages };
  } catch (error) {
    throw explainFileError(error, root);
  }
}

function checkFile(dir: string, file: string, entries: readonly IndexEntry[]): readonly FixityDamage[] {
  const descriptor = openSync(join(dir, file), 'r');
  try {
    const { size } = fstatSync(descriptor);
    return entries.flatMap((entry) => {
      const reason = checkRecord(descriptor, size, entry);
      const { offset, uri } = entry;
      return reason ? [{ file, offset, ...(uri === undefined ? {} : { uri }), reason }] : [];
    });
  } finally {
    closeSync(descriptor);
  }
}

function checkRecord(
  descriptor: number,
  size: number,
  entry: IndexEntry,
): FixityDamage['reason'] | undefined {
  const { offset, length } = entry;
  if (offset + length > size) return 'missing';
  const member = readMember(descriptor, offset, size, length);
  if (typeof member === 'string' || member.length !== length) return 'damaged';
  const record = parseRecord(member.content);
  return record?.intact && saysTheSame(entry, indexEntry(record.facts, offset, length))
    ? undefined
    : 'damaged';
}

/** An index of an earlier version says less; what it says must be so. */
const saysTheSame = (entry: IndexEntry, found: IndexEntry): boolean =>
  Object.entries(entry).every(([name, value]) => found[name as keyof IndexEntry] === value);
