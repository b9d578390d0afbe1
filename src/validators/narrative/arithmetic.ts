import { type Finding, makeFinding, roundToForm } from '../../model/finding.ts';

const RULE = 'narrative.arithmetic';
const LONGEST_SENTENCE = 400;

const COUNT = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})`;
const UNIT = '([件宗起例份项条次篇个人])';
const BEFORE = String.raw`(?:上一?年|去年|20\d\d年)度?(?:同期)?`;
const GREW = String.raw`(增长|增加|上升|提高|下降|减少|降低|回落)了?(\d{1,6}(?:\.\d{1,4})?)%`;

/** 「27件，较上年20件增长35%」: new, unit, old, direction, rate. */
const COMPARED = new RegExp(
  String.raw`(?<![\d.,])${COUNT}${UNIT}[,，、]?(?:较|比|与)${BEFORE}[的(]?${COUNT}\2\)?(?:相比)?[,，]?(?:同比)?${GREW}`,
  'g',
);
/** 「由上年的20件增加到27件，增长35%」: old, unit, new, direction, rate. */
const RISEN = new RegExp(
  String.raw`[由从](?:${BEFORE})?的?${COUNT}${UNIT}(?:增长|增加|上升|提高|下降|减少|降低|回落|降)[到至为](?:今年|本年|20\d\d年)?的?${COUNT}\2[,，]?(?:同比)?${GREW}`,
  'g',
);
/** 「N件，其中，自然人申请A件，法人或其他组织申请B件」: every applicant is one or the other (form, table 3). */
const APPLICANTS = new RegExp(
  String.raw`(?<![\d.,])${COUNT}([件宗])[,，(]?(?:同比[^,，。;]{0,14}[,，])?其中[,，:]?(?:自然人|公民)(?:提出|提交)?(?:的)?(?:申请)?${COUNT}\2[,，、和](?:法人(?:或|和|及|、)其他组织)(?:提出|提交)?(?:的)?(?:申请)?${COUNT}\2`,
  'g',
);

/**
 * Sums and rates told in one sentence that do not compute: rule `narrative.arithmetic`, always a `question`.
 *
 * Checked: a growth rate beside both its counts (it may be rounded or cut off in its last digit), and the two
 * kinds of applicants beside their total. Other lists 「其中…」 are left alone: they need not be exhaustive.
 *
 * @param paragraphs running text, a sentence never over two of them.
 */
export function checkNarrativeArithmetic(paragraphs: readonly { readonly text: string }[]): Finding[] {
  return paragraphs
    .filter(({ text }) => /[%％]|其中/.test(text))
    .flatMap(({ text }) => splitSentences(text))
    .flatMap((sentence) => [
      ...matchesIn(sentence, COMPARED, '%').flatMap(([piece, now, , then, way, rate]) =>
        checkRate(piece, { now, then, way, rate }),
      ),
      ...matchesIn(sentence, RISEN, '%').flatMap(([piece, then, , now, way, rate]) =>
        checkRate(piece, { now, then, way, rate }),
      ),
      ...matchesIn(sentence, APPLICANTS, '其中').flatMap(([piece, total, , ...parts]) =>
        checkParts(piece, total, parts),
      ),
    ]);
}

/** The long patterns are tried only where the sign is that each of them ends or begins with. */
const matchesIn = (sentence: string, pattern: RegExp, sign: string): RegExpExecArray[] =>
  sentence.includes(sign) ? [...sentence.matchAll(pattern)] : [];

function splitSentences(text: string): string[] {
  return toHalfWidth(text)
    .split(/[。;!?\n]/)
    .filter((sentence) => sentence.length <= LONGEST_SENTENCE && /[%]|其中/.test(sentence));
}

function toHalfWidth(text: string): string {
  return text
    .replace(/[\s\u200b-\u200d\ufeff]/g, (space) => (space === '\n' ? '\n' : ''))
    .replace(/[０-９％（）：；！？．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

interface Rate {
  readonly now: string | undefined;
  readonly then: string | undefined;
  readonly way: string | undefined;
  readonly rate: string | undefined;
}

function checkRate(piece: string, { now, then, way = '', rate = '' }: Rate): Finding[] {
  const from = toNumber(then);
  if (from === 0) return [];
  const grown = ((toNumber(now) - from) / from) * 100;
  const expected = /增|升|提/.test(way) ? grown : -grown;
  const decimals = rate.split('.')[1]?.length ?? 0;
  const tolerance = 10 ** -decimals;
  if (Math.abs(expected - Number(rate)) < tolerance) return [];
  const computed = Number(expected.toFixed(Math.max(decimals, 1)));
  return [
    question(piece, computed, Number(rate), {
      zh: `“${piece}”：按前后两数计算应为 ${computed}%`,
      en: `“${piece}”: the two counts give ${computed}%, the text says ${rate}%`,
    }),
  ];
}

function checkParts(piece: string, total: string | undefined, parts: readonly string[]): Finding[] {
  const terms = parts.map(toNumber);
  const sum = terms.reduce((a, b) => a + b, 0);
  if (sum === toNumber(total)) return [];
  return [
    question(piece, sum, toNumber(total), {
      zh: `“${piece}”：${terms.join(' + ')} = ${sum}，正文合计为 ${toNumber(total)}`,
      en: `“${piece}”: ${terms.join(' + ')} = ${sum}, the text says ${toNumber(total)}`,
    }),
  ];
}

function toNumber(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}

function question(piece: string, expected: number, actual: number, message: Finding['message']): Finding {
  return makeFinding({
    rule: RULE,
    scope: piece,
    severity: 'question',
    message,
    expected: roundToForm(expected),
    actual,
  });
}
