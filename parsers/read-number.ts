import type { NumberKind } from '../src/forms/form.ts';
import type { CellStatus } from '../src/model/status.ts';
import { readChineseNumber } from '../src/numerals/read-chinese-number.ts';
import { cleanText, hasOverride, hasText } from './normalise-label.ts';
import { replaceRadicals } from './radicals.ts';

/** Why a number that was read is not written as a number is; `unit` is told apart, see cell.unit. */
export type Oddity =
  | 'leading_zero'
  | 'full_width'
  | 'spaces'
  | 'lines'
  | 'note'
  | 'unit_word'
  | 'approximate'
  | 'fraction'
  | 'thousands'
  | 'sign'
  | 'words';

/**
 * What one cell says: `value` is null unless the status is `reported`. `converted` names the printed unit when
 * it is not the form's and the value was converted (251000元 → 25.1 of 10,000 yuan).
 */
export interface NumberReading {
  readonly status: Extract<CellStatus, 'reported' | 'blank' | 'dash' | 'unreadable' | 'ambiguous'>;
  readonly value: number | null;
  readonly oddities: readonly Oddity[];
  readonly converted?: string;
  /** Why digits are there, and which number they are is not certain. */
  readonly doubt?: Doubt;
}

export const DOUBTS = ['reversed', 'separator'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Printed for "nothing here" (aliases.md, blank words): one of these words or signs, in either case, … */
export const DASH_WORDS = [
  '无',
  '没有',
  '不涉及',
  '不适用',
  '无此项',
  '暂无',
  '空',
  'n/a',
  'na',
  'null',
  'none',
];
export const DASH_SIGNS = ['.', '×', '*'];
/** … or any number of these strokes. */
export const DASH_STROKES = '-‐‑‒–—―−─ー⸺⸻－~～_/\\|／＼';
const DASHES: ReadonlySet<string> = new Set([...DASH_WORDS, ...DASH_SIGNS]);
const isDash = (text: string): boolean =>
  DASHES.has(text.toLowerCase()) || [...text].every((sign) => DASH_STROKES.includes(sign));

const UNIT_WORDS = '件次|件|次|条|人次|人|项|个|宗|份|家|例|起|篇|部|个项目|千元|万元|亿元|万|元|人民币元';
const NUMBER = new RegExp(
  String.raw`^(?<before>〔[^〕]*〕\s*)?(?<sign>[+\-‐‑–−＋－↑↓]|增加|减少|增长|下降|新增|增|减)?\s*(?<digits>\d[\d,，、'\s]*(?:\.\s*\d[\d\s]*)?)\s*(?<approximate>余|多|左右|以上)?\s*(?<unit>${UNIT_WORDS})?(?<approximate2>余|左右|以上)?\s*(?<note>[(\[【〔].*(?<![)\]】〕]\s?\d{1,16}))?$`,
  'su',
);
const GROUPED = /^\d{1,3}(?:([,'])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
const YUAN_IN_10K: Readonly<Record<string, number>> = {
  元: 1e-4,
  人民币元: 1e-4,
  十元: 1e-3,
  百元: 0.01,
  千元: 0.1,
  万元: 1,
  万: 1,
  十万元: 10,
  百万元: 100,
  千万元: 1000,
  亿元: 1e4,
};
/** 万条, 千人次: counts in thousands and ten thousands. */
const SCALED_COUNT = /^(?<scale>[千万])[^元]+$/;
const COUNT_SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4 };
const FALLING = /^(?:[-‐‑–−－↓]|减少|下降|减)/;
const LONGEST = 80;
/** Longer texts are not even cleaned: a cell may hold a whole page. */
const LONGEST_RAW = 2000;
/** ①, ², ½: NFKC would make digits of them, and 5② would read as 52. */
const NOT_DIGITS = /\p{No}/u;
/** Behind a number some of them are marks of notes: 40①, 40². A fraction is none. */
const NOTE_MARKS = /(?<=^[\d\s,，]*\d\s*)[①-⒇❶-❿⓫-⓿¹²³⁰-⁹]+$/u;

const blank: NumberReading = { status: 'blank', value: null, oddities: [] };
const dash: NumberReading = { status: 'dash', value: null, oddities: [] };
const unreadable: NumberReading = { status: 'unreadable', value: null, oddities: [] };

/** By how much a number in this unit is multiplied to be in the form's unit; 1 where the unit says nothing of scale. */
const factorOf = (unit: string, kind: NumberKind): number =>
  (kind === 'amount_10k_yuan'
    ? YUAN_IN_10K[unit]
    : COUNT_SCALES[SCALED_COUNT.exec(unit)?.groups?.['scale'] ?? '']) ?? 1;

/**
 * The number printed in a cell. `text` is the cell's text; spaces inside digits are joined and noted as `spaces`, lines and
 * paragraphs as `lines`: whether they are one number is for arithmetic to say. Lines that a narrow column broke come
 * here with a space between. Counts, signed changes and amounts in 10,000 yuan differ in what is odd in them. `headerUnit` is
 * the unit that the column's header or the row prints; a unit in the cell itself outweighs it.
 */
export function readNumber(text: string, kind: NumberKind = 'count', headerUnit?: string): NumberReading {
  const reading = readPrinted(text, kind);
  const factor = headerUnit === undefined ? 1 : factorOf(headerUnit, kind);
  const own = reading.converted !== undefined || /[元万]/.test(text);
  if (reading.value === null || factor === 1 || own) return reading;
  return { ...reading, value: scale(reading.value, factor), converted: headerUnit ?? '' };
}

function readPrinted(text: string, kind: NumberKind): NumberReading {
  if (isPlainCount(text)) return reported(Number(text), []);
  const reading = readVisible(text, kind);
  if (reading.status !== 'reported') return reading;
  if (hasOverride(text)) return { status: 'ambiguous', value: null, oddities: [], doubt: 'reversed' };
  return LINES_OF_DIGITS.test(text) ? acrossLines(reading) : reading;
}

function readVisible(text: string, kind: NumberKind): NumberReading {
  if (text.length > LONGEST_RAW) return hasText(text) ? unreadable : blank;
  const printed = cleanText(text).replace(NOTE_MARKS, '〔〕');
  if (printed === '') return blank;
  if (isPlainCount(printed)) return reported(Number(printed), []);
  if (printed.length > LONGEST || NOT_DIGITS.test(printed)) return unreadable;
  const unified = cleanText(replaceRadicals(printed).normalize('NFKC'));
  if (isDash(unified)) return dash;
  const words = readWords(unified, kind);
  if (words) return words;
  const match = NUMBER.exec(unified);
  return match?.groups
    ? fromParts(match.groups, kind, printed !== unified && /[０-９]/.test(printed))
    : unreadable;
}

const ZERO_WORDS: readonly string[] = ['零', '〇', 'o', 'O'];
const NUMERAL = new RegExp(
  `^(?<numeral>[〇零一二两三四五六七八九十百千万亿]{1,16})(?<unit>${UNIT_WORDS})?$`,
  'u',
);
/** A dash that an input method made: 一 in an empty cell is as often meant for — as for 1. */
const DASH_LIKE = '一';

/** 零, 十二, 一百零五件: a number in Chinese numerals, when they write one for certain. */
function readWords(text: string, kind: NumberKind): NumberReading | null {
  if (ZERO_WORDS.includes(text)) return reported(0, ['words']);
  const { numeral = '', unit } = NUMERAL.exec(text)?.groups ?? {};
  const value = readChineseNumber(numeral);
  const isOther = unit !== undefined && (kind === 'amount_10k_yuan' || unit.endsWith('元'));
  if (value === null || text === DASH_LIKE || isOther) return null;
  return reported(value, unit === undefined ? ['words'] : ['words', 'unit_word']);
}

const isPlainCount = (text: string): boolean => /^(?:0|[1-9]\d{0,14})$/.test(text);

const reported = (value: number, oddities: readonly Oddity[], converted?: string): NumberReading => ({
  status: 'reported',
  value,
  oddities,
  ...(converted === undefined ? {} : { converted }),
});

function fromParts(
  parts: Record<string, string | undefined>,
  kind: NumberKind,
  fullWidth: boolean,
): NumberReading {
  const raw = (parts['digits'] ?? '').trim();
  const dense = raw.replace(/\s/g, '');
  const grouped = dense.replace(/，/g, ',');
  const digits = grouped.replace(/[,、']/g, '');
  if (!PLAIN.test(digits) || digits.length > 16 || !isExact(digits)) return unreadable;
  const odd = new Set<Oddity>();
  if (fullWidth) odd.add('full_width');
  if (dense !== raw) odd.add('spaces');
  if (digits !== grouped) {
    // 5,6 may be two numbers, a decimal or a slip: only groups of three are the sign of one.
    if (!GROUPED.test(grouped)) return { status: 'ambiguous', value: null, oddities: [], doubt: 'separator' };
    odd.add('thousands');
  }
  if (/^0\d/.test(digits)) odd.add('leading_zero');
  if (parts['note'] || parts['before']) odd.add('note');
  if (parts['approximate'] || parts['approximate2']) odd.add('approximate');
  if (kind !== 'change' && parts['sign']) odd.add('sign');
  if (kind !== 'amount_10k_yuan' && digits.includes('.')) odd.add('fraction');
  const magnitude = Number(digits);
  const signed = FALLING.test(parts['sign'] ?? '') ? -magnitude : magnitude;
  const unit = parts['unit'];
  if (unit === undefined) return reported(signed || 0, [...odd]);
  const factor = YUAN_IN_10K[unit];
  if (kind === 'amount_10k_yuan') {
    if (factor === undefined) return unreadable;
    return factor === 1 ? reported(signed, [...odd]) : reported(scale(signed, factor), [...odd], unit);
  }
  if (factor !== undefined)
    return unit === '万' ? reported(scale(signed, 1e4), [...odd, 'unit_word'], unit) : unreadable;
  return reported(signed || 0, [...odd, 'unit_word']);
}

/** Digits that go on behind a line break, as in two paragraphs of one cell. */
const LINES_OF_DIGITS = /[\d０-９][^\S\n]*\n\s*[\d０-９.,，]/;
const acrossLines = (reading: NumberReading): NumberReading => ({
  ...reading,
  oddities: reading.oddities.map((odd) => (odd === 'spaces' ? 'lines' : odd)),
});

/** Digits that every double keeps (IEEE 754: DBL_DIG). */
const SURE_DIGITS = 15;

/** Whether a number is these digits and not its nearest neighbour: 9007199254740993 would become …992. */
function isExact(digits: string): boolean {
  const significant = digits.replace('.', '').replace(/^0+/, '');
  return significant.length <= SURE_DIGITS || (!digits.includes('.') && Number.isSafeInteger(Number(digits)));
}

/** Decimal scaling without binary noise: 251000 × 0.0001 = 25.1. */
const scale = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

/** What stands where a byte was damaged or a glyph is unknown: nothing that anybody printed. */
const DAMAGE = /[\ufffd\p{Cc}]/gu;

/** Whether some of a text's characters did not survive. */
export const isDamaged = (text: string): boolean => text !== '' && cleanText(text).search(DAMAGE) >= 0;

/** Whether a text can only be the content of a number cell: digits, also damaged ones, a placeholder or nothing. */
export function looksLikeValue(text: string): boolean {
  if (isPlainCount(text)) return true;
  if (text.length > LONGEST_RAW) return !hasText(text);
  const printed = cleanText(text);
  if (printed === '') return true;
  if (printed.length > 24) return false;
  const whole = printed.replace(DAMAGE, '');
  if (whole !== printed) return /\d/.test(whole) && looksLikeValue(whole);
  const reading = readNumber(printed, 'change');
  // 十二 may be an ordinal, which is a label.
  if (reading.oddities.includes('words')) return ZERO_WORDS.includes(printed);
  if (['reported', 'dash', 'ambiguous'].includes(reading.status)) return true;
  return readNumber(printed, 'amount_10k_yuan').status === 'reported';
}
