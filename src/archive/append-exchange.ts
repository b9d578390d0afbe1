import { hash } from 'node:crypto';
import type { Exchange } from '../model/exchange.ts';
import { appendEntry } from './append-group.ts';
import type { Archive } from './archive.ts';
import { type CaptureContext, formatContext, parseContext } from './capture-context.ts';
import { frameHeaders } from './frame-headers.ts';
import { formatHead, type Head, parseHead } from './http-head.ts';
import type { Original } from './originals.ts';
import { documentOf, httpFacts } from './parse-record.ts';
import type { Place, RecordPlace } from './place.ts';
import { formatRecordId, newRecordId } from './record-id.ts';
import { DOCUMENT_DIGEST, type NewRecord, SHA256 } from './serialize-record.ts';
import { targetUri } from './target-uri.ts';

/** An exchange to archive. One that was taken over from elsewhere may come without its request. */
export interface ArchivableExchange extends Omit<Exchange, 'requestHeaders'> {
  readonly requestHeaders?: Exchange['requestHeaders'];
  /** The body stops before its end (WARC 1.1 section 5.13): it is kept, and is no document. */
  readonly truncated?: 'length' | 'time' | 'disconnect' | 'unspecified';
}

export interface AppendedExchange {
  /** Where this answer is, the first time or again. */
  readonly record: RecordPlace;
  /** Where the document is: for one that was archived before, its first record. Null when the answer has none. */
  readonly place: Place | null;
  /** True when its bytes were not in the archive yet. */
  readonly fresh: boolean;
}

const PROFILE = 'http://netpreserve.org/warc/1.1/revisit/';

/**
 * Archives a request and its answer: `response`, or `revisit` when the same payload is there or the server says
 * that it is (304); `request`; and `metadata` with why it was fetched. All are on the disk when this returns.
 * Throws ArchiveError.
 */
export function appendExchange(
  archive: Archive,
  exchange: ArchivableExchange,
  context: CaptureContext,
): Promise<AppendedExchange> {
  const { payload } = exchange;
  const hashed = { digest: sha256Of(payload), ...exchange };
  return appendEntry(archive, {
    // Answers without a payload are no revisits of each other.
    keys: [targetUri(exchange), ...(payload.length > 0 ? [hashed.digest] : [])],
    bytes: payload.length,
    make: () => {
      const answer = makeAnswer(archive, hashed);
      const request = exchange.requestHeaders ? [makeRequest(exchange, answer)] : [];
      return [answer, ...request, makeMetadata(answer, context)];
    },
    onKept: ([record], [answer]) => keptExchange(archive, record as RecordPlace, answer as NewRecord),
  });
}

function keptExchange(archive: Archive, record: RecordPlace, { facts }: NewRecord): AppendedExchange {
  const { type, sha256 } = facts;
  const known = sha256 === undefined ? undefined : archive.places.get(sha256);
  const fresh = sha256 !== undefined && known === undefined && type !== 'revisit';
  const place = fresh ? { sha256, ...record } : (known ?? null);
  if (fresh) archive.places.add({ sha256, ...record });
  archive.originals.remember(facts, record);
  return { record, place, fresh };
}

/** With the sha256 of its payload: to hash a large file takes longer than all else that is done with it. */
interface HashedExchange extends ArchivableExchange {
  readonly digest: string;
}

function makeAnswer(archive: Archive, exchange: HashedExchange): NewRecord {
  const { payload, digest, status, truncated } = exchange;
  const uri = targetUri(exchange);
  if (status === 304) {
    const earlier = archive.originals.ofUri(uri);
    return earlier ? makeRevisit(exchange, uri, earlier, 'server-not-modified') : makeResponse(exchange, uri);
  }
  if (payload.length === 0 || truncated) return makeResponse(exchange, uri);
  const earlier = archive.originals.find('response', digest);
  // The same payload under another content encoding is another document.
  const same = earlier && earlier.sha256 === documentDigest(parseHead(headOf(exchange)), exchange);
  return same ? makeRevisit(exchange, uri, earlier, 'identical-payload-digest') : makeResponse(exchange, uri);
}

function makeResponse(exchange: HashedExchange, uri: string): NewRecord {
  const { payload, digest, truncated, responseHeaders } = exchange;
  const head = headOf(exchange, frameHeaders(responseHeaders, payload.length));
  const sha256 = truncated ? undefined : documentDigest(parseHead(head), exchange);
  const fields = { 'WARC-Payload-Digest': SHA256 + digest, ...truncatedField(truncated) };
  const block = Buffer.concat([Buffer.from(head, 'latin1'), payload]);
  return makeHttpRecord(exchange, head, {
    uri,
    block,
    fields,
    facts: { type: 'response', payload: digest, sha256 },
  });
}

function makeRevisit(
  exchange: ArchivableExchange,
  uri: string,
  earlier: Original,
  profile: 'identical-payload-digest' | 'server-not-modified',
): NewRecord {
  const head = headOf(exchange);
  const { payload, sha256, id } = earlier;
  const facts = { type: 'revisit', payload, sha256, of: id } as const;
  const block = Buffer.from(head, 'latin1');
  return makeHttpRecord(exchange, head, { uri, block, fields: revisitFields(earlier, profile), facts });
}

function makeHttpRecord(
  exchange: ArchivableExchange,
  head: string,
  { uri, block, fields, facts }: Pick<NewRecord, 'block' | 'fields' | 'facts'> & { readonly uri: string },
): NewRecord {
  const id = newRecordId();
  const date = exchange.date.toISOString();
  return {
    id,
    ...{ uri, date, block },
    fields: { ...fields, ...ipField(exchange) },
    contentType: 'application/http; msgtype=response',
    facts: { id, uri, date, ...facts, ...httpFacts(parseHead(head)) },
  };
}

/** The fields by which a reader finds the bytes that a revisit stands for (WARC 1.1 section 6.7). */
export function revisitFields(earlier: Original, profile: string): Record<string, string> {
  const { sha256, payload, id, uri, date } = earlier;
  return {
    'WARC-Profile': PROFILE + profile,
    'WARC-Payload-Digest': SHA256 + payload,
    'WARC-Refers-To': formatRecordId(id),
    'WARC-Refers-To-Target-URI': uri,
    'WARC-Refers-To-Date': date,
    ...(sha256 === undefined ? {} : { [DOCUMENT_DIGEST]: SHA256 + sha256 }),
  };
}

function makeRequest(exchange: ArchivableExchange, answer: NewRecord): NewRecord {
  const { method, url, httpVersion, requestHeaders = [], requestBody = '' } = exchange;
  const startLine = `${method} ${pathOf(url)} ${httpVersion}`;
  const body = Buffer.from(requestBody);
  return {
    id: newRecordId(),
    ...{ uri: answer.uri ?? '', date: answer.date },
    contentType: 'application/http; msgtype=request',
    block: Buffer.concat([formatHead({ startLine, headers: requestHeaders }), body]),
    fields: { ...concurrentTo(answer), ...ipField(exchange) },
    facts: { type: 'request' },
  };
}

export function makeMetadata(about: NewRecord, context: CaptureContext): NewRecord {
  const block = formatContext(context);
  return {
    id: newRecordId(),
    ...{ uri: about.uri ?? '', date: about.date },
    contentType: 'application/warc-fields',
    block,
    fields: concurrentTo(about),
    facts: { type: 'metadata', of: about.id, ...parseContext(block) },
  };
}

/** The head of the answer as text of one character a byte: what a reader of the record will find. */
function headOf(
  { httpVersion, status, statusText, responseHeaders }: ArchivableExchange,
  headers = responseHeaders,
): string {
  return formatHead({ startLine: `${httpVersion} ${status} ${statusText}`, headers }).toString('latin1');
}

function documentDigest(head: Head, { payload, digest }: HashedExchange): string | undefined {
  const document = documentOf(head, payload);
  return document === payload ? digest : document && sha256Of(document);
}

/** Path and query, as a request line has them (RFC 9112 section 3.2.1). */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
const concurrentTo = ({ id }: NewRecord) => ({ 'WARC-Concurrent-To': formatRecordId(id) });
const ipField = ({ ip }: ArchivableExchange): Record<string, string> =>
  ip === undefined ? {} : { 'WARC-IP-Address': ip };
const truncatedField = (reason: string | undefined): Record<string, string> =>
  reason === undefined ? {} : { 'WARC-Truncated': reason };
