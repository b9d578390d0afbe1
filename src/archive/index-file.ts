import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type CaptureContext, CONTEXT_NAMES } from './capture-context.ts';

/** `unreadable` is no record: bytes of a write that was cut off, or of a record that has changed since. */
export type EntryType =
  | 'warcinfo'
  | 'resource'
  | 'response'
  | 'revisit'
  | 'request'
  | 'metadata'
  | 'conversion'
  | 'continuation'
  | 'unreadable';

type Known<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What a record says of itself besides its kind; undefined where it says nothing. */
export type RecordDetails = Known<RecordNames & CaptureContext>;

interface RecordNames {
  /** UUID of a record that others refer to. */
  readonly id: string;
  readonly uri: string;
  readonly date: string;
  /** Of the document: the payload without content encoding. Absent when that cannot be undone, or bytes are missing. */
  readonly sha256: string;
  /** Sha256 of the payload as it was sent, for answers of a server; for a revisit that of the earlier answer. */
  readonly payload: string;
  readonly status: number;
  readonly contentType: string;
  /** Of a revisit: the record that has the bytes. Of metadata: the record it tells of. */
  readonly of: string;
}

/** What the index says of a record besides its place: what the record itself says, and no more. */
export interface RecordFacts extends RecordDetails {
  readonly type: Exclude<EntryType, 'unreadable'>;
}

/** One record of a WARC file. Nothing is appended to a file that has an `unreadable` one. */
export interface IndexEntry extends RecordDetails {
  readonly type: EntryType;
  readonly offset: number;
  readonly length: number;
}

/** The facts in one order and without gaps: the same line whether the record was just written or read back. */
export function indexEntry(facts: RecordFacts, offset: number, length: number): IndexEntry {
  const { type, id, uri, date, sha256, payload, status, contentType, of } = facts;
  const known = { type, offset, length, id, uri, date, sha256, payload, status, contentType, of };
  const entry: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(known)) if (value !== undefined) entry[name] = value;
  for (const name of CONTEXT_NAMES) if (facts[name] !== undefined) entry[name] = facts[name];
  return entry as never;
}

/** Beside each WARC file, a line of JSON a record. It saves reading the file: rebuildIndex makes it from the file alone. */
export const indexPath = (dir: string, file: string): string => join(dir, `${file}.index.jsonl`);

const PIECE_BYTES = 256 * 1024;
const LINE_FEED = 10;

/** The entries in order; without a line that a crash cut off and all after it. Empty when there is no index. */
export const readIndex = (dir: string, file: string): IndexEntry[] => [...eachEntry(dir, file)];

/** As readIndex, one after the other: together those of a large file take more memory than all else that a night does. */
export function* eachEntry(dir: string, file: string): Generator<IndexEntry, void> {
  let end = 0;
  for (const line of linesOf(indexPath(dir, file))) {
    const entry = parseLine(line);
    if (!entry || entry.offset !== end) return;
    end = entry.offset + entry.length;
    yield entry;
  }
}

function* linesOf(path: string): Generator<string, void> {
  if (!existsSync(path)) return;
  const descriptor = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    let open: Buffer = Buffer.alloc(0);
    for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) {
      const bytes = Buffer.concat([open, piece.subarray(0, size)]);
      let start = 0;
      for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, start)) {
        yield bytes.toString('utf8', start, at);
        start = at + 1;
      }
      open = bytes.subarray(start);
    }
    if (open.length > 0) yield open.toString();
  } finally {
    closeSync(descriptor);
  }
}

export function appendToIndex(dir: string, file: string, entries: readonly IndexEntry[]): void {
  appendFileSync(indexPath(dir, file), entries.map(formatLine).join(''));
}

/** Replaces the index as a whole: a reader sees the old one or the new one. */
export function writeIndex(dir: string, file: string, entries: readonly IndexEntry[]): void {
  const draft = `${indexPath(dir, file)}.new`;
  writeFileSync(draft, entries.map(formatLine).join(''));
  renameSync(draft, indexPath(dir, file));
}

/** How far into the WARC file the entries reach. */
export function endOf(entries: readonly IndexEntry[]): number {
  const last = entries.at(-1);
  return last ? last.offset + last.length : 0;
}

function parseLine(line: string): IndexEntry | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as IndexEntry);
  } catch {
    return undefined;
  }
}

const formatLine = (entry: IndexEntry): string => `${JSON.stringify(entry)}\n`;
