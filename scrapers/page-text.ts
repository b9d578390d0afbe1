import { isUtf8 } from 'node:buffer';

/** A page that stands in for a document is short; this much of any page tells. */
const READ_BYTES = 256 * 1024;
/** Elements whose content nobody sees. */
const UNSEEN = ['script', 'style', 'template', 'noscript'];

export interface PageText {
  /** Markup, decoded. */
  readonly html: string;
  readonly title: string;
  /** What a reader sees, without markup, in one line. */
  readonly text: string;
}

/** Most pages show enough in their beginning; where that does not do, more of it is read. */
const FIRST_BYTES = 4 * 1024;
const MORE = 8;

/** What was looked at of a page last: one question of a page is followed by the next. */
const looked = new WeakMap<Uint8Array, PageText>();

/**
 * The beginning of a page as text: to tell what kind of page it is, not to read it. Takes linear time, and stops soon
 * after `enough` characters that a reader sees: then it is not all of the page that is looked at.
 */
export function readPageText(body: Uint8Array, enough: number = Number.POSITIVE_INFINITY): PageText {
  const known = looked.get(body);
  if (known !== undefined && known.text.length > enough) return known;
  const page = readAsFar(body, enough);
  looked.set(body, page);
  return page;
}

function readAsFar(body: Uint8Array, enough: number): PageText {
  const whole = Math.min(body.length, READ_BYTES);
  for (let size = FIRST_BYTES; size < whole && Number.isFinite(enough); size *= MORE) {
    const page = readBeginning(body, size, enough);
    if (page.text.length > enough) return page;
  }
  return readBeginning(body, READ_BYTES, enough);
}

function readBeginning(body: Uint8Array, size: number, enough: number): PageText {
  const html = decode(body.subarray(0, size));
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html)?.[1] ?? '';
  return { html, title: title.trim(), text: seenText(html, enough) };
}

function decode(bytes: Uint8Array): string {
  const whole = bytes.subarray(0, bytes.length - bytesOfCutCharacter(bytes));
  if (isUtf8(whole)) return Buffer.from(whole.buffer, whole.byteOffset, whole.length).toString('utf8');
  return new TextDecoder('gb18030').decode(bytes);
}

/** How many bytes at the end begin a character of UTF-8 and do not end it (RFC 3629). */
function bytesOfCutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

function seenText(html: string, enough: number): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at >= 0 && at < html.length && length <= enough; ) {
    const open = lower.indexOf('<', at);
    const part = plainText(html.slice(at, open < 0 ? undefined : open));
    if (part !== '') parts.push(part);
    length += part.length;
    at = open < 0 ? -1 : endOfMarkup(lower, open);
  }
  return parts.join(' ');
}

function plainText(text: string): string {
  // Most of what stands between two tags is a line break.
  if (text.trim() === '') return '';
  return text
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the tag, comment or unseen element that begins here ends; -1: not before the end of the page. */
function endOfMarkup(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return after(lower, '-->', open);
  const name = UNSEEN.find((element) => lower.startsWith(element, open + 1));
  const close = name === undefined ? open : lower.indexOf(`</${name}`, open);
  return close < 0 ? -1 : after(lower, '>', close);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}
