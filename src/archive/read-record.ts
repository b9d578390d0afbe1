import { closeSync, openSync, readSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ArchiveError, explainFileError } from './archive-error.ts';
import { DECODE_LIMITS } from './decode-content.ts';
import type { RecordFacts } from './index-file.ts';
import { parseRecord } from './parse-record.ts';
import type { Place, RecordPlace } from './place.ts';

/** A document at its limit, and its headers. */
const MOST_RECORD_BYTES = DECODE_LIMITS.maxBytes + 1024 * 1024;

/** An archived document, and whether it is the one that was asked for. */
export interface OpenedRecord {
  /** As they were published, content encoding undone (within DECODE_LIMITS). */
  readonly bytes: Uint8Array;
  /** When it was archived, ISO; undefined when its record does not say. */
  readonly date: string | undefined;
  /** False when these are not the bytes that were archived: they are evidence of nothing. */
  readonly intact: boolean;
}

/** A record as it is in the archive now. Throws ArchiveError when the file is missing or holds no document there. */
export async function openRecord(dir: string, place: Place): Promise<OpenedRecord> {
  const where = whereOf(place);
  const record = parseRecord(unpack(readBytes(pathOf(dir, place.file), place), where));
  if (!record?.document) throw new ArchiveError('damaged', where, 'holds no document');
  const { document, facts } = record;
  return { bytes: document, date: facts.date, intact: record.intact && facts.sha256 === place.sha256 };
}

/**
 * The bytes of an archived document. Throws ArchiveError when the file is missing or the bytes are not those that were
 * archived.
 */
export async function readRecord(dir: string, place: Place): Promise<Uint8Array> {
  const { bytes, intact } = await openRecord(dir, place);
  if (!intact) throw new ArchiveError('damaged', whereOf(place), `is not the document ${place.sha256}`);
  return bytes;
}

const whereOf = ({ file, offset }: Place): string => `${file} at ${offset}`;

/** What a record says of itself; undefined when it cannot be read, or its bytes are not those that were archived. */
export function readFacts(dir: string, place: RecordPlace): RecordFacts | undefined {
  try {
    const record = parseRecord(unpack(readBytes(pathOf(dir, place.file), place), place.file));
    return record?.intact ? record.facts : undefined;
  } catch (error) {
    if (error instanceof ArchiveError && error.problem === 'damaged') return undefined;
    throw error;
  }
}

function readBytes(path: string, { offset, length }: RecordPlace): Buffer {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function unpack(bytes: Buffer, where: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_RECORD_BYTES });
  } catch (cause) {
    throw new ArchiveError('damaged', where, 'cannot be unpacked', { cause });
  }
}

/** A place comes from a database: it must not lead out of the archive. */
function pathOf(dir: string, file: string): string {
  const root = resolve(dir);
  const path = resolve(join(root, file));
  if (!path.startsWith(root + sep)) throw new ArchiveError('missing', file, 'is not in the archive');
  return path;
}
