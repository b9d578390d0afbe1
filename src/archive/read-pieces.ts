import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { codeOf } from './archive-error.ts';

/** The decompressed bytes of a file as they come, each piece with the gzip member it is from. */
export type Piece =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly member: number }
  /** The member could not be read to its end: its last pieces are not to be trusted, what follows begins anew. */
  | { readonly kind: 'damage'; readonly member: number; readonly reason: 'cut_off' | 'damaged' };

const WINDOW_BYTES = 64 * 1024;
const MOST_AT_ONCE_BYTES = 1024 * 1024;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/**
 * Reads a file that may be gzip: one member a record, one for all, or none. A member that is damaged costs that
 * member; reading goes on at the next one. Memory is a few windows, whatever the size. Throws what opening throws.
 */
export async function* readPieces(path: string): AsyncGenerator<Piece> {
  // Non-blocking: opening a pipe that nobody writes to would wait for ever.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw Object.assign(new Error(`${path} is no file`), { code: 'EISDIR' });
    const { size } = stats;
    if (isGzip(readWindow(descriptor, 0, HEADER_BYTES))) yield* readMembers(descriptor, size);
    else for (const bytes of windows(descriptor, 0)) yield { kind: 'bytes', bytes, member: 0 };
  } finally {
    closeSync(descriptor);
  }
}

async function* readMembers(descriptor: number, size: number): AsyncGenerator<Piece> {
  for (let member = 0; member < size; ) {
    const end = yield* readOneMember(descriptor, member);
    if (typeof end === 'string') yield { kind: 'damage', member, reason: end };
    member = typeof end === 'string' ? findMember(descriptor, member + 1, size) : end;
  }
}

/** Gives the pieces of a member; returns where it ends, or what is wrong with it. */
async function* readOneMember(
  descriptor: number,
  member: number,
): AsyncGenerator<Piece, number | 'cut_off' | 'damaged'> {
  const window = readWindow(descriptor, member, WINDOW_BYTES);
  const header = headerBytes(window);
  if (header === 0) return 'damaged';
  const whole = inflateWhole(window, header);
  if (whole) {
    yield { kind: 'bytes', bytes: whole.bytes, member };
    return member + whole.length;
  }
  return yield* streamMember(descriptor, member, member + header);
}

/** A small member at once, which is many times faster than a stream for each; undefined when it is not small, or not sound. */
function inflateWhole(window: Buffer, header: number): { bytes: Buffer; length: number } | undefined {
  try {
    const options = { info: true, maxOutputLength: MOST_AT_ONCE_BYTES } as const;
    const { buffer, engine } = inflateRawSync(window.subarray(header), options) as unknown as Inflated;
    const end = header + engine.bytesWritten;
    return isSound(window.subarray(end, end + TRAILER_BYTES), crc32(buffer), buffer.length)
      ? { bytes: buffer, length: end + TRAILER_BYTES }
      : undefined;
  } catch {
    return undefined;
  }
}

async function* streamMember(
  descriptor: number,
  member: number,
  start: number,
): AsyncGenerator<Piece, number | 'cut_off' | 'damaged'> {
  const inflater = createInflateRaw({ chunkSize: WINDOW_BYTES });
  const feed = Readable.from(windows(descriptor, start), { objectMode: false });
  feed.pipe(inflater);
  let [sum, total] = [0, 0];
  try {
    for await (const bytes of inflater as AsyncIterable<Buffer>) {
      sum = crc32(bytes, sum);
      total += bytes.length;
      yield { kind: 'bytes', bytes, member };
    }
  } catch (error) {
    return codeOf(error) === 'Z_BUF_ERROR' ? 'cut_off' : 'damaged';
  } finally {
    feed.destroy();
    inflater.destroy();
  }
  const end = start + inflater.bytesWritten + TRAILER_BYTES;
  const trailer = readWindow(descriptor, end - TRAILER_BYTES, TRAILER_BYTES);
  if (trailer.length < TRAILER_BYTES) return 'cut_off';
  return isSound(trailer, sum, total) ? end : 'damaged';
}

const isSound = (trailer: Buffer, sum: number, total: number): boolean =>
  trailer.length === TRAILER_BYTES &&
  trailer.readUInt32LE(0) === sum &&
  trailer.readUInt32LE(4) === total % 2 ** 32;

/** What zlib gives with `info` (https://nodejs.org/api/zlib.html#class-options): bytesWritten is what it consumed. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Deflate, no reserved flag (RFC 1952 section 2.3.1). */
const isGzip = (bytes: Buffer): boolean =>
  bytes.length >= HEADER_BYTES && bytes.readUIntBE(0, 3) === 0x1f8b08 && (bytes[3] ?? 0xff) < 0x20;

/** Length of a gzip header with its optional fields (RFC 1952 section 2.3); 0 when there is none. */
function headerBytes(bytes: Buffer): number {
  if (!isGzip(bytes)) return 0;
  const flags = bytes.readUInt8(3);
  let end = HEADER_BYTES;
  if (flags & 0x04) end += 2 + (end + 2 <= bytes.length ? bytes.readUInt16LE(end) : 0);
  for (const flag of [0x08, 0x10]) if (flags & flag) end = bytes.indexOf(0, end) + 1 || bytes.length;
  return flags & 0x02 ? end + 2 : end;
}

function findMember(descriptor: number, from: number, size: number): number {
  for (let at = from; at < size; at += WINDOW_BYTES - HEADER_BYTES) {
    const window = readWindow(descriptor, at, WINDOW_BYTES);
    for (let found = window.indexOf(0x1f); found >= 0; found = window.indexOf(0x1f, found + 1))
      if (isGzip(window.subarray(found))) return at + found;
  }
  return size;
}

function* windows(descriptor: number, from: number): Generator<Buffer> {
  for (let at = from; ; ) {
    const window = readWindow(descriptor, at, WINDOW_BYTES);
    if (window.length === 0) return;
    yield window;
    at += window.length;
  }
}

function readWindow(descriptor: number, at: number, size: number): Buffer {
  const window = Buffer.allocUnsafe(size);
  return window.subarray(0, readSync(descriptor, window, 0, size, at));
}
