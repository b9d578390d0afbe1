import { hash } from 'node:crypto';
import { parseContext } from './capture-context.ts';
import { decodeContent } from './decode-content.ts';
import { type Head, headerOf, splitMessage } from './http-head.ts';
import type { RecordDetails, RecordFacts } from './index-file.ts';
import { parseRecordId } from './record-id.ts';
import { DOCUMENT_DIGEST, FILE_NAME, SHA256 } from './serialize-record.ts';

/** A WARC record taken apart: what the index says of it, and its bytes. */
export interface ParsedRecord {
  readonly facts: RecordFacts;
  /** The document, content encoding undone; undefined when the record carries none or it cannot be undone. */
  readonly document?: Uint8Array;
  /** False when the bytes are not those that were written. */
  readonly intact: boolean;
}

interface Described {
  readonly facts: RecordDetails;
  readonly document?: Uint8Array;
  /** Sha256 of the payload where the payload is in the record. */
  readonly payload?: string;
}

/** The record in the content of one gzip member; undefined when there is none. */
export function parseRecord(content: Uint8Array): ParsedRecord | undefined {
  const { head, body } = splitMessage(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  const type = headerOf(head.headers, 'warc-type') as RecordFacts['type'] | undefined;
  const length = Number(headerOf(head.headers, 'content-length'));
  if (!head.startLine.startsWith('WARC/') || type === undefined || !(body.length >= length)) return undefined;
  const block = body.subarray(0, length);
  const { facts, document, payload } = DESCRIBE[type]?.(head, block) ?? { facts: {} };
  const intact = agrees(head, 'warc-block-digest', sha256(block)) && agrees(head, PAYLOAD_DIGEST, payload);
  return { facts: { type, ...facts }, ...(document ? { document } : {}), intact };
}

const PAYLOAD_DIGEST = 'warc-payload-digest';

type Describe = (head: Head, block: Buffer) => Described;
const DESCRIBE: Readonly<Partial<Record<RecordFacts['type'], Describe>>> = {
  resource: describeResource,
  response: describeResponse,
  revisit: describeRevisit,
  metadata: describeMetadata,
};

/** Metadata of a record tells of that record; a note tells of an address and a document that are archived already. */
function describeMetadata(head: Head, block: Buffer): Described {
  const context = parseContext(block);
  const of = parseRecordId(headerOf(head.headers, 'warc-concurrent-to'));
  const { uri, date } = commonFacts(head);
  return { facts: { of, ...(of === undefined ? { uri, date } : {}), ...context } };
}

function describeResource(head: Head, block: Buffer): Described {
  const payload = sha256(block);
  const contentType = headerOf(head.headers, 'content-type');
  const encoded = headerOf(head.headers, FILE_NAME);
  const name = encoded === undefined ? undefined : decodeURIComponent(encoded);
  return { facts: { ...commonFacts(head), sha256: payload, contentType, name }, document: block, payload };
}

function describeResponse(head: Head, block: Buffer): Described {
  const { head: http, body } = splitMessage(block);
  const payload = sha256(body);
  const truncated = headerOf(head.headers, 'warc-truncated') !== undefined;
  const document = truncated ? undefined : documentOf(http, body);
  const facts = { ...commonFacts(head), ...httpFacts(http), payload };
  if (!document) return { facts, payload };
  return { facts: { ...facts, sha256: document === body ? payload : sha256(document) }, document, payload };
}

/** The document of an answer: its payload without content encoding. A 304 has none, nor what cannot be decoded. */
export function documentOf(http: Head, payload: Uint8Array): Uint8Array | undefined {
  if (httpFacts(http).status === 304) return undefined;
  const decoded = decodeContent(payload, headerOf(http.headers, 'content-encoding'));
  return 'problem' in decoded ? undefined : decoded.bytes;
}

/** The earlier record has the bytes; this one says which, and has the headers of the later answer. */
function describeRevisit(head: Head, block: Buffer): Described {
  const { headers } = head;
  const facts = {
    ...commonFacts(head),
    ...(block.length > 0 ? httpFacts(splitMessage(block).head) : {}),
    sha256: hexOf(headerOf(headers, DOCUMENT_DIGEST)),
    payload: hexOf(headerOf(headers, PAYLOAD_DIGEST)),
    of: parseRecordId(headerOf(headers, 'warc-refers-to')),
  };
  return { facts };
}

const commonFacts = ({ headers }: Head): RecordDetails => ({
  id: parseRecordId(headerOf(headers, 'warc-record-id')),
  uri: headerOf(headers, 'warc-target-uri'),
  date: headerOf(headers, 'warc-date'),
});

/** Status and media type of an HTTP answer. */
export function httpFacts({ startLine, headers }: Head): Pick<RecordDetails, 'status' | 'contentType'> {
  const status = /^HTTP\/\S+ +(\d{3})\b/.exec(startLine)?.[1];
  return {
    status: status === undefined ? undefined : Number(status),
    contentType: headerOf(headers, 'content-type') || undefined,
  };
}

const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
const hexOf = (digest: string | undefined): string | undefined =>
  digest?.startsWith(SHA256) ? digest.slice(SHA256.length) : undefined;

/** A digest of another kind than ours, or of bytes that are elsewhere, is no evidence against the record. */
function agrees({ headers }: Head, name: string, actual: string | undefined): boolean {
  const expected = hexOf(headerOf(headers, name));
  return expected === undefined || actual === undefined || expected === actual;
}
