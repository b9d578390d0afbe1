import { fstatSync } from 'node:fs';
import type { Archive } from './archive.ts';
import { explainFileError } from './archive-error.ts';
import { appendToIndex, type IndexEntry, indexEntry } from './index-file.ts';
import { makeWarcinfo } from './make-warcinfo.ts';
import { type NewRecord, serializeRecord } from './serialize-record.ts';
import { nextWarcFile } from './warc-files.ts';
import { appendBytes, closeWriter, createWriter, reopenWriter, type WarcWriter } from './warc-writer.ts';

export interface AppendedRecord {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * Writes records that belong together at the end of one file, each a gzip member, with one sync for all. They are
 * on the disk when this returns, and their index entries are written after them; those can be made again. One
 * call at a time: call it within `inTurn`. Returns the places in the order given. Throws ArchiveError.
 */
export async function appendRecords(
  archive: Archive,
  records: readonly NewRecord[],
): Promise<readonly AppendedRecord[]> {
  const members = await Promise.all(records.map(serializeRecord));
  try {
    const writer = writerFor(archive, totalLength(members));
    if (writer.size > 0) return writeMembers(archive, writer, records, members);
    const info = makeWarcinfo(writer.file, records[0]?.date ?? '', archive.info);
    const all = [await serializeRecord(info), ...members];
    return writeMembers(archive, writer, [info, ...records], all).slice(1);
  } catch (error) {
    throw explainFileError(error, archive.dir);
  }
}

/** Runs `work` when all earlier writes have ended, well or badly. */
export function inTurn<T>(archive: Archive, work: () => Promise<T>): Promise<T> {
  const turn = archive.queue.then(work, work);
  archive.queue = turn.catch(() => undefined);
  return turn;
}

function writeMembers(
  archive: Archive,
  writer: WarcWriter,
  records: readonly NewRecord[],
  members: readonly Uint8Array[],
): readonly AppendedRecord[] {
  let offset = appendBytes(writer, Buffer.concat(members));
  const entries: IndexEntry[] = [];
  for (const [index, { facts }] of records.entries()) {
    const length = members[index]?.length ?? 0;
    entries.push(indexEntry(facts, offset, length));
    offset += length;
  }
  appendToIndex(archive.dir, writer.file, entries);
  return entries.map((entry) => ({ file: writer.file, offset: entry.offset, length: entry.length }));
}

/** The open file if the records have room in it, else the next one. */
function writerFor(archive: Archive, length: number): WarcWriter {
  archive.writer ??= reopenLast(archive);
  if (archive.writer && hasRoom(archive, archive.writer, length)) return archive.writer;
  if (archive.writer) closeWriter(archive.writer);
  archive.writer = undefined;
  const file = nextWarcFile(archive.files);
  // First: when the disk is full the name may be taken and the file not usable.
  archive.files.push(file);
  const writer = createWriter(archive.dir, file);
  archive.writer = writer;
  return writer;
}

function reopenLast(archive: Archive): WarcWriter | undefined {
  const file = archive.appendable;
  archive.appendable = undefined;
  return file === undefined ? undefined : reopenWriter(archive.dir, file);
}

/** A file that someone else has written to in the meantime is left alone; one that is empty always has room. */
function hasRoom({ fileLimitBytes }: Archive, { descriptor, size }: WarcWriter, length: number): boolean {
  return (size === 0 || size + length <= fileLimitBytes) && fstatSync(descriptor).size === size;
}

const totalLength = (members: readonly Uint8Array[]): number =>
  members.reduce((sum, { length }) => sum + length, 0);
