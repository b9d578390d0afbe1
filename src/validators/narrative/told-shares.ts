import { type Calculation, COUNT, comparePercent, toNumber, UNIT } from './calculation.ts';

/** 「…20件，占74.1%」: a count, its unit, its share. A base in other words (占全市, 占办结数) is another count. */
const SHARE = new RegExp(
  String.raw`(?<![\d.,])${COUNT}${UNIT}[,，(]?(?:约)?占(?:比|(?:申请)?总[数量件]|申请(?:总[数量]|量)|全部(?:申请)?|总申请量)?的?(?:比例|比重)?(?:为|达到?|约)?(\d{1,3}(?:\.\d{1,4})?)%`,
  'g',
);
/** The whole that parts are of: 「27件，其中」. */
const WHOLE = new RegExp(String.raw`(?<![\d.,])${COUNT}${UNIT}[,，(:]?(?:其中|包括)`, 'g');
const ANY = new RegExp(String.raw`(?<![\d.,])${COUNT}${UNIT}`, 'g');

/**
 * Shares told beside the part and its whole. The whole is the count before 其中; a share that another count of the
 * sentence explains is of that one, and holds.
 */
export function toldShares(sentence: string): Calculation[] {
  if (!sentence.includes('占')) return [];
  const wholes = [...sentence.matchAll(WHOLE)];
  const counts = [...sentence.matchAll(ANY)];
  return [...sentence.matchAll(SHARE)].flatMap((match) => {
    const [piece, part, unit, share = ''] = match;
    const whole = wholes.findLast(({ index, 2: other }) => index < match.index && other === unit);
    if (!whole) return [];
    const ofOther = counts.some(
      ({ index, 1: base }) => index !== match.index && shareOf(piece, part, base, share)?.holds,
    );
    const told = shareOf(`${whole[0]}…${piece}`, part, whole[1], share);
    return told ? [{ ...told, holds: told.holds || ofOther }] : [];
  });
}

function shareOf(piece: string, part: string | undefined, whole: string | undefined, share: string) {
  const base = toNumber(whole);
  return base === 0 ? null : comparePercent(piece, (toNumber(part) / base) * 100, share, GIVEN);
}

const GIVEN = { zh: '按部分与总数计算', en: 'part and whole give' };
