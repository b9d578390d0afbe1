import { encodeHtml } from '../../generate/encode.ts';
import type { Random } from '../../generate/random.ts';
import type { MutatedBytes, Operator } from '../mutant.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const onMarkup = (
  name: string,
  change: (text: string, random: Random) => { readonly text: string; readonly did: string } | null,
): Operator => ({
  name,
  renderings: ['html'],
  on: 'bytes',
  mutate: (bytes, random) => {
    const changed = change(decode(bytes), random);
    return changed && { bytes: encode(changed.text), did: changed.did };
  },
});

const deleteMatches =
  (pattern: RegExp, most: number) =>
  (text: string, random: Random): { text: string; did: string } | null => {
    const found = [...text.matchAll(pattern)];
    const chosen = random.sample(found, random.integer(1, most));
    if (chosen.length === 0) return null;
    let changed = text;
    for (const match of [...chosen].reverse())
      changed = changed.slice(0, match.index) + changed.slice(match.index + match[0].length);
    return {
      text: changed,
      did: `deleted ${chosen.map((match) => `${match[0]} at ${match.index}`).join(', ')}`,
    };
  };

const allClosing = (text: string, random: Random): { text: string; did: string } => {
  const pattern = random.pick([/<\/td>/gi, /<\/tr>/gi, /<\/t[dr]>/gi]);
  return { text: text.replace(pattern, ''), did: `deleted all ${pattern.source}` };
};

/** Entities in all the ways that editors write them, twice escaped or without their end: what is shown stays the same. */
const entities = (text: string, random: Random): { text: string; did: string } | null => {
  const digits = (write: (code: number) => string) =>
    text.replace(/(?<=>\s*)\d+(?=\s*<)/g, (number) =>
      [...number].map((digit) => write(digit.charCodeAt(0))).join(''),
    );
  const [did, changed] = random.pick<[string, string]>([
    ['digits as decimal references', digits((code) => `&#${code};`)],
    ['digits as hexadecimal references', digits((code) => `&#x${code.toString(16)};`)],
    ['digits as references without an end', digits((code) => `&#${code}`)],
    ['blanks escaped twice', text.replaceAll('&nbsp;', '&amp;nbsp;')],
    ['blanks without an end', text.replaceAll('&nbsp;', '&nbsp')],
    ['blanks in empty cells', text.replace(/(<td[^>]*>)(<\/td>)/g, '$1&emsp;&#8203;$2')],
    ['soft hyphens in numbers', text.replace(/(?<=>\s*\d)(?=\d+\s*<)/g, '&shy;')],
  ]);
  return changed === text ? null : { text: changed, did };
};

/** The bytes are right, what the page declares is not; or the bytes went through a wrong decoder and back. */
const wrongEncoding = (bytes: Uint8Array, random: Random): MutatedBytes => {
  const text = decode(bytes);
  const [did, wrong] = random.pick<[string, () => Uint8Array]>([
    ['gb18030 bytes as declared before', () => encodeHtml(text, 'gb18030')],
    ['declared gb2312, utf-8 bytes', () => encode(text.replace(/charset=(["']?)utf-8/i, 'charset=$1gb2312'))],
    ['utf-8 read as gb18030 and stored again', () => encode(new TextDecoder('gb18030').decode(bytes))],
    ['utf-8 read as latin1 and stored again', () => encode(Buffer.from(bytes).toString('latin1'))],
    ['utf-16 with a mark', () => encodeHtml(text, 'utf-16le bom')],
  ]);
  return { bytes: wrong(), did };
};

const truncate = (bytes: Uint8Array, random: Random): MutatedBytes => {
  const at = random.integer(Math.floor(bytes.length / 20), bytes.length - 1);
  const tail = decode(bytes.subarray(Math.max(0, at - 30), at));
  return { bytes: bytes.slice(0, at), did: `cut at ${at} behind ${JSON.stringify(tail)}` };
};

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isSign = (byte: number): boolean => byte === 0x2b || byte === 0x2d;
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/**
 * A digit flipped into another or into a blank, a blank into a digit, a sign into a line's end: the text is as whole as
 * it was and prints another number, which is then the right one (see change-digit). Of 本年增/减, which is `-8` in one
 * year and 8 in another, no identity of one report says the sign; the report of the next year does, by its 上一年项目数量.
 */
const printsAnother = (before: number, after: number): boolean => {
  const both = [before, after];
  return both.every((byte) => isDigit(byte) || isSign(byte) || isSpace(byte)) && !both.every(isSpace);
};

/** Bits of any bytes, as long as what is printed is damaged and not another number. */
const flipBytes = (bytes: Uint8Array, random: Random): MutatedBytes => {
  const flipped = bytes.slice();
  const did: string[] = [];
  for (let times = random.integer(1, 40); times > 0; times--) {
    const at = random.integer(0, bytes.length - 1);
    const byte = (flipped[at] ?? 0) ^ (1 << random.integer(0, 7));
    if (printsAnother(flipped[at] ?? 0, byte)) continue;
    flipped[at] = byte;
    did.push(`${at}=${byte}`);
  }
  return { bytes: flipped, did: `flipped ${did.join(' ')}` };
};

const onBytes = (
  name: string,
  renderings: Operator['renderings'],
  mutate: (bytes: Uint8Array, random: Random) => MutatedBytes | null,
): Operator => ({ name, ...(renderings ? { renderings } : {}), on: 'bytes', mutate });

export const BYTE_OPERATORS: readonly Operator[] = [
  onMarkup('delete-closing-tags', allClosing),
  onMarkup('delete-some-closing-tags', deleteMatches(/<\/(?:td|tr|th|p|table|tbody)>/gi, 4)),
  onMarkup('delete-opening-tags', deleteMatches(/<(?:td|tr|th|table|tbody)\b[^>]*>/gi, 3)),
  onMarkup('entities', entities),
  onBytes('wrong-encoding', ['html'], wrongEncoding),
  onBytes('truncate', ['html', 'text', 'docx', 'xlsx', 'pdf', 'doc', 'xls'], truncate),
  onBytes('flip-bytes', ['html', 'text', 'docx', 'xlsx', 'pdf', 'doc', 'xls'], flipBytes),
];
