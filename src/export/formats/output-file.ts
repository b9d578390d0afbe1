import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

const FLUSH_BYTES = 1024 * 1024;

/** A file written in pieces of a megabyte, so that memory stays flat however long it grows. */
export interface OutputFile {
  readonly write: (chunk: string | Uint8Array) => void;
  readonly close: () => void;
}

export function openOutput(path: string): OutputFile {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'wx');
  let texts: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (texts.length > 0) writeAll(descriptor, Buffer.from(texts.join(''), 'utf8'));
    texts = [];
    length = 0;
  };
  return {
    write: (chunk) => {
      if (typeof chunk !== 'string') {
        flush();
        writeAll(descriptor, chunk);
        return;
      }
      texts.push(chunk);
      length += chunk.length;
      if (length > FLUSH_BYTES) flush();
    },
    close: () => {
      flush();
      closeSync(descriptor);
    },
  };
}

/** What was written to a file. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
  /** Ends when it is on the disk. */
  readonly synced: Promise<void>;
}

/**
 * The same, taking the digest on the way: a file of gigabytes need not be read once more for it. Once it is closed it is
 * forced to the disk while other work goes on.
 */
export function openDigested(path: string): OutputFile & { readonly written: () => Written } {
  const file = openOutput(path);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: (chunk) => {
      const encoded = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      hash.update(encoded);
      bytes += encoded.length;
      file.write(encoded);
    },
    close: file.close,
    written: () => ({ bytes, sha256: hash.digest('hex'), synced: syncFile(path) }),
  };
}

function syncFile(path: string): Promise<void> {
  const synced = open(path, 'r+').then((file) => file.sync().finally(() => file.close()));
  // An error is thrown where it is awaited; until then it must not end the process.
  synced.catch(() => {});
  return synced;
}

/** One call may write less than it is given (a nearly full disk): what is left must not be lost. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
