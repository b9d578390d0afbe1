import type { Cell } from '../model/cell.ts';
import { roundToForm } from '../model/finding.ts';
import type { Severity } from '../model/status.ts';
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
      readonly severity: Severity;
      readonly expected: number;
      readonly actual: number;
    }
  | { readonly outcome: 'not_evaluable'; readonly reason: Reason; readonly cells: readonly Cell[] };

const isEmpty = (cell: Cell): boolean => cell.status === 'blank' || cell.status === 'dash';
const sum = (cells: readonly Cell[]): number =>
  roundToForm(cells.reduce((total, cell) => total + (cell.value ?? 0), 0));
const withStatus = (cells: readonly Cell[], status: Cell['status']): readonly Cell[] =>
  cells.filter((cell) => cell.status === status);

/**
 * Printed numbers decide; an empty cell counts as nothing as long as its side prints a number. When the sums differ
 * and an empty cell on the smaller side could make up for it, the report may only have left a number out: a
 * warning. When no filling of empty cells can help, the report contradicts itself: an error.
 */
export function evaluateEquation({ left, right, severity }: Equation): Verdict {
  const all = [...left, ...right];
  for (const reason of ['no_table', 'ambiguous', 'unreadable'] as const) {
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
  const absent = withStatus(smaller, 'absent');
  if (absent.length > 0) return { outcome: 'not_evaluable', reason: 'absent', cells: absent };
  return { outcome: 'fail', severity: smaller.some(isEmpty) ? 'warning' : severity, expected, actual };
}
