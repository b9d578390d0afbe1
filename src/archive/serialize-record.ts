import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { formatHead } from './http-head.ts';
import type { RecordFacts } from './index-file.ts';
import { formatRecordId } from './record-id.ts';

export const WARC_VERSION = 'WARC/1.1';
export const SHA256 = 'sha256:';
/** Extension field (WARC 1.1 section 5): which document a revisit stands for, content encoding undone. */
export const DOCUMENT_DIGEST = 'Gongkai-Document-Digest';

/** Extension field: the name on disk that an imported document was at hand under, percent-encoded. */
export const FILE_NAME = 'Gongkai-File-Name';

/** A record before it is written: its block as bytes, and what the index will say of it. */
export interface NewRecord {
  readonly id: string;
  readonly uri?: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly contentType: string;
  readonly block: Uint8Array;
  /** WARC fields beyond those above. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly facts: RecordFacts;
}

/**
 * Up to this size a record is compressed at once: to hand it to another thread and back takes longer. The window need
 * not be larger than the record: to make and clear one of 32 KiB takes longer than to compress a request.
 */
const AT_ONCE_BYTES = 256 * 1024;
const SMALL_BYTES = 2048;
const SMALL = { windowBits: 11, memLevel: 4, chunkSize: SMALL_BYTES };

const compressAside = promisify(gzip);

function compress(bytes: Buffer): Buffer | Promise<Buffer> {
  if (bytes.length > AT_ONCE_BYTES) return compressAside(bytes);
  return gzipSync(bytes, bytes.length <= SMALL_BYTES ? SMALL : {});
}

const RECORD_END = Buffer.from('\r\n\r\n');

/**
 * The record as one gzip member, with a digest of its block. Written out here and not by a library, so that the
 * bytes of an HTTP head stay as they came (the library writes them anew in UTF-8) and any address may stand in a
 * field (it takes `,,,` for several values).
 */
export async function serializeRecord(record: NewRecord): Promise<Buffer> {
  const { id, uri, date, contentType, block, fields = {}, facts } = record;
  const headers: [string, string][] = [
    ['WARC-Type', facts.type],
    ['WARC-Record-ID', formatRecordId(id)],
    ['WARC-Date', date],
    ...(uri === undefined ? [] : [['WARC-Target-URI', uri] as [string, string]]),
    ...Object.entries(fields),
    ['WARC-Block-Digest', SHA256 + hash('sha256', block, 'hex')],
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ];
  return compress(Buffer.concat([formatHead({ startLine: WARC_VERSION, headers }), block, RECORD_END]));
}
