import type { Form } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';
import type { Checks, RuleCounts } from '../model/extraction.ts';
import type { Finding } from '../model/finding.ts';
import { RULE_IDS, RULES, type RuleId } from '../rules/index.ts';
import type { Counted } from '../rules/rule.ts';

/** That a rule held, failed or was left open, so many times. */
export type Check =
  | { readonly rule: RuleId; readonly outcome: 'pass' | 'fail'; readonly times: number }
  | {
      readonly rule: RuleId;
      readonly outcome: 'not_evaluable';
      readonly times: number;
      readonly reason: string;
    };

/** Checks by rule, in the order of the table of rules. */
export function sumChecks(checks: readonly Check[]): Checks {
  const counts = new Map<RuleId, RuleCounts>();
  for (const check of checks) {
    if (check.times === 0) continue;
    const sum = counts.get(check.rule) ?? { pass: 0, fail: 0, not_evaluable: {} };
    counts.set(check.rule, sum);
    if (check.outcome !== 'not_evaluable') sum[check.outcome] += check.times;
    else sum.not_evaluable[check.reason] = (sum.not_evaluable[check.reason] ?? 0) + check.times;
  }
  return Object.fromEntries(
    RULE_IDS.flatMap((rule) => {
      const sum = counts.get(rule);
      return sum ? [[rule, sum]] : [];
    }),
  );
}

/**
 * The rules of cells, tables and documents: what has no finding held. Where nothing could be read nothing held,
 * and of what is only ever met with (`found`) the findings alone are counted.
 */
export function countFound(
  form: Form | null,
  cells: readonly Cell[],
  findings: readonly Finding[],
): readonly Check[] {
  const asked = {
    cell: form ? cells.filter(({ status }) => status !== 'absent' && status !== 'no_table').length : 0,
    table: form ? new Set(form.blocks.map(({ table }) => table)).size : 0,
    document: form ? 1 : 0,
    found: 0,
  };
  return RULE_IDS.flatMap((rule): Check[] => {
    const { counted } = RULES[rule];
    if (!isAsked(counted, asked)) return [];
    const fail = countFailures(
      counted,
      findings.filter((finding) => finding.rule === rule && finding.outcome === 'fail'),
    );
    return [
      { rule, outcome: 'pass', times: Math.max(0, asked[counted] - fail) },
      { rule, outcome: 'fail', times: fail },
    ];
  });
}

const isAsked = <Known extends Counted>(
  counted: Counted,
  asked: Readonly<Record<Known, number>>,
): counted is Known => counted in asked;

function countFailures(counted: Counted, findings: readonly Finding[]): number {
  if (counted === 'cell') return new Set(findings.flatMap(({ variables }) => variables)).size;
  return counted === 'table' ? new Set(findings.map(({ scope }) => scope)).size : findings.length;
}
