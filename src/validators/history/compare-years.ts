import type { Finding, Message } from '../../model/finding.ts';
import type { YearRecord } from '../../model/year-record.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import { REASON_TEXTS } from '../equation-findings.ts';
import type { Reason } from '../evaluate-equation.ts';

/** What comparing a report with the year before gave: pass, fail and not_evaluable count columns or rows. */
export interface YearsCompared {
  readonly findings: readonly Finding[];
  readonly passed: number;
  readonly failed: number;
  readonly notEvaluable: number;
}

/** What follows from the year before and what is printed; `empty`: an empty cell took part. */
export interface YearNumbers {
  readonly expected: number;
  readonly actual: number;
  readonly empty: boolean;
  /** The numbers that the message tells of besides. */
  readonly terms: readonly number[];
}

export type YearRuleId = 'applications.carry_over' | 'disclosure.in_force';

/** Why two years may not follow from each other: the reports may be of two bodies, or of two areas. */
export type YearDoubt = 'other_body' | 'other_area';

/** A rule over two years. `doubt`: null when the two reports are of one body and area for sure. */
export interface YearRule {
  readonly rule: YearRuleId;
  readonly severity: 'error' | 'warning';
  readonly doubt: YearDoubt | null;
  readonly message: (numbers: YearNumbers) => Message;
}

/** One number of a report that follows from the year before. */
export interface YearEquation {
  /** The column or row. */
  readonly scope: string;
  /** Variables of this year's report. */
  readonly variables: readonly string[];
  readonly outcome: YearNumbers | { readonly reason: Reason; readonly ofYear: number };
}

/**
 * The findings of a rule across years. A difference is what the rule says at most; a warning when an empty cell took
 * part, which may only have been left out; and a question when the two reports may be of two bodies or areas.
 */
export function compareYears(
  { rule, severity, doubt, message }: YearRule,
  previous: YearRecord,
  equations: readonly YearEquation[],
): YearsCompared {
  const failures: Finding[] = [];
  const open = new Map<string, { reason: Reason; ofYear: number; equations: YearEquation[] }>();
  let passed = 0;
  for (const equation of equations) {
    const { outcome, scope, variables } = equation;
    if ('reason' in outcome) {
      const { reason, ofYear } = outcome;
      const group = open.get(`${ofYear} ${reason}`) ?? { reason, ofYear, equations: [] };
      group.equations.push(equation);
      open.set(`${ofYear} ${reason}`, group);
      continue;
    }
    const { expected, actual, empty } = outcome;
    if (expected === actual) passed++;
    else {
      const likely = empty && severity === 'error' ? 'warning' : severity;
      failures.push(
        makeFinding({
          ...{ rule, scope, severity: doubt === null ? likely : 'question', expected, actual },
          message: doubt === null ? message(outcome) : DOUBTS[doubt](message(outcome), previous),
          variables: [...variables],
        }),
      );
    }
  }
  const unevaluated = [...open.values()].map((group) => notEvaluable(rule, group));
  return {
    findings: [...failures, ...unevaluated],
    passed,
    failed: failures.length,
    notEvaluable: equations.length - passed - failures.length,
  };
}

const DOUBTS: Readonly<Record<YearDoubt, (message: Message, previous: YearRecord) => Message>> = {
  other_body: ({ zh, en }, { agency }) => ({
    zh: `${zh}；但上年报告署名“${agency}”，未必是同一机关、同一口径`,
    en: `${en}; but the report of the year before is headed “${agency}”, perhaps another body or scope`,
  }),
  other_area: ({ zh, en }) => ({
    zh: `${zh}；但本年区划有调整，上年的数字未必包括同一范围`,
    en: `${en}; but the area changed this year, and the year before may count another one`,
  }),
};

function notEvaluable(
  rule: YearRuleId,
  group: { readonly reason: Reason; readonly ofYear: number; readonly equations: readonly YearEquation[] },
): Finding {
  const { reason, ofYear, equations } = group;
  const text = REASON_TEXTS[reason];
  return makeFinding({
    rule,
    scope: equations.map(({ scope }) => scope).join(' '),
    outcome: 'not_evaluable',
    message: {
      zh: `${equations.length} 处无法与上年核对：${ofYear} 年度报告${text.zh}。`,
      en: `${equations.length} could not be compared with the year before: in the report about ${ofYear} ${text.en}.`,
    },
    variables: [...new Set(equations.flatMap(({ variables }) => variables))],
  });
}
