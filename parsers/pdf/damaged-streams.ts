import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A report has a few megabytes of text and drawings; what lies beyond is not tried. */
const MOST_INFLATED = 64 * 1024 * 1024;
/** A stream's dictionary is no longer than this. */
const LONGEST_HEAD = 4096;

const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');
const FLATE = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/;
/** Pictures are read by no text of theirs; packed twice, a stream's own bytes are no deflated ones. */
const OTHER = /\/Subtype\s*\/Image\b|\/Crypt\b/;
/** What stands behind deflated data instead of a checksum, or of the rest of one: nothing, a line's end, zeros. */
const NOTHING = /^[\0\r\n]*$/;
/** Bytes of RFC 1950 before the deflated data, and of the checksum behind it. */
const HEAD = 2;
const CHECKSUM = 4;

/**
 * How many deflated streams of a PDF are damaged: a byte that changed inside one gives other digits and no error, and
 * every viewer and pdf.js leave its checksum alone (RFC 1950, Adler-32). Those without a checksum count as sound: some
 * producers leave it out, or its last byte when that is 0.
 *
 * @returns 0 for a file with a password, whose streams cannot be tried
 */
export function countDamagedStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return 0;
  let damaged = 0;
  let left = MOST_INFLATED;
  for (const data of deflatedStreams(file)) {
    const tried = tryStream(data, left);
    if (tried === 'damaged') damaged++;
    else left -= tried;
    if (left <= 0) break;
  }
  return damaged;
}

function* deflatedStreams(file: Buffer): Generator<Buffer> {
  for (let at = file.indexOf(STREAM); at >= 0; ) {
    const start = startBehind(file, at);
    const end = start === null ? -1 : file.indexOf(END, start);
    if (start !== null && end >= 0 && isDeflated(headBefore(file, at))) yield file.subarray(start, end);
    at = file.indexOf(STREAM, Math.max(at + STREAM.length, end + END.length));
  }
}

const isDeflated = (head: string): boolean => FLATE.test(head) && !OTHER.test(head);

/** The dictionary before a stream. */
function headBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - LONGEST_HEAD), at);
  return text.slice(text.lastIndexOf(' obj') + 1);
}

const LF = 0x0a;
const CR = 0x0d;

/** Where a stream begins; null where the word is another's end, or text. */
function startBehind(file: Buffer, at: number): number | null {
  const next = at + STREAM.length;
  if (file.toString('latin1', at - 3, at) === 'end') return null;
  if (file[next] === LF) return next + 1;
  if (file[next] !== CR) return null;
  return file[next + 1] === LF ? next + 2 : next + 1;
}

/** The size of what a sound stream holds, in bytes. */
function tryStream(data: Buffer, maxOutputLength: number): number | 'damaged' {
  try {
    return inflateSync(data, { maxOutputLength }).length;
  } catch (error) {
    if (isTooLong(error)) return maxOutputLength;
    return isZlib(data) ? tryUnchecked(data, maxOutputLength) : 'damaged';
  }
}

/** The same where the checksum is wrong or is not all there. */
function tryUnchecked(data: Buffer, maxOutputLength: number): number | 'damaged' {
  try {
    const { buffer, engine } = inflateWithEnd(data.subarray(HEAD), maxOutputLength);
    const own = deflateSync(buffer, { level: 0 }).subarray(-CHECKSUM);
    const behind = data.subarray(HEAD + engine.bytesWritten);
    const differs = own.findIndex((byte, at) => byte !== behind[at]);
    const isSound = differs < 0 || NOTHING.test(behind.toString('latin1', differs));
    return isSound ? buffer.length : 'damaged';
  } catch (error) {
    return isTooLong(error) ? maxOutputLength : 'damaged';
  }
}

/** With `info`, which the types leave out, zlib tells how many bytes it took (Node.js, zlib, Class: Options). */
const inflateWithEnd = (data: Buffer, maxOutputLength: number) =>
  inflateRawSync(data, { maxOutputLength, info: true }) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };

/** RFC 1950, 2.2: method 8, and a check of the head's own. */
const isZlib = (data: Buffer): boolean =>
  data.length > HEAD && (data.readUInt8(0) & 15) === 8 && data.readUInt16BE(0) % 31 === 0;

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
