import { fstatSync } from 'node:fs';
import type { Archive } from './archive.ts';
import { explainFileError } from './archive-error.ts';
import { appendToIndex, type IndexEntry, indexEntry } from './index-file.ts';
import { makeWarcinfo } from './make-warcinfo.ts';
import type { RecordPlace } from './place.ts';
import { type NewRecord, serializeRecord } from './serialize-record.ts';
import { nextWarcFile } from './warc-files.ts';
import { appendBytes, closeWriter, createWriter, reopenWriter, type WarcWriter } from './warc-writer.ts';

/** A record with its gzip member. */
export interface Member {
  readonly record: NewRecord;
  readonly bytes: Uint8Array;
}

export const toMember = async (record: NewRecord): Promise<Member> => ({
  record,
  bytes: await serializeRecord(record),
});

/**
 * Writes members at the end of one file, with one sync for all. They are on the disk when this returns, and their
 * index entries are written after them; those can be made again. One call at a time: append-group sees to that.
 * Returns the places in the order given. Throws ArchiveError.
 */
export async function appendMembers(
  archive: Archive,
  members: readonly Member[],
): Promise<readonly RecordPlace[]> {
  try {
    const writer = writerFor(archive, totalLength(members));
    if (writer.size > 0) return await writeMembers(archive, writer, members);
    const info = makeWarcinfo(writer.file, members[0]?.record.date ?? '', archive.info);
    return (await writeMembers(archive, writer, [await toMember(info), ...members])).slice(1);
  } catch (error) {
    throw explainFileError(error, archive.dir);
  }
}

async function writeMembers(
  archive: Archive,
  writer: WarcWriter,
  members: readonly Member[],
): Promise<readonly RecordPlace[]> {
  let offset = await appendBytes(
    writer,
    members.map(({ bytes }) => bytes),
  );
  const entries: IndexEntry[] = [];
  for (const { record, bytes } of members) {
    entries.push(indexEntry(record.facts, offset, bytes.length));
    offset += bytes.length;
  }
  appendToIndex(archive.dir, writer.file, entries);
  return entries.map((entry) => ({ file: writer.file, offset: entry.offset, length: entry.length }));
}

/** The open file if the members have room in it, else the next one. */
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

const totalLength = (members: readonly Member[]): number =>
  members.reduce((sum, { bytes }) => sum + bytes.length, 0);
