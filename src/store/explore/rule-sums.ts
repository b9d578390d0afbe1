import type { Store } from '../store.ts';
import { selectRaw } from './select-raw.ts';

/** How often a rule held, failed and could not be evaluated in the reports in force. */
export interface RuleCount {
  readonly pass: number;
  readonly fail: number;
  readonly notEvaluable: number;
}

type Sums = [pass: number, fail: number, open: number];
const toCount = ([pass, fail, notEvaluable]: Sums): RuleCount => ({ pass, fail, notEvaluable });

/** Of every rule that was counted. */
export function countRules(store: Store): ReadonlyMap<string, RuleCount> {
  const rows = selectRaw<[string, ...Sums]>(
    store,
    'SELECT rule, sum(pass), sum(fail), sum(not_evaluable) FROM rule_count GROUP BY rule',
  );
  return new Map(rows.map(([rule, ...sums]) => [rule, toCount(sums)]));
}

export function countRuleByYear(store: Store, rule: string): ReadonlyMap<number, RuleCount> {
  const rows = selectRaw<[number, ...Sums]>(
    store,
    'SELECT year, sum(pass), sum(fail), sum(not_evaluable) FROM rule_count WHERE rule = ? GROUP BY year ORDER BY year',
    rule,
  );
  return new Map(rows.map(([year, ...sums]) => [year, toCount(sums)]));
}

/** Why a rule could not be evaluated, and how often, the most first. */
export function countReasons(
  store: Store,
  rule: string,
): readonly (readonly [reason: string, count: number])[] {
  return selectRaw<[string, number]>(
    store,
    `SELECT e.key, sum(e.value) FROM rule_count c CROSS JOIN json_each(c.reasons) e WHERE c.rule = ? GROUP BY 1 ORDER BY 2 DESC, 1`,
    rule,
  );
}
