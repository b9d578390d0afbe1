import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexEntry, indexEntry } from './index-file.ts';
import { parseRecord } from './parse-record.ts';
import { findMember, type MemberProblem, readMember } from './read-member.ts';

/** Bytes that are no whole record: the end of a write that a crash cut off, or a record that has changed. */
export interface Damage {
  readonly offset: number;
  readonly reason: MemberProblem;
}

/** What a WARC file holds from some offset on. */
export interface Scan {
  readonly entries: readonly IndexEntry[];
  readonly damages: readonly Damage[];
}

/**
 * Reads every record of a WARC file from `from` on, checking each against its digest. Bytes that are no whole
 * record are `unreadable` entries; reading goes on at the next record.
 */
export function scanFile(dir: string, file: string, from: number): Scan {
  const descriptor = openSync(join(dir, file), 'r');
  try {
    return scan(descriptor, from, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

function scan(descriptor: number, from: number, size: number): Scan {
  const entries: IndexEntry[] = [];
  const damages: Damage[] = [];
  for (let offset = from; offset < size; ) {
    const found = readEntry(descriptor, offset, size);
    const next = typeof found === 'string' ? findMember(descriptor, offset + 1, size) : offset + found.length;
    if (typeof found === 'string') damages.push({ offset, reason: found });
    entries.push(typeof found === 'string' ? { type: 'unreadable', offset, length: next - offset } : found);
    offset = next;
  }
  return { entries, damages };
}

function readEntry(descriptor: number, offset: number, size: number): IndexEntry | MemberProblem {
  const member = readMember(descriptor, offset, size);
  if (typeof member === 'string') return member;
  const record = parseRecord(member.content);
  return record?.intact ? indexEntry(record.facts, offset, member.length) : 'damaged';
}
