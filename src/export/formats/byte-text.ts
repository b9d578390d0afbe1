/** A small table needs little; what is large is handed on in pieces of four megabytes. */
const FIRST_BYTES = 64 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;
/** Below, a loop is quicker than a call of `set`. */
const SHORT_BYTES = 24;

/** Text of many megabytes, built as bytes: no string is made of it. */
export interface ByteText {
  readonly byte: (value: number) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** A short text of ASCII alone. */
  readonly ascii: (text: string) => void;
  /** What was written, in pieces. */
  readonly finish: () => Uint8Array<ArrayBuffer>[];
}

export function byteText(): ByteText {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let chunk = new Uint8Array(FIRST_BYTES);
  let used = 0;
  const next = (least: number): void => {
    if (used > 0) chunks.push(chunk.subarray(0, used));
    chunk = new Uint8Array(Math.max(CHUNK_BYTES, least));
    used = 0;
  };
  return {
    byte: (value) => {
      if (used === chunk.length) next(1);
      chunk[used++] = value;
    },
    bytes: (bytes) => {
      const { length } = bytes;
      if (used + length > chunk.length) next(length);
      if (length > SHORT_BYTES) chunk.set(bytes, used);
      else for (let at = 0; at < length; at++) chunk[used + at] = bytes[at] as number;
      used += length;
    },
    ascii: (text) => {
      const { length } = text;
      if (used + length > chunk.length) next(length);
      for (let at = 0; at < length; at++) chunk[used + at] = text.charCodeAt(at);
      used += length;
    },
    finish: () => (used > 0 ? [...chunks, chunk.subarray(0, used)] : chunks),
  };
}
