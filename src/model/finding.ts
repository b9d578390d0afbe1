import { z } from 'zod';
import { OUTCOMES, SEVERITIES } from './status.ts';

export const Message = z.object({ zh: z.string(), en: z.string() });
export type Message = z.infer<typeof Message>;

/** Slips of the hand that turn one printed number into another (validators/localise/typo-class.ts). */
export const TYPO_CLASSES = [
  'blank_for_number',
  'zero_for_number',
  'number_for_zero',
  'digit_lost',
  'digit_added',
  'digits_swapped',
  'digit_replaced',
  'shifted',
  'neighbour',
  'exchanged',
  'total_not_updated',
  'other',
] as const;
export type TypoClass = (typeof TYPO_CLASSES)[number];

/**
 * A change of printed numbers that would mend a contradiction, for a person to judge: never applied. `repairs` and
 * `breaks` count equations; `alternatives` is how many equally small changes mend it too, itself included, and null
 * when it is not one of the smallest or they could not be counted. `localised`: it is the only smallest one.
 */
export const Suggestion = z.object({
  changes: z.record(z.string(), z.number()),
  why: Message,
  repairs: z.int(),
  breaks: z.int(),
  typos: z.array(z.enum(TYPO_CLASSES)),
  alternatives: z.int().nullable(),
  localised: z.boolean(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * What is wrong, or could not be checked, and where: made by src/rules/make-finding.ts alone. `scope` is the column, row, block or variable the rule
 * speaks of (contracts: rules); `variables` are all cells that take part.
 */
export const Finding = z.object({
  rule: z.string(),
  scope: z.string(),
  severity: z.enum(SEVERITIES),
  outcome: z.enum(OUTCOMES),
  message: Message,
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  delta: z.number().nullable(),
  variables: z.array(z.string()),
  suggestions: z.array(Suggestion),
  /** Of an equation that fails: whether a second way of reading gives the same numbers; null when there is none. */
  confirmed: z.boolean().nullable().default(null),
});
export type Finding = z.infer<typeof Finding>;

/** Amounts are printed in 10,000 yuan with at most a few decimals: keeps binary noise out of differences. */
export function roundToForm(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
