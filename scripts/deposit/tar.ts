import { createReadStream } from 'node:fs';

/** A file as it goes into the archive. */
export interface TarFile {
  /** With forward slashes; at most 100 bytes. */
  readonly name: string;
  readonly bytes: number;
  /** Where it lies. */
  readonly path: string;
}

const BLOCK = 512;
/** Eleven octal digits. */
const MOST_BYTES = 8 ** 11 - 1;
const roundUp = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK;

/** How long the archive of these files is. */
export const tarLength = (files: readonly TarFile[]): number =>
  files.reduce((sum, { bytes }) => sum + BLOCK + roundUp(bytes), 2 * BLOCK);

/**
 * A tar (POSIX.1-1988, ustar) of plain files, piece by piece: without owners and dates, so that the same files give the
 * same bytes. Throws when a file is not as long as it is said to be.
 */
export async function* tarPieces(files: readonly TarFile[]): AsyncGenerator<Uint8Array> {
  for (const file of files) {
    yield headerOf(file);
    let left = file.bytes;
    for await (const piece of createReadStream(file.path)) {
      left -= (piece as Buffer).length;
      yield piece as Buffer;
    }
    if (left !== 0) throw new Error(`${file.path} changed while it was read`);
    yield Buffer.alloc(roundUp(file.bytes) - file.bytes);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function headerOf({ name, bytes }: TarFile): Buffer {
  if (Buffer.byteLength(name) > 100 || bytes > MOST_BYTES) throw new Error(`${name} does not fit in a tar`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number): void => {
    header.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  };
  header.write(name, 0, 'utf8');
  octal(0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(bytes, 124, 11);
  octal(0, 136, 11);
  // The checksum is taken with its own field full of blanks.
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  );
  return header;
}
