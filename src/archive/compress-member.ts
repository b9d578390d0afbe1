import { promisify } from 'node:util';
import { constants, gzip, gzipSync } from 'node:zlib';

/** Up to this size bytes are compressed at once: to hand them to another thread and back takes longer. */
const AT_ONCE_BYTES = 32 * 1024;
/**
 * The window need not be larger than what is compressed: to make and clear one of 32 KiB takes longer than to compress
 * a request.
 */
const SMALL_BYTES = 2048;
const SMALL = { windowBits: 11, memLevel: 4, chunkSize: SMALL_BYTES };
const MEDIUM_BYTES = 16 * 1024;
const MEDIUM = { windowBits: 14, memLevel: 7 };

const SAMPLE_BYTES = 4096;
/** A file that is compressed in itself (PDF, Word, a picture) gives less than this, for as much work as a page. */
const LEAST_GAIN = 0.03;

const compressAside = promisify(gzip);

/** The bytes as one gzip member (RFC 1952); those that would not get smaller are stored in it as they are. */
export function compressMember(bytes: Buffer): Buffer | Promise<Buffer> {
  if (bytes.length <= AT_ONCE_BYTES) return gzipSync(bytes, windowFor(bytes.length));
  return isCompressed(bytes)
    ? gzipSync(bytes, { level: constants.Z_NO_COMPRESSION, chunkSize: bytes.length + SAMPLE_BYTES })
    : compressAside(bytes);
}

const windowFor = (length: number): object =>
  length <= SMALL_BYTES ? SMALL : length <= MEDIUM_BYTES ? MEDIUM : {};

/** By a sample of its middle: the head of a PDF is text. */
function isCompressed(bytes: Buffer): boolean {
  const middle = Math.floor((bytes.length - SAMPLE_BYTES) / 2);
  const sample = bytes.subarray(middle, middle + SAMPLE_BYTES);
  return gzipSync(sample, { level: constants.Z_BEST_SPEED }).length > SAMPLE_BYTES * (1 - LEAST_GAIN);
}
