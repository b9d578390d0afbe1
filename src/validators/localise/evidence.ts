import type { Cell } from '../../model/cell.ts';
import type { Claim } from '../../model/claim.ts';
import type { Message, TypoClass } from '../../model/finding.ts';

/** What is known of cells besides the arithmetic of the report. */
export interface Evidence {
  /** Counts told in prose with the scope of the tables. */
  readonly claims: readonly Claim[];
  /** The year before: variable of this year → what the report of that year says it should be. */
  readonly carried: ReadonlyMap<string, number>;
  /** The year after: variable of this year → what the report of that year says it was. */
  readonly followed: ReadonlyMap<string, number>;
  /** Variables printed in an odd way (`cell.malformed`). */
  readonly malformed: ReadonlySet<string>;
}

export const NO_EVIDENCE: Evidence = {
  claims: [],
  carried: new Map(),
  followed: new Map(),
  malformed: new Set(),
};

/** A reason for or against a change, and how much it weighs; changes with the least cost come first. */
export interface Reason {
  readonly cost: number;
  readonly text: Message | null;
}

/**
 * What each kind of evidence is worth beside a change without any, which costs 1. They order the candidates only:
 * no evidence makes one certain. Chosen on the mutation benchmark (bench/localise.ts).
 */
const COSTS = {
  change: 1,
  told: -0.75,
  toldOtherwise: 0.75,
  carried: -0.75,
  carriedOtherwise: 0.75,
  malformed: -0.25,
  unsure: -0.5,
} as const;

const TYPO_COSTS: Readonly<Record<TypoClass, number>> = {
  digit_lost: -0.3,
  digit_added: -0.3,
  digits_swapped: -0.3,
  shifted: -0.3,
  digit_replaced: -0.2,
  neighbour: -0.2,
  exchanged: -0.5,
  blank_for_number: -0.2,
  zero_for_number: -0.1,
  number_for_zero: -0.1,
  total_not_updated: -0.1,
  other: 0,
};

/** A number read from an image less surely than this is the likelier one to be wrong. */
const UNSURE_BELOW = 0.97;

/** The reasons for and against changing one cell to a value. */
export function weighChange(cell: Cell, value: number, typo: TypoClass, evidence: Evidence): Reason[] {
  const reasons: Reason[] = [{ cost: COSTS.change + TYPO_COSTS[typo], text: null }];
  for (const claim of evidence.claims.filter(({ variable }) => variable === cell.variable)) {
    if (claim.value === value) reasons.push({ cost: COSTS.told, text: told(claim) });
    else if (claim.value === cell.value)
      reasons.push({ cost: COSTS.toldOtherwise, text: toldAsPrinted(claim) });
  }
  for (const [figures, textOf] of [
    [evidence.carried, carriedText],
    [evidence.followed, followedText],
  ] as const) {
    const figure = figures.get(cell.variable);
    if (figure === undefined) continue;
    if (figure === value) reasons.push({ cost: COSTS.carried, text: textOf(figure) });
    else if (figure === cell.value) reasons.push({ cost: COSTS.carriedOtherwise, text: null });
  }
  if (evidence.malformed.has(cell.variable)) reasons.push({ cost: COSTS.malformed, text: MALFORMED });
  if (cell.source?.kind === 'ocr' && cell.source.confidence < UNSURE_BELOW) {
    reasons.push({ cost: COSTS.unsure, text: UNSURE });
  }
  return reasons;
}

const told = ({ text, value }: Claim): Message => ({
  zh: `正文“${text}”为 ${value}`,
  en: `the text says ${value} (“${text}”)`,
});
const toldAsPrinted = ({ text, value }: Claim): Message => ({
  zh: `但正文“${text}”与表中 ${value} 一致`,
  en: `but the text agrees with the printed ${value} (“${text}”)`,
});
const carriedText = (value: number): Message => ({
  zh: `上一年度报告结转 ${value}`,
  en: `the report of the year before carried out ${value}`,
});
const followedText = (value: number): Message => ({
  zh: `下一年度报告上年结转 ${value}`,
  en: `the report of the year after took ${value} over`,
});
const MALFORMED: Message = { zh: '该格印得不规范', en: 'the cell is printed oddly' };
const UNSURE: Message = { zh: '该格识别把握不足', en: 'the cell was not read surely' };
