/** What an address of pasted data begins with, and how far before `base64,` it may begin. */
const BEGIN = 'data:';
const LONGEST_TYPE = 60;
const MARK = 'base64,';
/** Shorter data are icons and cost nothing. */
const FEWEST_CHARACTERS = 256;

/**
 * The page without images pasted into it as base64 text: megabytes that hold no word. Scanned by hand, for a
 * repeated character class runs out of stack on one image of some megabytes.
 */
export function dropInlineData(markup: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = markup.indexOf(MARK); at !== -1; at = markup.indexOf(MARK, at + 1)) {
    const before = Math.max(0, at - LONGEST_TYPE);
    const type = markup.slice(before, at).lastIndexOf(BEGIN);
    const begin = before + type;
    let end = at + MARK.length;
    while (isBase64(markup.charCodeAt(end))) end++;
    if (type === -1 || begin < from || end - at < FEWEST_CHARACTERS) continue;
    kept.push(markup.slice(from, begin));
    from = end;
    at = end;
  }
  return from === 0 ? markup : kept.join('') + markup.slice(from);
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
