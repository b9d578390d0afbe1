/** What an address of pasted data begins with, and how far before `base64,` it may begin. */
const BEGIN = 'data:';
const LONGEST_TYPE = 60;
const MARK = 'base64,';
/** Shorter data are icons and cost nothing. */
const FEWEST_CHARACTERS = 256;

/** What stands in the markup instead of data that was taken out; the number behind it is its place in the list. */
const TAKEN = 'data:,taken-';

/** A page and the base64 text that was pasted into it. */
export interface InlineData {
  readonly markup: string;
  readonly data: readonly string[];
}

/**
 * The page without images pasted into it as base64 text: megabytes that hold no word. Scanned by hand, for a
 * repeated character class runs out of stack on one image of some megabytes.
 */
export function takeInlineData(markup: string): InlineData {
  const kept: string[] = [];
  const data: string[] = [];
  let from = 0;
  for (let at = markup.indexOf(MARK); at !== -1; at = markup.indexOf(MARK, at + 1)) {
    const before = Math.max(0, at - LONGEST_TYPE);
    const type = markup.slice(before, at).lastIndexOf(BEGIN);
    const begin = before + type;
    let end = at + MARK.length;
    while (isBase64(markup.charCodeAt(end))) end++;
    if (type === -1 || begin < from || end - at < FEWEST_CHARACTERS) continue;
    kept.push(markup.slice(from, begin), `${TAKEN}${data.length}`);
    data.push(markup.slice(at + MARK.length, end));
    from = end;
    at = end;
  }
  return { markup: from === 0 ? markup : kept.join('') + markup.slice(from), data };
}

/** The bytes behind an address that was put in the place of data; null for any other address. */
export function bytesOfTaken(address: string, data: readonly string[]): Uint8Array | null {
  const text = address.startsWith(TAKEN) ? data[Number(address.slice(TAKEN.length))] : undefined;
  return text === undefined ? null : Buffer.from(text, 'base64');
}

/** A–Z, a–z, 0–9, +, /, = and white space; false behind the end. */
const isBase64 = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2f && code <= 0x39) ||
  code === 0x2b ||
  code === 0x3d ||
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d);
