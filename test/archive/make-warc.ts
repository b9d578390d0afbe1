import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tempDir } from './temp-archive.ts';

/** Headers of a hand-made record besides type, length and address. */
type Fields = Readonly<Record<string, string>>;

/** A WARC record as another program may write it, before compression. */
export function rawRecord(type: string, block: Uint8Array | string, fields: Fields = {}): Buffer {
  const bytes = Buffer.from(block);
  const lines = Object.entries({
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Date': '2022-02-01T00:00:00Z',
    'Content-Length': String(bytes.length),
    ...fields,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** A response with a page; `http` are its headers. */
export function rawResponse(
  url: string,
  body: Uint8Array | string,
  { http = ['Content-Type: text/html'], status = '200 OK', fields = {} }: ResponseChanges = {},
): Buffer {
  const head = Buffer.from(`HTTP/1.1 ${status}\r\n${http.map((line) => `${line}\r\n`).join('')}\r\n`);
  const block = Buffer.concat([head, Buffer.from(body)]);
  return rawRecord('response', block, { 'WARC-Target-URI': url, ...fields });
}
interface ResponseChanges {
  readonly http?: readonly string[];
  readonly status?: string;
  readonly fields?: Fields;
}

/** RFC 4648 of 20 bytes of SHA-1, as Heritrix and Common Crawl write it. */
export function sha1Base32(bytes: Uint8Array | string): string {
  const value = BigInt(`0x${createHash('sha1').update(bytes).digest('hex')}`);
  const digits = Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(155 - 5 * at)) & 31n));
  return `sha1:${digits.map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[digit]).join('')}`;
}

export function writeWarc(parts: readonly Uint8Array[], name = 'made.warc.gz', dir = tempDir()): string {
  const path = join(dir, name);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

export const eachGzipped = (records: readonly Buffer[]): Buffer[] =>
  records.map((record) => gzipSync(record));
