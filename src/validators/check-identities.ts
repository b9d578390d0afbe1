import type { Form } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';
import type { Evaluated } from '../model/extraction.ts';
import type { Finding } from '../model/finding.ts';
import type { IdentityRuleId } from '../rules/index.ts';
import type { Check } from './count-checks.ts';
import { failedEquation, notEvaluable } from './equation-findings.ts';
import { evaluateEquation, type Reason, type Verdict } from './evaluate-equation.ts';
import { type CellMap, type Equation, equationsOf } from './identities.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly evaluated: Evaluated;
  readonly checks: readonly Check[];
}

interface Unchecked {
  readonly rule: IdentityRuleId;
  readonly reason: Reason;
  readonly equations: Equation[];
  readonly cells: Cell[];
}

/** Every equation of the form on one report: pass, fail with its arithmetic, or why it could not be evaluated. */
export function checkIdentities(form: Form, cells: CellMap): Checked {
  const findings: Finding[] = [];
  const unchecked = new Map<string, Unchecked>();
  const checks: Check[] = [];
  const evaluated = { pass: 0, fail: 0, not_evaluable: 0 };
  for (const equation of equationsOf(form, cells)) {
    const verdict = evaluateEquation(equation);
    evaluated[verdict.outcome]++;
    checks.push({ rule: equation.rule, times: 1, ...outcomeOf(verdict) });
    if (verdict.outcome === 'fail') findings.push(failedEquation(equation, verdict));
    if (verdict.outcome === 'not_evaluable') {
      const { reason } = verdict;
      const key = `${equation.rule} ${reason}`;
      const group = unchecked.get(key) ?? { rule: equation.rule, reason, equations: [], cells: [] };
      group.equations.push(equation);
      group.cells.push(...verdict.cells);
      unchecked.set(key, group);
    }
  }
  for (const group of unchecked.values()) {
    findings.push(notEvaluable(group.rule, group.reason, group.equations, group.cells));
  }
  return { findings, evaluated, checks };
}

const outcomeOf = (verdict: Verdict) =>
  verdict.outcome === 'not_evaluable'
    ? { outcome: verdict.outcome, reason: verdict.reason }
    : { outcome: verdict.outcome };
