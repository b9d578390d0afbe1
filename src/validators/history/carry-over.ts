import { APPLICANT_COLUMNS } from '../../forms/applications.ts';
import type { Message } from '../../model/finding.ts';
import type { YearRecord } from '../../model/year-record.ts';
import {
  compareYears,
  type YearDoubt,
  type YearEquation,
  type YearNumbers,
  type YearsCompared,
} from './compare-years.ts';
import { operandOf } from './operand.ts';

export const CARRY_OVER = 'applications.carry_over';

/** The six applicant columns and the total. */
const COLUMNS = APPLICANT_COLUMNS.filter(({ extra }) => !extra).map(({ id }) => id);
const rowOf = (row: string): readonly string[] => COLUMNS.map((column) => `applications.${row}.${column}`);
const CARRIED_IN = rowOf('carried_in');
const CARRIED_OUT = rowOf('carried_out');
export const CARRY_OVER_VARIABLES: readonly string[] = [...CARRIED_IN, ...CARRIED_OUT];

/**
 * 上年结转 of a report = 结转下年度继续办理 of the report of the year before, for each column: the words of the form.
 * Null when a report of 2013–2018 takes part, whose statistics table has neither.
 */
export function checkCarryOver(
  record: YearRecord,
  previous: YearRecord,
  doubt: YearDoubt | null,
): YearsCompared | null {
  if (record.form === '2014' || previous.form === '2014') return null;
  const equations = COLUMNS.map((scope): YearEquation => {
    const carriedIn = `applications.carried_in.${scope}`;
    const before = operandOf(previous, `applications.carried_out.${scope}`, CARRIED_OUT);
    const now = operandOf(record, carriedIn, CARRIED_IN);
    const variables = [carriedIn];
    if ('reason' in before)
      return { scope, variables, outcome: { reason: before.reason, ofYear: previous.year } };
    if ('reason' in now) return { scope, variables, outcome: { reason: now.reason, ofYear: record.year } };
    const empty = before.empty || now.empty;
    return { scope, variables, outcome: { expected: before.value, actual: now.value, empty, terms: [] } };
  });
  const message = ({ expected, actual }: YearNumbers): Message => ({
    zh: `${previous.year} 年度报告结转下年 ${expected}，${record.year} 年度报告上年结转 ${actual}`,
    en: `the report about ${previous.year} carried ${expected} over, the one about ${record.year} took ${actual} over`,
  });
  return compareYears({ rule: CARRY_OVER, severity: 'error', doubt, message }, previous, equations);
}

/** What a report says of the cells of the year after it: variable of that year → number. */
export const carriedInto = (previous: YearRecord): ReadonlyMap<string, number> =>
  pairs(previous, CARRIED_OUT, CARRIED_IN);

/** What a report says of the cells of the year before it: variable of that year → number. */
export const carriedFrom = (next: YearRecord): ReadonlyMap<string, number> =>
  pairs(next, CARRIED_IN, CARRIED_OUT);

function pairs(
  { cells }: YearRecord,
  from: readonly string[],
  to: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    from.flatMap((variable, index) => {
      const cell = cells.get(variable);
      const target = to[index];
      return cell?.status === 'reported' && cell.value !== null && target !== undefined
        ? [[target, cell.value] as const]
        : [];
    }),
  );
}
