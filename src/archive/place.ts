import type { IndexEntry } from './index-file.ts';

/** Where a record is: `length` bytes at `offset` of `file` (a name within the archive) are one gzip member. */
export interface Place {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  /** Of the document: the bytes as they were published, content encoding undone; in hexadecimal. */
  readonly sha256: string;
}

/** Notes where a document is; the first record that has it counts, and a revisit has none. */
export function rememberPlace(places: Map<string, Place>, file: string, entry: IndexEntry): void {
  const { type, sha256, offset, length } = entry;
  if (type === 'revisit' || sha256 === undefined || places.has(sha256)) return;
  places.set(sha256, { file, offset, length, sha256 });
}
