import { type Calculation, COUNT, comparePercent, compareSum, toNumber, UNIT } from './calculation.ts';

const BEFORE = String.raw`(?:上一?年|去年|20\d\d年)度?(?:同期)?`;
const WAY = '(增长|增加|上升|提高|下降|减少|降低|回落)';
const RATE = String.raw`(\d{1,6}(?:\.\d{1,4})?)%`;
const GREW = `${WAY}了?${RATE}`;
const RISE = '(?:增长|增幅|上升|下降|降幅|减少|降低|回落)(?:率|幅度)?(?:为|达到?|约)?';

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
/** 「27件，较上年增加7件，增长35%」: new, unit, direction, difference, rate. */
const CHANGED = new RegExp(
  String.raw`(?<![\d.,])${COUNT}${UNIT}[,，、(]?(?:同比|(?:较|比|与)${BEFORE}(?:相比)?[,，]?)${WAY}了?${COUNT}\2[,，、]${RISE}${RATE}`,
  'g',
);
/** 「27件，较上年的20件增加7件」: new, unit, old, direction, difference. */
const DIFFERING = new RegExp(
  String.raw`(?<![\d.,])${COUNT}${UNIT}[,，、]?(?:较|比)${BEFORE}[的(]?${COUNT}\2\)?[,，]?${WAY}了?${COUNT}\2`,
  'g',
);

const isRise = (way: string): boolean => /增|升|提/.test(way);

/** Growth told beside the counts it is computed from. A rate upon nothing has no value and is left alone. */
export function toldRates(sentence: string): Calculation[] {
  const rated = sentence.includes('%');
  return [
    ...(rated ? [...sentence.matchAll(COMPARED)] : []).flatMap(([piece, now, , then, way = '', rate = '']) =>
      rateOf(piece, toNumber(now), toNumber(then), way, rate),
    ),
    ...(rated ? [...sentence.matchAll(RISEN)] : []).flatMap(([piece, then, , now, way = '', rate = '']) =>
      rateOf(piece, toNumber(now), toNumber(then), way, rate),
    ),
    ...(rated ? [...sentence.matchAll(CHANGED)] : []).flatMap(
      ([piece, now, , way = '', difference, rate = '']) => {
        const change = isRise(way) ? toNumber(difference) : -toNumber(difference);
        return rateOf(piece, toNumber(now), toNumber(now) - change, way, rate);
      },
    ),
    ...[...sentence.matchAll(DIFFERING)].map(([piece, now, , then, way = '', difference]) => {
      const change = isRise(way) ? toNumber(difference) : -toNumber(difference);
      return compareSum(piece, [toNumber(then), change], toNumber(now));
    }),
  ];
}

function rateOf(piece: string, now: number, then: number, way: string, rate: string): Calculation[] {
  if (then <= 0) return [];
  const grown = ((now - then) / then) * 100;
  return [comparePercent(piece, isRise(way) ? grown : -grown, rate, GIVEN)];
}

const GIVEN = { zh: '按前后两数计算', en: 'the two counts give' };
