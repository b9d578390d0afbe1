import type { Cell } from '../../model/cell.ts';
import { type Message, roundToForm } from '../../model/finding.ts';
import { partsOf, readTotal } from './read-total.ts';
import { rowName } from './row-name.ts';

/**
 * Combinations of the table's numbers that a phrase is known to stand for. `agrees`: the words themselves can
 * mean the combination, so there is nothing to ask. `asks`: the combination explains the number but the words
 * do not say it, so a person decides.
 */
interface Combination {
  readonly told: string;
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  readonly verdict: 'agrees' | 'asks';
  /** Only for claims in these words. */
  readonly words?: RegExp;
}

export interface Explanation {
  readonly verdict: 'agrees' | 'asks';
  /** 3511（本年新收政府信息公开申请数量） + 96（上年结转政府信息公开申请数量）. */
  readonly sum: Message;
  readonly variables: readonly string[];
}

const row = (name: string) => `applications.${name}.total`;
const APPLICANTS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
];

const received = (column: string): Pick<Combination, 'told' | 'plus'> => ({
  told: `applications.received_new.${column}`,
  plus: [`applications.received_new.${column}`, `applications.carried_in.${column}`],
});

/**
 * 收办3607 = 3511 + 96 and 自然人申请3493 = 3402 + 91 (宿迁 2023): what was received includes what was carried in.
 * 收到 and 受理 do not say so. 依申请公开27件 without a verb may count what came in, what was there or what was done.
 * 办理 is used of everything dealt with, done or not. The others were met as slips of the pen, or may be.
 */
const COMBINATIONS: readonly Combination[] = [
  ...APPLICANTS.map((column): Combination => ({ ...received(column), verdict: 'agrees' })),
  { ...received('total'), verdict: 'agrees', words: /^(?:收办|依申请公开)/ },
  { ...received('total'), verdict: 'asks' },
  {
    told: row('received_new'),
    plus: [row('total_processed')],
    verdict: 'agrees',
    words: /^依申请公开/,
  },
  {
    told: row('total_processed'),
    plus: [row('received_new'), row('carried_in')],
    verdict: 'agrees',
    words: /^(?:办理|处理)(?!完)/,
  },
  {
    told: row('total_processed'),
    plus: [row('received_new')],
    verdict: 'asks',
    words: /^(?:办理|处理)(?!完)/,
  },
  { told: row('total_processed'), plus: [row('total_processed'), row('carried_out')], verdict: 'asks' },
  {
    told: row('total_processed'),
    plus: [row('total_processed')],
    minus: [row('carried_in')],
    verdict: 'asks',
  },
  { told: row('total_processed'), plus: [row('total_processed')], minus: [row('other')], verdict: 'asks' },
  { told: row('granted'), plus: [row('granted'), row('granted_in_part')], verdict: 'asks' },
  { told: row('refused'), plus: [row('refused'), row('unavailable')], verdict: 'asks' },
  { told: row('refused'), plus: [row('refused'), row('rejected')], verdict: 'asks' },
  { told: row('refused'), plus: [row('refused'), row('unavailable'), row('rejected')], verdict: 'asks' },
  { told: row('rejected'), plus: [row('rejected'), row('other')], verdict: 'asks' },
  { told: row('other'), plus: [row('rejected'), row('other')], verdict: 'asks' },
  {
    told: 'challenges.reconsideration.total',
    plus: ['challenges.reconsideration.total', 'challenges.litigation.total'],
    verdict: 'asks',
  },
  {
    told: 'challenges.litigation.total',
    plus: ['challenges.reconsideration.total', 'challenges.litigation.total'],
    verdict: 'asks',
  },
  ...['issued', 'repealed', 'in_force'].map(
    (column): Combination => ({
      told: `disclosure.normative_documents.${column}`,
      plus: [`disclosure.normative_documents.${column}`, `disclosure.regulations.${column}`],
      verdict: 'asks',
    }),
  ),
];

/** The combination of the table's numbers that gives what was told, or null. Never for a told 0. */
export function explainClaim(
  claim: { readonly variable: string; readonly value: number; readonly text: string },
  values: ReadonlyMap<string, Cell>,
): Explanation | null {
  if (claim.value === 0) return null;
  for (const combination of COMBINATIONS) {
    if (combination.told !== claim.variable || combination.words?.test(claim.text) === false) continue;
    const explanation = evaluate(combination, claim.value, values);
    if (explanation) return explanation;
  }
  return onePart(claim, values);
}

function evaluate(
  { plus, minus = [], verdict }: Combination,
  told: number,
  values: ReadonlyMap<string, Cell>,
): Explanation | null {
  const added = plus.map((variable) => readTotal(variable, values));
  const taken = minus.map((variable) => readTotal(variable, values));
  if ([...added, ...taken].some((total) => total === null)) return null;
  const terms = added.map((total) => total?.value ?? 0);
  const less = taken.map((total) => total?.value ?? 0);
  const sum = terms.reduce((a, b) => a + b, 0) - less.reduce((a, b) => a + b, 0);
  if (roundToForm(sum) !== told) return null;
  const written = (language: 'zh' | 'en'): string => {
    const named = (numbers: readonly number[], variables: readonly string[]): string[] =>
      numbers.map((number, at) => withName(number, variables[at] ?? '', language));
    return [named(terms, plus).join(' + '), ...named(less, minus)].join(' − ');
  };
  return {
    verdict,
    sum: { zh: written('zh'), en: written('en') },
    variables: [...added, ...taken].flatMap((total) => total?.variables ?? []),
  };
}

/** 「因本机关不掌握等原因无法提供265件」 may tell one row of its group (上海市政府办公厅 2019: 337 in three rows). */
function onePart(
  claim: { readonly variable: string; readonly value: number },
  values: ReadonlyMap<string, Cell>,
): Explanation | null {
  for (const part of partsOf(claim.variable)) {
    const total = readTotal(part, values);
    if (total?.value === claim.value)
      return {
        verdict: 'asks',
        sum: { zh: withName(claim.value, part, 'zh'), en: withName(claim.value, part, 'en') },
        variables: total.variables,
      };
  }
  return null;
}

/** A number of the table with its row, so that a reader need not look for it. */
function withName(value: number, variable: string, language: 'zh' | 'en'): string {
  const name = rowName(variable)?.[language];
  if (name === undefined) return String(value);
  return language === 'zh' ? `${value}（${name}）` : `${value} (${name})`;
}
