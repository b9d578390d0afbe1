import { type Message, roundToForm } from '../../model/finding.ts';
import type { YearRecord } from '../../model/year-record.ts';
import {
  compareYears,
  type YearDoubt,
  type YearEquation,
  type YearNumbers,
  type YearsCompared,
} from './compare-years.ts';
import { operandOf } from './operand.ts';

export const IN_FORCE = 'disclosure.in_force';

const ROWS = ['regulations', 'normative_documents'] as const;
const COLUMNS = ['issued', 'repealed', 'in_force'] as const;
const rowOf = (row: string): readonly string[] => COLUMNS.map((column) => `disclosure.${row}.${column}`);
export const IN_FORCE_VARIABLES: readonly string[] = ROWS.flatMap(rowOf);

/**
 * 现行有效 = 现行有效 of the year before + 本年制发 − 本年废止, for regulations and for normative documents. A soft rule:
 * documents also end by their own term, or are counted anew when a place is reformed. Null when a form of before
 * 2021 takes part, which does not ask for it.
 */
export function checkInForce(
  record: YearRecord,
  previous: YearRecord,
  doubt: YearDoubt | null,
): YearsCompared | null {
  if (record.form !== '2021' || previous.form !== '2021') return null;
  const equations = ROWS.map((scope): YearEquation => {
    const row = rowOf(scope);
    const variables = [...row];
    const before = operandOf(previous, `disclosure.${scope}.in_force`, row);
    if ('reason' in before)
      return { scope, variables, outcome: { reason: before.reason, ofYear: previous.year } };
    const [issued, repealed, inForce] = row.map((variable) => operandOf(record, variable, row));
    const ofYear = record.year;
    if (!issued || !repealed || !inForce) return { scope, variables, outcome: { reason: 'absent', ofYear } };
    for (const operand of [issued, repealed, inForce]) {
      if ('reason' in operand) return { scope, variables, outcome: { reason: operand.reason, ofYear } };
    }
    return {
      scope,
      variables,
      outcome: arithmetic(before, numbers(issued, repealed, inForce)),
    };
  });
  const message = ({ expected, actual, terms: [before, issued, repealed] }: YearNumbers): Message => {
    const sum = `${before} + ${issued} − ${repealed} = ${expected}`;
    return {
      zh: `${previous.year} 年度现行有效加本年制发减本年废止：${sum}，报告为 ${actual}`,
      en: `in force in ${previous.year}, plus issued, less repealed: ${sum}, reported ${actual}`,
    };
  };
  return compareYears({ rule: IN_FORCE, severity: 'warning', doubt, message }, previous, equations);
}

interface Number {
  readonly value: number;
  readonly empty: boolean;
}
type Operand = ReturnType<typeof operandOf>;

const numbers = (...operands: readonly Operand[]): Number[] =>
  operands.filter((operand): operand is Number => 'value' in operand);

function arithmetic(before: Number, [issued, repealed, inForce]: readonly Number[]): YearNumbers {
  const terms = [before.value, issued?.value ?? 0, repealed?.value ?? 0];
  const [held = 0, added = 0, ended = 0] = terms;
  const empty = [before, issued, repealed, inForce].some((one) => one?.empty);
  return { expected: roundToForm(held + added - ended), actual: inForce?.value ?? 0, empty, terms };
}
