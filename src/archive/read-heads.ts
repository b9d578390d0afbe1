import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Head, headerOf, splitMessage } from './http-head.ts';
import type { RecordPlace } from './place.ts';
import { readMember } from './read-member.ts';

/** What the index does not say of an answer: its headers, and what was posted for it. */
export interface ArchivedHeads {
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly posted?: string;
}

/**
 * Reads the headers of an archived answer, and the body of the request that stands behind it in the file. What cannot
 * be read, or is no answer of a server, has none.
 */
export function readHeads(dir: string, { file, offset }: RecordPlace): ArchivedHeads {
  const path = join(dir, file);
  if (!existsSync(path)) return { headers: {} };
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const answer = readMessage(descriptor, offset, size);
    if (answer === null || !/^re(?:sponse|visit)$/.test(answer.type)) return { headers: {} };
    const headers = answer.head.headers.map(([name, value]) => [name.toLowerCase(), value]);
    const request = readMessage(descriptor, answer.end, size);
    const isPost = request?.type === 'request' && request.head.startLine.startsWith('POST ');
    return { headers: Object.fromEntries(headers), ...(isPost ? { posted: String(request.body) } : {}) };
  } finally {
    closeSync(descriptor);
  }
}

interface Message {
  readonly type: string;
  readonly head: Head;
  readonly body: Buffer;
  /** Where the next record begins. */
  readonly end: number;
}

/** The HTTP message in the record that begins here; null: there is no record. */
function readMessage(descriptor: number, offset: number, size: number): Message | null {
  const member = offset < size ? readMember(descriptor, offset, size) : 'cut_off';
  if (typeof member === 'string') return null;
  const { head, body } = splitMessage(Buffer.from(member.content));
  const type = headerOf(head.headers, 'warc-type') ?? '';
  const length = Number(headerOf(head.headers, 'content-length'));
  return { type, end: offset + member.length, ...splitMessage(body.subarray(0, length)) };
}
