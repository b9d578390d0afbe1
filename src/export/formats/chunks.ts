type Chunk = Uint8Array<ArrayBuffer>;

const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Gives room for at least so many bytes: a chunk that was written and is free again, where there is one. A release is
 * gigabytes of text; memory that is new must be cleared by the system page by page, which takes as long as filling it.
 */
export type TakeChunk = (least: number) => Chunk;

export const takeNew: TakeChunk = (least) => new Uint8Array(Math.max(CHUNK_BYTES, least));

export function takeFrom(spare: ArrayBuffer[]): TakeChunk {
  return (least) => {
    const buffer = least <= CHUNK_BYTES ? spare.pop() : undefined;
    return buffer ? new Uint8Array(buffer) : takeNew(least);
  };
}

/** The memory of chunks that is worth keeping. */
export const buffersToKeep = (chunks: readonly Chunk[]): ArrayBuffer[] =>
  chunks.map(({ buffer }) => buffer).filter(({ byteLength }) => byteLength === CHUNK_BYTES);
