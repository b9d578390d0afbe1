import { readChineseNumber } from '../../numerals/read-chinese-number.ts';

/** Longer than any sentence of a report: a table run together, or a page without punctuation. */
const LONGEST_SENTENCE = 400;

const NUMERALS = '[〇零一二两三四五六七八九十百千万]{1,12}';
/** 第三件 counts nothing, 三十余件 nothing exactly: what is behind the numeral must be its unit. */
const COUNTED = new RegExp(
  `(?<![第〇零一二两三四五六七八九十百千万亿\\d.几数])${NUMERALS}(?=[件宗起例份项条次篇个人])`,
  'g',
);
const PERCENT = /百分之([〇零一二两三四五六七八九十百]{1,5})(?:点([〇零一二三四五六七八九]{1,4}))?/g;

/** The sentences of a text that tell a percentage, compare or name parts: half width, without blanks, numerals as digits. */
export function foldSentences(text: string): string[] {
  if (!/[%％较比]|百分之|其中|包括|合计|共计/.test(text)) return [];
  return toHalfWidth(text)
    .split(/[。!?\n]/)
    .filter((sentence) => sentence.length <= LONGEST_SENTENCE)
    .map(withDigits);
}

function toHalfWidth(text: string): string {
  return text
    .replace(/[\s\u200b-\u200d\ufeff]/g, (space) => (space === '\n' ? '\n' : ''))
    .replace(/[０-９％（）：；！？．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function withDigits(sentence: string): string {
  return sentence
    .replace(PERCENT, (words, whole: string, fraction?: string) => {
      const value = readChineseNumber(whole);
      const digits = [...(fraction ?? '')].map(readChineseNumber).join('');
      return value === null ? words : `${value}${digits ? `.${digits}` : ''}%`;
    })
    .replace(COUNTED, (words) => String(readChineseNumber(words) ?? words));
}
