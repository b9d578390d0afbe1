import { readChineseNumber } from '../../src/numerals/read-chinese-number.ts';

/** A whole number with its unit, in folded text: `end` is behind the unit. */
export interface Count {
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Between digits and unit nothing may stand, so 400余件, 20多件, 1.2万件 and 十几件 are no counts. Neither are
 * 27件次 (another way of counting) and 30件左右.
 */
const COUNT = new RegExp(
  String.raw`(?<![\d.〇零一二两三四五六七八九十百千万亿第])` +
    String.raw`(\d{1,3}(?:,\d{3}){1,3}|\d{1,9}|[〇零一二两三四五六七八九十百千万]{1,12})` +
    String.raw`([件宗起例份项个次条])(?!\(?次|套|左右|以上|以下|上下|余|多)`,
  'g',
);

/** All exact counts of folded text, in order. */
export function findCounts(text: string): Count[] {
  const counts: Count[] = [];
  for (const match of text.matchAll(COUNT)) {
    const [whole, digits = '', unit = ''] = match;
    const value = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : readChineseNumber(digits);
    if (value !== null) counts.push({ value, unit, start: match.index, end: match.index + whole.length });
  }
  return counts;
}
