import { type Calculation, COUNT, compareSum, toNumber, UNIT } from './calculation.ts';

/**
 * Lists that leave nothing out, by what the form or the words mean: every applicant is a person or an organisation,
 * every result is one of six, what is to be dealt with is new or carried in. Other lists (网上20件, 信函5件) may be
 * examples, and are left alone.
 */
const FAMILIES: readonly (readonly RegExp[])[] = [
  [/自然人|公民/, /法人(?:或|和|及|、|与)?(?:者)?其[他它]组织/],
  [/新收|新增|本年度?收到|当年收到/, /(?:上一?年|去年|20\d\d年)度?(?:度|的)?(?:结转|遗留|转入)/],
  [/(?<!不)予以公开/, /部分公开/, /不予公开/, /无法提供/, /不予处理/, /其[他它](?:处理|情形|情况)/],
];

/** 「27件，其中：」, 「27件（其中」, 「27件，同比增长35%，其中，」: a whole, its unit. */
const WHOLE = new RegExp(
  String.raw`(?<![\d.,])${COUNT}([件宗])[,，(]?(?:同比[^,，。;]{0,14}[,，])?(?:其中|包括)[,，:]?`,
  'g',
);
const ITEM = new RegExp(String.raw`([^,，、;:()\d]{0,24})${COUNT}${UNIT}`, 'g');
/** 「行政复议3件、行政诉讼2件，共计5件」: a sentence that is a list and its sum. */
const SUMMED = new RegExp(
  String.raw`^((?:[^,，、;:()\d%]{2,20}\d{1,9}([件宗])[,，、和及]?){2,8})[,，]?(?:合计|共计|总计)${COUNT}\2$`,
);
const EXAMPLES = /等/;

/** Totals told beside all of their parts. */
export function toldParts(sentence: string): Calculation[] {
  return [...wholesWithParts(sentence), ...summedLists(sentence)];
}

function wholesWithParts(sentence: string): Calculation[] {
  return [...sentence.matchAll(WHOLE)].flatMap((match) => {
    const [words, total, unit = ''] = match;
    const rest = sentence.slice(match.index + words.length);
    return FAMILIES.flatMap((family) => {
      const parts = partsIn(rest, family, unit);
      if (parts === null) return [];
      const piece = sentence.slice(match.index, match.index + words.length + parts.end);
      return [compareSum(piece, parts.terms, toNumber(total))];
    });
  });
}

/** The counts of a family's parts, each told once; null unless every one is told. */
function partsIn(text: string, family: readonly RegExp[], unit: string) {
  const items = [...text.matchAll(ITEM)];
  const found = family.map((part) =>
    items.filter(([, label = '', , own]) => own === unit && part.test(label)),
  );
  if (found.some((matches) => matches.length !== 1)) return null;
  const matches = found.flat();
  if (new Set(matches).size !== family.length) return null;
  const end = Math.max(...matches.map(({ index, 0: words }) => index + words.length));
  if (EXAMPLES.test(text.slice(0, end))) return null;
  return { terms: matches.map(([, , count]) => toNumber(count)), end };
}

function summedLists(sentence: string): Calculation[] {
  return sentence.split(/[;:]/).flatMap((clause) => {
    const [piece, list = '', , total] = SUMMED.exec(clause) ?? [];
    if (piece === undefined || EXAMPLES.test(list) || !/合计|共计|总计/.test(piece)) return [];
    const terms = [...list.matchAll(/\d{1,9}/g)].map(([digits]) => toNumber(digits));
    return [compareSum(piece, terms, toNumber(total))];
  });
}
