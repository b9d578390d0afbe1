import type { Prose } from '../../model/extraction.ts';
import type { Report } from '../../model/report.ts';

/** Numbers in a print, and characters of text that each of them stands for one of. */
const SLOTS = 64;
const SHINGLE = 8;
/** Shorter texts are alike because there is little to say. */
const LEAST_CHARACTERS = 400;

/**
 * A short print of a report's running text, by which texts that are the same but for names are found: for each of 64
 * slots the least hash of the text's eight-character pieces that fall into it (one-permutation MinHash, Li, Owen and
 * Zhang 2012). The share of equal slots is about the share of pieces that two texts have in common.
 *
 * @returns 128 bytes in base64, or null when there are fewer than 400 characters
 */
export function printProse(
  paragraphs: readonly Prose[],
  report: Pick<Report, 'agency' | 'place' | 'year'>,
): string | null {
  const text = withoutNames(paragraphs.map((paragraph) => paragraph.text).join(''), report);
  if (text.length < LEAST_CHARACTERS) return null;
  const least = new Uint16Array(SLOTS).fill(0xffff);
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    const hash = hashOf(text, at);
    const slot = hash & (SLOTS - 1);
    const value = hash >>> 16;
    if (value < (least[slot] as number)) least[slot] = value;
  }
  const bytes = Buffer.alloc(SLOTS * 2);
  least.forEach((value, slot) => {
    bytes.writeUInt16LE(value, slot * 2);
  });
  return bytes.toString('base64');
}

/** Who reports about which year is the part that a copy changes. Figures stay: a copy has the same ones. */
function withoutNames(
  text: string,
  { agency, place, year }: Pick<Report, 'agency' | 'place' | 'year'>,
): string {
  const names = [agency, place, year === null ? null : String(year)].filter((name) => name !== null);
  const compact = text.normalize('NFKC').replace(/\s+/g, '');
  return names
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name.normalize('NFKC'), ''), compact);
}

/** FNV-1a over a piece of text, its bits then mixed (murmur3's last step), since slots take the low ones. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + SHINGLE; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The share of text that two prints have in common, 0 to 1. */
export function similarity(one: Uint8Array, other: Uint8Array): number {
  let equal = 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    const at = slot * 2;
    if (one[at] === other[at] && one[at + 1] === other[at + 1]) equal++;
  }
  return equal / SLOTS;
}

/** Slots in a band: of two texts that have nine tenths in common, 99 of 100 share one of eight bands. */
const BAND_SLOTS = 8;

/** The parts of a print by which candidates are looked up: prints that are alike share at least one. */
export function bandsOf(print: Uint8Array): Uint8Array[] {
  return Array.from({ length: SLOTS / BAND_SLOTS }, (_, band) => {
    const part = print.subarray(band * BAND_SLOTS * 2, (band + 1) * BAND_SLOTS * 2);
    return Uint8Array.from([band, ...part]);
  });
}
