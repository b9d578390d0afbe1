/** How the bytes of a text were read, and whether some of them could not be. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Bytes that are no character in this encoding; each is U+FFFD in the text. */
  readonly undecodable: number;
}

const utf8 = new TextDecoder('utf-8');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const REPLACEMENT = /\ufffd/g;

/**
 * Bytes → text by the bytes alone. What a page declares is not asked: sites declare utf-8 over GBK bytes and
 * gb2312 over utf-8 or gb18030 (wild.md 25). A byte-order mark decides; else strict UTF-8, whose multi-byte
 * patterns GB text all but never forms; else gb18030, the superset of gb2312 and GBK (WHATWG Encoding, 10.2).
 * A UTF-8 page with a few broken bytes (cut in mid-character, a pasted cell) stays UTF-8.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded('utf-16be', bytes);
  const wide = guessUtf16(bytes);
  if (wide !== null) return decoded(wide, bytes);
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf-8', undecodable: 0 };
  } catch {
    const asUtf8 = utf8.decode(bytes);
    const asGb = decoded('gb18030', bytes);
    const lostInUtf8 = countMatches(asUtf8, REPLACEMENT);
    const wideInUtf8 = countMatches(asUtf8, /[\u0800-\ufffc]/g);
    return lostInUtf8 * 20 < wideInUtf8 ? { text: asUtf8, encoding: 'utf-8', undecodable: lostInUtf8 } : asGb;
  }
}

function decoded(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, undecodable: countMatches(text, REPLACEMENT) };
}

/**
 * UTF-16 without a mark: blanks, digits and markup leave a zero byte on one side of their pairs, which no other
 * encoding of text has. A few stand on the other side (一 is U+4E00), so the result must also look like Chinese text.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  if (Math.max(even, odd) < FEWEST_ZEROS) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1));
  return countMatches(text, USUAL) >= text.length * USUAL_SHARE ? encoding : null;
}

const FEWEST_ZEROS = 4;
const USUAL =
  /[\t\n\r\x20-\x7e\u00a0\u2000-\u206f\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\ufeff\uff00-\uff5e]/g;
const USUAL_SHARE = 0.9;

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
