import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';

/** A file as it goes into the archive. */
export interface TarFile {
  /** With forward slashes; at most 100 bytes, so that its header is one block (POSIX.1-1988, ustar). */
  readonly name: string;
  readonly bytes: number;
  /** Where it lies. */
  readonly path: string;
}

const BLOCK = 512;
const MOST_NAME_BYTES = 100;
/** Eleven octal digits. */
const MOST_BYTES = 8 ** 11 - 1;
const roundUp = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK;

/** How long the archive of these files is: who takes it wants to know before it comes. Throws for what does not fit. */
export function tarLength(files: readonly TarFile[]): number {
  for (const { name, bytes } of files)
    if (Buffer.byteLength(name) > MOST_NAME_BYTES || bytes > MOST_BYTES)
      throw new Error(`${name} does not fit in a tar`);
  return files.reduce((sum, { bytes }) => sum + BLOCK + roundUp(bytes), 2 * BLOCK);
}

/**
 * The files as a tar, without owners and dates, so that the same files give the same bytes. Fails when one is not as long
 * as it is said to be.
 */
export function tarOf(files: readonly TarFile[]): Pack {
  const tar = pack();
  const fill = async (): Promise<void> => {
    for (const { name, bytes, path } of files) {
      const entry = tar.entry({ name, size: bytes, mode: 0o644, mtime: new Date(0) });
      await pipeline(createReadStream(path), entry);
    }
    tar.finalize();
  };
  fill().catch((error: unknown) => tar.destroy(error as Error));
  return tar;
}
