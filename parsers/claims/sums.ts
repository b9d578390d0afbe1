import type { PhraseMatch } from './match-phrase.ts';

const LAST_YEAR = '(?:上一?年|去年|往年|20\\d\\d年)度?的?';
const CARRIED = `${LAST_YEAR}[^。;,，()]{0,6}?(?:结转|遗留|转入)`;
const INCLUDED = '(?:含|包括|包含|内含|加上|连同|其中)';
/** Right behind the number: 「27件（含上年结转1件）」, 「27件，其中新收26件，上年结转1件」. */
const AFTER = new RegExp(
  `^(?:[,，]?\\(?(?:其中)?[:,，]?${INCLUDED}[^。;()]{0,40}?${CARRIED}|\\([^。;()]{0,24}?${CARRIED})`,
);
const BEFORE = new RegExp(
  `(?:${INCLUDED}[^。;]{0,16}?${CARRIED}|${CARRIED}[^。;]{0,24}(?:共计|合计|总计|一共))`,
);
const REACH = 72;

/**
 * True for 「共收到27件（含上年结转1件）」: received and carried in together, which no variable counts.
 * 「本年新收」 says that they are apart.
 */
export function includesCarriedIn(text: string, { phrase, start, end, note }: PhraseMatch): boolean {
  if (phrase.variable !== 'applications.received_new.total') return false;
  if (text.slice(start, end).includes('新收')) return false;
  const behind = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - 40), end);
  return AFTER.test(behind) || BEFORE.test(before.slice(before.lastIndexOf('。') + 1)) || /结转/.test(note);
}

/** Brackets that change what is counted: 「不予公开（属于国家秘密）1件」 is one row of the group. */
export function isRowOfGroup({ note }: PhraseMatch): boolean {
  return note !== '' && !/^(?:(?:含|包括)?(?:申请人|主动)|区分处理)/.test(note);
}
