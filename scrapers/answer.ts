import type { Exchange } from '../src/model/exchange.ts';

/** A whole answer. */
export interface Answer {
  readonly url: string;
  readonly exchange: Exchange;
  /** Without content encoding; empty where that of an error page cannot be undone. */
  readonly body: Uint8Array;
}

/** The value of the first header of this name (lower case). */
export function headerOf({ responseHeaders }: Exchange, name: string): string | undefined {
  return responseHeaders.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** All headers by their name in lower case; the values of one that comes twice are joined. */
export function headerRecord({ responseHeaders }: Exchange): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of responseHeaders) {
    const key = name.toLowerCase();
    record[key] = Object.hasOwn(record, key) ? `${record[key]}, ${value}` : value;
  }
  return record;
}

/** Markup by its first bytes, as browsers do when a server says nothing. */
export function isMarkup(body: Uint8Array): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 512)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*</.test(start);
}
