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
    String.raw`([件宗起例份项个次条])(?!\(?次|套|左右|以上|以下|上下|余|多|不[留漏落剩])`,
  'g',
);

/** 「收到一件、办结一件」, 「办结一件申请、解决一个问题」, 「每收到一件」: each of them, and not one of all. */
const EACH_AFTER = /^[^、，,。;:]{0,8}[、，,][^\d、，,。;:]{1,4}一[件个项份次起宗颗类批户]/;
const EACH_BEFORE =
  /每[^、，,。;:]{0,4}$|[到理结复办收决]一[件个项份次起宗颗类批户][^、，,。;:]{0,8}[、，,][^\d、，,。;:]{1,4}$/;
const VERB_BEFORE = /[到理结复办收决]$/;
/** What was counted before in the sentence is gone on with: 「收到申请一件，办结一件，未办结一件」. */
const COUNTED_BEFORE = /(?:[\d两二三四五六七八九十百千万]|(?<![每到理结复办收决])一)[件宗起例份][^。;!?|]*$/;
const REACH = 60;

/** All exact counts of folded text, in order. */
export function findCounts(text: string): Count[] {
  const counts: Count[] = [];
  for (const match of text.matchAll(COUNT)) {
    const [whole, digits = '', unit = ''] = match;
    const value = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : readChineseNumber(digits);
    const place = { start: match.index, end: match.index + whole.length };
    if (value !== null && !(digits === '一' && meansEach(text, place)))
      counts.push({ value, unit, ...place });
  }
  return counts;
}

function meansEach(text: string, { start, end }: Pick<Count, 'start' | 'end'>): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (COUNTED_BEFORE.test(before)) return false;
  return (
    EACH_BEFORE.test(before) || (VERB_BEFORE.test(before) && EACH_AFTER.test(text.slice(end, end + REACH)))
  );
}
