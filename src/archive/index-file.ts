import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One record of a WARC file. `unreadable` is none: bytes of a write that was cut off, or of a record that has
 * changed since. Nothing is appended to a file that has some.
 */
export interface IndexEntry {
  readonly type: 'warcinfo' | 'resource' | 'response' | 'revisit' | 'request' | 'metadata' | 'unreadable';
  readonly offset: number;
  readonly length: number;
  /** Of the payload; for records that carry a document. */
  readonly sha256?: string;
  readonly uri?: string;
  readonly date?: string;
}

/** Beside each WARC file, a line of JSON a record. It saves reading the file: rebuildIndex makes it from the file alone. */
const indexPath = (dir: string, file: string): string => join(dir, `${file}.index.jsonl`);

/** The entries in order; without a line that a crash cut off and all after it. Empty when there is no index. */
export function readIndex(dir: string, file: string): IndexEntry[] {
  const path = indexPath(dir, file);
  if (!existsSync(path)) return [];
  const entries: IndexEntry[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = parseLine(line);
    if (!entry || entry.offset !== endOf(entries)) break;
    entries.push(entry);
  }
  return entries;
}

export function appendToIndex(dir: string, file: string, entry: IndexEntry): void {
  appendFileSync(indexPath(dir, file), formatLine(entry));
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
