import { fstatSync } from 'node:fs';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { Archive } from './archive.ts';
import { explainFileError } from './archive-error.ts';
import { appendToIndex, type IndexEntry } from './index-file.ts';
import { indexRecord } from './scan-file.ts';
import { nextWarcFile } from './warc-files.ts';
import { appendBytes, closeWriter, createWriter, reopenWriter, type WarcWriter } from './warc-writer.ts';

export const WARC_VERSION = 'WARC/1.1';
const SOFTWARE = 'gongkai';

/** What the index says of a record besides its place. */
export type RecordFacts = Pick<IndexEntry, 'type' | 'uri' | 'date' | 'sha256'>;

export interface AppendedRecord {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * Writes a record as one gzip member at the end of the archive; it is on the disk when this returns, its index
 * entry may not be (it can be made again). One at a time: call it within `inTurn`. Throws ArchiveError.
 */
export async function appendRecord(
  archive: Archive,
  record: WARCRecord,
  facts: RecordFacts,
): Promise<AppendedRecord> {
  const member = await WARCSerializer.serialize(record, { gzip: true });
  try {
    const writer = await writerFor(archive, member.length, facts.date);
    const offset = appendMember(archive, writer, member, facts);
    return { file: writer.file, offset, length: member.length };
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

function appendMember(archive: Archive, writer: WarcWriter, member: Uint8Array, facts: RecordFacts): number {
  const offset = appendBytes(writer, member);
  appendToIndex(archive.dir, writer.file, indexRecord(facts, offset, member.length));
  return offset;
}

/** The open file if the record has room in it, else the next one. */
async function writerFor(archive: Archive, length: number, date: string | undefined): Promise<WarcWriter> {
  archive.writer ??= reopenLast(archive);
  if (archive.writer && hasRoom(archive, archive.writer, length)) return archive.writer;
  if (archive.writer) closeWriter(archive.writer);
  archive.writer = undefined;
  const file = nextWarcFile(archive.files);
  const writer = createWriter(archive.dir, file);
  archive.files.push(file);
  archive.writer = writer;
  appendMember(archive, writer, await makeWarcinfo(file, date), { type: 'warcinfo' });
  return writer;
}

function reopenLast(archive: Archive): WarcWriter | undefined {
  const file = archive.appendable;
  archive.appendable = undefined;
  return file === undefined ? undefined : reopenWriter(archive.dir, file);
}

/** A file that someone else has written to in the meantime is left alone. */
function hasRoom({ fileLimitBytes }: Archive, { descriptor, size }: WarcWriter, length: number): boolean {
  return size + length <= fileLimitBytes && fstatSync(descriptor).size === size;
}

function makeWarcinfo(filename: string, date: string | undefined): Promise<Uint8Array> {
  const options = { filename, warcVersion: WARC_VERSION, ...(date === undefined ? {} : { date }) } as const;
  const info = { software: SOFTWARE, format: 'WARC File Format 1.1' };
  return WARCSerializer.serialize(WARCRecord.createWARCInfo(options, info), { gzip: true });
}
