import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexEntry } from './index-file.ts';
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

/** Types whose payload is a document. */
const DOCUMENTS: readonly IndexEntry['type'][] = ['resource', 'response'];

/**
 * Reads every record of a WARC file from `from` on, checking each against its digest. Bytes that are no whole
 * record are `unreadable` entries; reading goes on at the next record.
 */
export async function scanFile(dir: string, file: string, from: number): Promise<Scan> {
  const descriptor = openSync(join(dir, file), 'r');
  try {
    return await scan(descriptor, from, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

async function scan(descriptor: number, from: number, size: number): Promise<Scan> {
  const entries: IndexEntry[] = [];
  const damages: Damage[] = [];
  for (let offset = from; offset < size; ) {
    const found = await readEntry(descriptor, offset, size);
    const next = typeof found === 'string' ? findMember(descriptor, offset + 1, size) : offset + found.length;
    if (typeof found === 'string') damages.push({ offset, reason: found });
    entries.push(typeof found === 'string' ? { type: 'unreadable', offset, length: next - offset } : found);
    offset = next;
  }
  return { entries, damages };
}

async function readEntry(
  descriptor: number,
  offset: number,
  size: number,
): Promise<IndexEntry | MemberProblem> {
  const member = readMember(descriptor, offset, size);
  if (typeof member === 'string') return member;
  const record = await parseRecord(member.content);
  if (!record?.intact) return 'damaged';
  return indexRecord(record, offset, member.length);
}

/** The index entry of a record: the same whether it was just written or read back. */
export function indexRecord(
  record: Pick<IndexEntry, 'type' | 'uri' | 'date' | 'sha256'>,
  offset: number,
  length: number,
): IndexEntry {
  const { type, uri, date, sha256 } = record;
  if (!DOCUMENTS.includes(type) || !sha256) return { type, offset, length };
  return { type, offset, length, sha256, ...(uri ? { uri } : {}), ...(date ? { date } : {}) };
}
