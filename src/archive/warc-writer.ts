import { closeSync, fstatSync, fsync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { syncPath } from '../sync-path.ts';

const sync = promisify(fsync);

/** A WARC file that is open for appending. `size` is where the next record begins. */
export interface WarcWriter {
  readonly file: string;
  readonly descriptor: number;
  size: number;
}

/** Makes a new file; fails when it exists. Its name is on the disk when this returns. */
export function createWriter(dir: string, file: string): WarcWriter {
  const descriptor = openSync(join(dir, file), 'wx');
  try {
    syncPath(dir);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return { file, descriptor, size: 0 };
}

export function reopenWriter(dir: string, file: string): WarcWriter {
  const descriptor = openSync(join(dir, file), 'r+');
  return { file, descriptor, size: fstatSync(descriptor).size };
}

/**
 * Appends parts one after the other and syncs them to the disk together; returns the offset of the first. The process
 * goes on meanwhile. When the disk is full the file is cut back to where it was: bytes that no one was told of are no
 * record. They are not put together before: once a buffer of some megabytes is freed, the allocator of the system takes
 * all smaller ones from where it gives little back (mallopt(3), M_MMAP_THRESHOLD), and a crawl grows.
 */
export async function appendBytes(writer: WarcWriter, parts: readonly Uint8Array[]): Promise<number> {
  const offset = writer.size;
  let end = offset;
  try {
    for (const bytes of parts) {
      writeFully(writer.descriptor, bytes, end);
      end += bytes.length;
    }
    await sync(writer.descriptor);
  } catch (error) {
    cutBack(writer, offset);
    throw error;
  }
  writer.size = end;
  return offset;
}

export function closeWriter(writer: WarcWriter): void {
  closeSync(writer.descriptor);
}

/** If it fails too, the file is longer than `size` says, and append-record leaves it. */
function cutBack({ descriptor }: WarcWriter, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {}
}

function writeFully(descriptor: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
  }
}
