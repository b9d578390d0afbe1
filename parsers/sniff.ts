import { guessUtf16 } from './decode.ts';
import type { DocumentKind } from './document.ts';
import { kindOfCompoundFile, kindOfZip } from './docx/office-kind.ts';
import { isUnreadOffice } from './name-unread-kind.ts';

const SIGNATURES: readonly (readonly [kind: DocumentKind, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
const MARKUP = /<(?:!doctype\s+html|html|head|body|meta|table|div|p|span|td|tr|br|h[1-6])[\s/>]/i;

/** What kind of document the bytes are, whatever their name says; `unknown` for bytes that are no text either. */
export function sniffKind(bytes: Uint8Array): DocumentKind {
  for (const [kind, signature] of SIGNATURES) if (startsWith(bytes, signature)) return kind;
  if (isBitmap(bytes)) return 'image';
  if (startsWith(bytes, ZIP)) return kindOfZip(bytes);
  if (startsWith(bytes, COMPOUND_FILE)) return kindOfCompoundFile(bytes);
  if (isUnreadOffice(bytes)) return 'unknown';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1 << 16)).toString(
    'latin1',
  );
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (isBinary(bytes)) return 'unknown';
  if (isMessage(head)) return 'mht';
  return MARKUP.test(head.replaceAll('\0', '')) ? 'html' : 'text';
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Headers of a message (RFC 2045, 4), of which one tells of its parts or its page. */
const HEADER = /^(?:mime-version|from|subject|date|message-id|content-[\w-]+|x-[\w-]+|snapshot-[\w-]+)\s*:/i;
const TELLS_OF_PAGE = /^content-type\s*:\s*(?:multipart\/(?:related|mixed|alternative)|text\/html)/im;

const isMessage = (head: string): boolean =>
  HEADER.test(head.trimStart()) && TELLS_OF_PAGE.test(head.slice(0, MESSAGE_HEAD));

const MESSAGE_HEAD = 4096;

/** BM and four reserved zero bytes after the size of the file; a text may begin with BM too. */
const isBitmap = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x42, 0x4d]) && bytes.length > 26 && startsWith(bytes.subarray(6), [0, 0, 0, 0]);

/** Control characters that no text in any encoding holds, UTF-16's zero bytes apart. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  const wide = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  let control = 0;
  let zeros = 0;
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index] ?? 0;
    if (byte === 0) zeros++;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x1b) || byte === 0x7f) control++;
  }
  if (wide || guessUtf16(bytes) !== null) return false;
  return control > sample.length * 0.01 + 1 || zeros > 1;
}
