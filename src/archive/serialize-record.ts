import { hash } from 'node:crypto';
import { compressMember } from './compress-member.ts';
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
  return compressMember(Buffer.concat([formatHead({ startLine: WARC_VERSION, headers }), block, RECORD_END]));
}
