import { replaceRadicals } from './radicals.ts';
import { simplify } from './traditional.ts';

/** Zero-width characters, soft hyphen and byte-order marks: pasted into cells, never meant (wild.md 23). */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g;
/** Most cells and labels hold nothing to clean: letters, signs and ideographs without a blank. */
const CLEAN = /^[\x21-\x7e\u2010-\u2027\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;
const VISIBLE = /[^\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/;
/** What is left of a template: (宋体加粗小四号字). */
const TEMPLATE_RESIDUE = /[(（][^()（）]{0,12}(?:号字|字体|加粗|宋体|黑体|仿宋|楷体)[^()（）]{0,12}[)）]/g;
/** A letter before it is a template's, or a grain of dirt that was read as one (T(七)总计). */
const ORDINAL = /^(?:[a-z]?[(（]?[一二三四五六七八九十]{1,3}[)）、．.]|[(（]?\d{1,2}[)）、．.,，]|[①-⑳])\s*/i;
/** 1属于国家秘密: the point after the number was lost. */
const BARE_ORDINAL = /^\d{1,2}(?=[\p{Script=Han}“"])/u;
/** The unit of a row's numbers in brackets behind its label: （二）被依法纠错数（件）. */
const UNIT = /[(（]((?:百|千|万|百万|千万|亿)?(?:[条件次篇个宗项份起元]|人次?))[)）]$/;
const NOT_TEXT = /[^\p{L}\p{N}]/gu;
const NOT_ORDINAL = /[^\p{N}一二三四五六七八九十]/gu;

/** Text for people's eyes and for numbers: invisible characters gone, blanks of every kind one space. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/** RIGHT-TO-LEFT OVERRIDE (UAX 9): what follows is shown from right to left, digits too. */
export const hasOverride = (text: string): boolean => text.includes('\u202e');

/** Whether anything is printed at all; as `cleanText(text) !== ''`, without the cost for long texts. */
export const hasText = (text: string): boolean => VISIBLE.test(text);

/** A heading without what a template left behind it: (宋体加粗小四号字). */
export const stripResidue = (text: string): string => text.replace(TEMPLATE_RESIDUE, '').trim();

const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;
const LABEL_LIMIT = 120;

/**
 * A printed label → the text that labels are compared by: radicals and widths unified (NFKC), ordinal, spaces,
 * punctuation, quotes, brackets, template residue and a mirror's traditional characters gone. `（二）部分公开` and `(2)部分 公开` are then equal.
 * Longer texts are cut at 120 characters: no label is as long, and prose must cost nothing.
 */
export function normaliseLabel(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const own = withoutTranslation(text);
  const normalised = normalise(own.length > LABEL_LIMIT ? own.slice(0, LABEL_LIMIT) : own);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, normalised);
  return normalised;
}

/** Scripts that regions of nationalities print beside Chinese; a label in them alone stays as it is. */
const TRANSLATION =
  /[\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Yi}\p{Script=Tai_Le}]/u;
const TRANSLATIONS = new RegExp(`${TRANSLATION.source}+`, 'gu');
const HAN = /\p{Script=Han}/u;
/** Behind so many characters a text is prose. */
const LONGEST_BILINGUAL = 4 * LABEL_LIMIT;

/** The Chinese of a label that is printed in two languages, in whatever order. */
function withoutTranslation(text: string): string {
  if (CLEAN.test(text)) return text;
  const label = text.slice(0, LONGEST_BILINGUAL);
  return TRANSLATION.test(label) && HAN.test(label) ? label.replace(TRANSLATIONS, ' ').trim() : text;
}

function normalise(text: string): string {
  const unified = replaceRadicals(text)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, '')
    .replace(TEMPLATE_RESIDUE, '');
  const simple = simplify(unified);
  const bare = simple.replace(ORDINAL, '').replace(BARE_ORDINAL, '');
  return (bare === '' ? simple : bare).replace(NOT_TEXT, '').toLowerCase();
}

/** The unit that a label ends with in brackets (（件）, （万元）), or null. */
export const labelUnit = (text: string): string | null => UNIT.exec(text.trim())?.[1] ?? null;

/** A label without the unit behind it. */
export const withoutUnit = (text: string): string => text.trim().replace(UNIT, '');

/** The ordinal that a label begins with (`（二）` → 二, `7.` → 7), or null. */
export function labelOrdinal(text: string): string | null {
  const unified = replaceRadicals(withoutTranslation(text))
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, '');
  const match = ORDINAL.exec(unified) ?? BARE_ORDINAL.exec(unified);
  return match ? match[0].replace(NOT_ORDINAL, '') : null;
}
