import type { Store } from '../../store.ts';
import { unpackTally } from '../../tallies.ts';
import { iterateRaw } from '../select-raw.ts';
import { type Part, reportsOfPart } from './reports-of-part.ts';

/** How often a rule held, failed and could not be evaluated in the reports of a part, and why not. */
export interface RuleSum {
  pass: number;
  fail: number;
  notEvaluable: number;
  readonly reasons: Record<string, number>;
}

/** Rules of a report alone from its tallies, those that look at the year before from theirs. */
export function sumRules(store: Store, part: Part): ReadonlyMap<string, RuleSum> {
  const sums = new Map<string, RuleSum>();
  const sumOf = (rule: string): RuleSum => {
    const sum = sums.get(rule) ?? { pass: 0, fail: 0, notEvaluable: 0, reasons: {} };
    sums.set(rule, sum);
    return sum;
  };
  const { sql, parameters } = reportsOfPart(part);
  const tallies = iterateRaw<[counts: string, reports: number]>(
    store,
    `SELECT y.counts, u.reports FROM (SELECT t.value AS tally, count(*) AS reports FROM report r CROSS JOIN json_each(r.checks) t
      WHERE ${sql} GROUP BY t.value) u JOIN tally y ON y.id = u.tally`,
    ...parameters,
  );
  for (const [counts, reports] of tallies) {
    for (const [rule, { pass, fail, not_evaluable }] of Object.entries(unpackTally(counts))) {
      addTo(sumOf(rule), pass * reports, fail * reports, Object.entries(not_evaluable), reports);
    }
  }
  const across = iterateRaw<[rule: string, pass: number, fail: number, open: number, reason: string | null]>(
    store,
    `SELECT x.rule, sum(x.passed), sum(x.failed), sum(x.not_evaluable), x.reason FROM report r
      CROSS JOIN cross_check x ON x.report = r.id WHERE ${sql} GROUP BY x.rule, x.reason`,
    ...parameters,
  );
  for (const [rule, pass, fail, open, reason] of across)
    addTo(sumOf(rule), pass, fail, open === 0 ? [] : [[reason ?? OTHER, open]], 1);
  return sums;
}

/** Some of the equations of a rule could be evaluated and others not: no one reason is kept for those. */
const OTHER = 'other';

function addTo(
  sum: RuleSum,
  pass: number,
  fail: number,
  reasons: readonly (readonly [string, number])[],
  times: number,
): void {
  sum.pass += pass;
  sum.fail += fail;
  for (const [reason, count] of reasons) {
    sum.notEvaluable += count * times;
    sum.reasons[reason] = (sum.reasons[reason] ?? 0) + count * times;
  }
}
