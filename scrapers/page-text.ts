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

/**
 * The beginning of a page as text: to tell what kind of page it is, not to read it. Takes linear time, and stops soon
 * after `enough` characters that a reader sees.
 */
export function readPageText(body: Uint8Array, enough: number = Number.POSITIVE_INFINITY): PageText {
  const html = decode(body.subarray(0, READ_BYTES));
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html)?.[1] ?? '';
  return { html, title: title.trim(), text: seenText(html, enough) };
}

function decode(bytes: Uint8Array): string {
  try {
    // A character may be cut at the end: `stream` leaves it out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
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
