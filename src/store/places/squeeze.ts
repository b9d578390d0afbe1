import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A report has some 250 cells; JSON of ten thousand, with long paths, stays below. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Most are shorter in full. Node's own 16 KiB for each of a million reports keep the collector of garbage busy. */
const CHUNK_BYTES = 2048;

/** What repeats down a table is written once: a quarter of the bytes of a report's places, and less. */
export const squeeze = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });

/** Gives back what `squeeze` was given. Throws RangeError when the bytes are no such bytes. */
export function unsqueeze(bytes: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES, chunkSize: CHUNK_BYTES });
  } catch (cause) {
    throw new RangeError('the block of places is damaged', { cause });
  }
}
