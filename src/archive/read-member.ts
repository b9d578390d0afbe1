import { readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { codeOf } from './archive-error.ts';

/** One gzip member of a file: how many bytes it takes there, and what it holds. */
export interface Member {
  readonly length: number;
  readonly content: Uint8Array;
}

export type MemberProblem = 'cut_off' | 'damaged';

/** RFC 1952. The WARC writer sets no optional header field, so headers have this length. */
const HEADER = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const FIRST_WINDOW_BYTES = 256 * 1024;

/**
 * Reads the gzip member that begins at `offset` of an open file; its length is only known once it is inflated.
 *
 * @param expected - bytes that it should have, where an index says so: no more is read at first
 */
export function readMember(
  descriptor: number,
  offset: number,
  fileBytes: number,
  expected = FIRST_WINDOW_BYTES,
): Member | MemberProblem {
  for (let size = Math.max(expected, HEADER_BYTES); ; size *= 2) {
    const window = readWindow(descriptor, offset, Math.min(size, fileBytes - offset));
    const whole = window.length === fileBytes - offset;
    if (window.length < HEADER_BYTES) return 'cut_off';
    if (!window.subarray(0, HEADER.length).equals(HEADER)) return 'damaged';
    const member = inflate(window);
    if (member !== 'cut_off' || whole) return member;
  }
}

/** Where the next member begins at or after `from`, judging by its first bytes; the end of the file if nowhere. */
export function findMember(descriptor: number, from: number, fileBytes: number): number {
  const step = FIRST_WINDOW_BYTES - HEADER.length;
  for (let offset = from; offset < fileBytes; offset += step) {
    const at = readWindow(descriptor, offset, Math.min(FIRST_WINDOW_BYTES, fileBytes - offset)).indexOf(
      HEADER,
    );
    if (at >= 0) return offset + at;
  }
  return fileBytes;
}

function inflate(window: Buffer): Member | MemberProblem {
  try {
    const options = { info: true } as const;
    const { buffer, engine } = inflateRawSync(window.subarray(HEADER_BYTES), options) as unknown as Inflated;
    const length = HEADER_BYTES + engine.bytesWritten + TRAILER_BYTES;
    if (length > window.length) return 'cut_off';
    const sum = window.readUInt32LE(length - TRAILER_BYTES);
    const sound = sum === crc32(buffer) && window.readUInt32LE(length - 4) === buffer.length >>> 0;
    return sound ? { length, content: buffer } : 'damaged';
  } catch (error) {
    return codeOf(error) === 'Z_BUF_ERROR' ? 'cut_off' : 'damaged';
  }
}

/** What zlib gives with `info` (https://nodejs.org/api/zlib.html#class-options): bytesWritten is what it consumed. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function readWindow(descriptor: number, offset: number, size: number): Buffer {
  const window = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(descriptor, window, filled, size - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return window.subarray(0, filled);
}
