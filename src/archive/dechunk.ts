const CRLF = 2;

/** The body of an HTTP message without its chunks; `whole` is false when it ends before its last chunk. */
export interface Dechunked {
  readonly body: Buffer;
  readonly whole: boolean;
}

/**
 * Takes a chunked body apart (RFC 9112 section 7.1). Crawlers keep the header of a body that they took apart
 * themselves: one that does not begin with a chunk is given back as it is.
 */
export function dechunk(body: Buffer): Dechunked {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.subarray(at, at + 80).toString('latin1');
    const [head, digits] = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(line) ?? [];
    if (head === undefined || digits === undefined) {
      return at === 0 ? { body, whole: true } : { body: Buffer.concat(chunks), whole: false };
    }
    const size = Number.parseInt(digits, 16);
    const start = at + head.length;
    if (size === 0) return { body: Buffer.concat(chunks), whole: true };
    const chunk = body.subarray(start, start + size);
    if (at === 0 && body[start + size] !== 0x0d && body[start + size] !== 0x0a) {
      if (start + size < body.length) return { body, whole: true };
    }
    chunks.push(chunk);
    if (chunk.length < size) return { body: Buffer.concat(chunks), whole: false };
    at = start + size + (body[start + size] === 0x0a ? 1 : CRLF);
  }
}
