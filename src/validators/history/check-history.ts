import type { Finding } from '../../model/finding.ts';
import type { YearRecord } from '../../model/year-record.ts';
import { CARRY_OVER, CARRY_OVER_VARIABLES, checkCarryOver } from './carry-over.ts';
import type { YearDoubt, YearsCompared } from './compare-years.ts';
import { checkInForce, IN_FORCE, IN_FORCE_VARIABLES } from './in-force.ts';
import type { NoPrevious } from './series.ts';

/** The cells that checks across years look at. */
export const HISTORY_VARIABLES: readonly string[] = [...CARRY_OVER_VARIABLES, ...IN_FORCE_VARIABLES];

/** Of them, those that are looked at in the year before, and those in the year after. */
export const PREVIOUS_VARIABLES = HISTORY_VARIABLES.filter((name) => !name.includes('.carried_in.'));
export const NEXT_VARIABLES = HISTORY_VARIABLES.filter((name) => name.includes('.carried_in.'));

/** How a rule across years ended on a report. */
export interface HistoryCheck {
  readonly rule: string;
  readonly passed: number;
  readonly failed: number;
  readonly notEvaluable: number;
  /** Why nothing could be evaluated at all. */
  readonly reason: NoPrevious | 'other_form' | null;
}

export interface HistoryChecked {
  readonly findings: readonly Finding[];
  readonly checks: readonly HistoryCheck[];
}

/** How many columns and rows the rules speak of. */
const SCOPES: Readonly<Record<string, number>> = {
  [CARRY_OVER]: CARRY_OVER_VARIABLES.length / 2,
  [IN_FORCE]: IN_FORCE_VARIABLES.length / 3,
};

/** A report beside the report of the year before; `previous` says why there is none. */
export function checkHistory(
  record: YearRecord,
  previous: { readonly record: YearRecord; readonly doubt: YearDoubt | null } | NoPrevious,
): HistoryChecked {
  if (typeof previous === 'string') {
    return { findings: [], checks: [CARRY_OVER, IN_FORCE].map((rule) => unchecked(rule, previous)) };
  }
  const carried = checkCarryOver(record, previous.record, previous.doubt);
  const inForce = checkInForce(record, previous.record, previous.doubt);
  return {
    findings: [...(carried?.findings ?? []), ...(inForce?.findings ?? [])],
    checks: [counted(CARRY_OVER, carried), counted(IN_FORCE, inForce)],
  };
}

function counted(rule: string, compared: YearsCompared | null): HistoryCheck {
  if (compared === null) return unchecked(rule, 'other_form');
  const { passed, failed, notEvaluable } = compared;
  return { rule, passed, failed, notEvaluable, reason: null };
}

const unchecked = (rule: string, reason: HistoryCheck['reason']): HistoryCheck => ({
  ...{ rule, passed: 0, failed: 0, notEvaluable: SCOPES[rule] ?? 0 },
  reason,
});
