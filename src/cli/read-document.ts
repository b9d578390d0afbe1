import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Finding, Message } from '../model/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';
import { TEXTS } from './texts.ts';

const MIB = 1024 * 1024;
/** No report is near this; a larger file is not read into memory. */
export const MAX_DOCUMENT_BYTES = 64 * MIB;

export type ReadDocument =
  | { readonly bytes: Uint8Array }
  | { readonly finding: Finding; readonly unreadable: boolean };

/** The bytes of a file, or the finding that says why there are none; never throws, never reads past the limit. */
export async function readDocument(
  path: string,
  maxBytes: number = MAX_DOCUMENT_BYTES,
): Promise<ReadDocument> {
  try {
    // Non-blocking: opening a pipe that nobody writes to would wait for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return unreadable(TEXTS.fileNotRegular);
      if (stats.size > maxBytes) return tooLarge(stats.size, maxBytes);
      return { bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(explainOpening(error));
  }
}

/** The finding for a file that gave no bytes, or for a reader that failed on them. */
export function unreadableFinding(message: Message): Finding {
  return makeFinding({ rule: 'document.unreadable', scope: 'document', message });
}

function unreadable(message: Message): ReadDocument {
  return { finding: unreadableFinding(message), unreadable: true };
}

function tooLarge(size: number, maxBytes: number): ReadDocument {
  const message = TEXTS.fileTooLarge(Math.ceil(size / MIB), Math.floor(maxBytes / MIB));
  const finding = makeFinding({ rule: 'document.too_large', scope: 'document', message });
  return { finding, unreadable: false };
}

/** Why a file could not be opened, in words. */
export function explainOpening(error: unknown): Message {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? TEXTS.fileMissing : TEXTS.fileNotReadable(code ?? message);
}
