import { agreesWithDigest } from './check-digest.ts';
import { dechunk } from './dechunk.ts';
import { DECODE_LIMITS, type DecodeLimits, decodeContent } from './decode-content.ts';
import { type Head, type Headers, headerOf, parseHead, splitMessage } from './http-head.ts';
import { httpFacts } from './parse-record.ts';
import { PieceReader } from './piece-reader.ts';
import { readPieces } from './read-pieces.ts';

/** A document in a WARC file: the answer of a server, or a resource that was not fetched over HTTP. */
export interface WarcDocument {
  readonly kind: 'document';
  readonly type: 'response' | 'resource';
  readonly url: string;
  readonly date: Date;
  readonly ip?: string;
  /** The answer's start line and headers; of a resource, 200 and its media type. */
  readonly http: Head;
  readonly status: number;
  readonly contentType?: string;
  /** Without transfer encoding, with its content encoding. */
  readonly payload: Buffer;
  /** Without content encoding. */
  readonly body: Uint8Array;
}

/** Why a record gave no document. */
export const WARC_LEFT_OUT = [
  'other_record', // about the crawl, or a request
  'revisit', // says that the answer was an earlier one
  'too_large',
  'undecodable', // its content encoding cannot be undone
  'truncated', // the crawler stopped in the middle of it, and says so
  'damaged',
] as const;
export type WarcLeftOut = (typeof WARC_LEFT_OUT)[number];

export type WarcItem =
  | WarcDocument
  | { readonly kind: 'left_out'; readonly reason: WarcLeftOut; readonly url?: string }
  /** Bytes that are no record, or that cost the record before: `cut_off` when the file just stops. */
  | { readonly kind: 'junk'; readonly reason: 'cut_off' | 'damaged' };

const MOST_HEAD_BYTES = 64 * 1024;
const RECORD_LINE = /^WARC\/\d\.\d+\r?\n?$/;

/**
 * Reads a WARC file of any writer: gzip a record, gzip as a whole, or plain. Every record gives one item, in
 * order; what is damaged gives an item that says so, and reading goes on behind it. Memory is that of one record
 * within the limits. Throws what opening the file throws.
 */
export async function* readWarc(
  path: string,
  limits: DecodeLimits = DECODE_LIMITS,
): AsyncGenerator<WarcItem> {
  const reader = new PieceReader(readPieces(path));
  while (!reader.ended) {
    yield* readRecords(reader, limits);
    if (reader.damage) yield { kind: 'junk', reason: reader.damage.reason };
    reader.resume();
  }
}

async function* readRecords(reader: PieceReader, limits: DecodeLimits): AsyncGenerator<WarcItem> {
  for (let inJunk = false; ; ) {
    const line = await reader.readLine(MOST_HEAD_BYTES);
    if (line.length === 0) return;
    const text = line.toString('latin1');
    if (RECORD_LINE.test(text)) {
      inJunk = false;
      yield await readRecord(reader, text, limits);
    } else if (text.trim() !== '' && !inJunk) {
      inJunk = true;
      yield { kind: 'junk', reason: 'damaged' };
    }
  }
}

async function readRecord(reader: PieceReader, firstLine: string, limits: DecodeLimits): Promise<WarcItem> {
  const head = await readHead(reader, firstLine);
  const type = head && headerOf(head.headers, 'warc-type')?.toLowerCase();
  const length = Number((head && headerOf(head.headers, 'content-length')) ?? Number.NaN);
  if (!head || type === undefined || !Number.isSafeInteger(length) || length < 0) return leftOut('damaged');
  const url = urlOf(head.headers);
  const isDocument = type === 'response' || type === 'resource';
  if (!isDocument || length > limits.maxBytes + MOST_HEAD_BYTES) {
    const whole = (await reader.skip(length)) === length && (await endsWell(reader));
    if (!whole) return leftOut('damaged', url);
    return leftOut(isDocument ? 'too_large' : type === 'revisit' ? 'revisit' : 'other_record', url);
  }
  const block = await reader.read(length);
  const whole = block.length === length && (await endsWell(reader));
  if (!whole || !agreesWithDigest(head.headers, 'warc-block-digest', [block])) return leftOut('damaged', url);
  return type === 'response' ? readAnswer(head, block, limits) : readResource(head, block);
}

/** The lines up to the empty one; undefined when there are too many, or the file ends. */
async function readHead(reader: PieceReader, firstLine: string): Promise<Head | undefined> {
  let text = firstLine;
  while (text.length < MOST_HEAD_BYTES) {
    const line = (await reader.readLine(MOST_HEAD_BYTES)).toString();
    if (line === '') return undefined;
    if (line.trim() === '') return parseHead(text);
    text += line;
  }
  return undefined;
}

/**
 * A record ends with line ends and then another, or the file. Looking that far also makes the gzip member end,
 * whose checksum is the only proof of the bytes where a writer gave no digest.
 */
async function endsWell(reader: PieceReader): Promise<boolean> {
  const { member } = reader;
  const first = await reader.peek();
  const ended = first === undefined || first === 0x0d || first === 0x0a;
  while ([0x0d, 0x0a].includes((await reader.peek()) ?? 0)) await reader.skip(1);
  return ended && reader.damage?.member !== member;
}

function readAnswer({ headers }: Head, block: Buffer, limits: DecodeLimits): WarcItem {
  const url = urlOf(headers);
  const { head: http, body: raw } = splitMessage(block);
  const { status, contentType } = httpFacts(http);
  if (status === undefined || url === undefined) return leftOut('damaged', url);
  const { body: payload, whole } = isChunked(http) ? dechunk(raw) : { body: raw, whole: true };
  const intact = agreesWithDigest(headers, 'warc-payload-digest', [payload, raw]);
  if (headerOf(headers, 'warc-truncated') !== undefined) return leftOut('truncated', url);
  if (!whole || !intact) return leftOut('damaged', url);
  const decoded = decodeContent(payload, headerOf(http.headers, 'content-encoding'), limits);
  if ('problem' in decoded)
    return leftOut(decoded.problem === 'too_large' ? 'too_large' : 'undecodable', url);
  return {
    ...{ kind: 'document', type: 'response', url, date: dateOf(headers), http, status, payload },
    ...addressOf(headers),
    ...(contentType === undefined ? {} : { contentType }),
    body: decoded.bytes,
  };
}

function readResource({ headers }: Head, block: Buffer): WarcItem {
  const url = urlOf(headers);
  if (url === undefined || !agreesWithDigest(headers, 'warc-payload-digest', [block]))
    return leftOut('damaged', url);
  const contentType = headerOf(headers, 'content-type') ?? 'application/octet-stream';
  const http = { startLine: 'HTTP/1.1 200 OK', headers: [['Content-Type', contentType]] } as const;
  return {
    ...{ kind: 'document', type: 'resource', url, date: dateOf(headers), http, status: 200, contentType },
    ...{ payload: block, body: block },
  };
}

const leftOut = (reason: WarcLeftOut, url?: string): WarcItem => ({
  kind: 'left_out',
  reason,
  ...(url === undefined ? {} : { url }),
});

const isChunked = ({ headers }: Head): boolean =>
  headerOf(headers, 'transfer-encoding')?.toLowerCase().includes('chunked') ?? false;

/** wget 1.x writes the address in angle brackets; some writers leave Chinese characters in it. */
function urlOf(headers: Headers): string | undefined {
  const url = headerOf(headers, 'warc-target-uri')?.replace(/^<(.*)>$/, '$1');
  return url && URL.canParse(url) ? new URL(url).href : url || undefined;
}

/** A date that cannot be read is the beginning of the web, so that it is never taken for a recent one. */
function dateOf(headers: Headers): Date {
  const date = new Date(headerOf(headers, 'warc-date') ?? '');
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}

function addressOf(headers: Headers): { readonly ip?: string } {
  const ip = headerOf(headers, 'warc-ip-address');
  return ip === undefined ? {} : { ip };
}
