import type { Cell } from '../model/cell.ts';
import { roundToForm } from '../model/finding.ts';
import { type IdentityRuleId, operandsOf, type SeverityOf, severitiesOf } from '../rules/index.ts';
import type { Equation } from './identities.ts';

/** Why an equation could not be evaluated. */
export const REASONS = [
  'no_table',
  'ambiguous',
  'unreadable',
  'nothing_printed',
  'side_blank',
  'absent',
] as const;
export type Reason = (typeof REASONS)[number];

export type Verdict =
  | { readonly outcome: 'pass' }
  | {
      readonly outcome: 'fail';
      readonly severity: SeverityOf<IdentityRuleId>;
      readonly expected: number;
      readonly actual: number;
    }
  | { readonly outcome: 'not_evaluable'; readonly reason: Reason; readonly cells: readonly Cell[] };

const sum = (cells: readonly Cell[]): number =>
  roundToForm(cells.reduce((total, cell) => total + (cell.value ?? 0), 0));
const withStatus = (cells: readonly Cell[], status: Cell['status']): readonly Cell[] =>
  cells.filter((cell) => cell.status === status);

/**
 * Printed numbers decide; which other cells count as nothing, and which leave it open, is the rule's to say. When the sums differ
 * and an empty cell on the smaller side could make up for it, the report may only have left a number out: a
 * warning. When no filling of empty cells can help, the report contradicts itself: an error.
 */
export function evaluateEquation({ rule, left, right }: Equation): Verdict {
  const all = [...left, ...right];
  const { blocking, zero, zeroUnlessMissed } = operandsOf(rule);
  for (const reason of blocking) {
    const cells = withStatus(all, reason);
    if (cells.length > 0) return { outcome: 'not_evaluable', reason, cells };
  }
  if (withStatus(all, 'reported').length === 0)
    return { outcome: 'not_evaluable', reason: 'nothing_printed', cells: all };
  for (const side of [left, right]) {
    if (withStatus(side, 'reported').length === 0)
      return { outcome: 'not_evaluable', reason: 'side_blank', cells: side };
  }
  const expected = sum(left);
  const actual = sum(right);
  if (expected === actual) return { outcome: 'pass' };
  const smaller = expected < actual ? left : right;
  for (const reason of zeroUnlessMissed) {
    const cells = withStatus(smaller, reason);
    if (cells.length > 0) return { outcome: 'not_evaluable', reason, cells };
  }
  const open = zero.some((status) => withStatus(smaller, status).length > 0);
  const [severest = 'warning', mildest = severest] = severitiesOf(rule);
  return { outcome: 'fail', severity: open ? mildest : severest, expected, actual };
}
