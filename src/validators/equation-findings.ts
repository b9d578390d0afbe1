import type { Cell } from '../model/cell.ts';
import type { Finding, Message } from '../model/finding.ts';
import type { IdentityRuleId } from '../rules/index.ts';
import { makeFinding } from '../rules/make-finding.ts';
import type { Reason, Verdict } from './evaluate-equation.ts';
import type { Equation } from './identities.ts';

type Failed = Extract<Verdict, { outcome: 'fail' }>;

/** The arithmetic as printed: `27 + 1 = 28, reported 27 + 0 = 27`. Empty cells and long rows of zeros are left out. */
export function failedEquation(equation: Equation, { severity, expected, actual }: Failed): Finding {
  const left = printedSum(equation.left);
  const right = printedSum(equation.right);
  const shown = (sum: string, total: number) => (sum === String(total) ? sum : `${sum} = ${total}`);
  return makeFinding({
    rule: equation.rule,
    scope: equation.scope,
    severity,
    expected,
    actual,
    message: {
      zh: `${shown(left, expected)}，报告为 ${shown(right, actual)}`,
      en: `${shown(left, expected)}, reported ${shown(right, actual)}`,
    },
    variables: [...equation.left, ...equation.right].map((cell) => cell.variable),
  });
}

const FEW_TERMS = 3;
/** A sum of noughts is shown as far as the eye takes it in. */
const MOST_ZEROS = 7;

function printedSum(cells: readonly Cell[]): string {
  const printed = cells.filter((cell) => cell.value !== null);
  const terms = printed.filter((cell) => cell.value !== 0);
  const shown = printed.length <= FEW_TERMS || terms.length < 2 ? printed.slice(0, MOST_ZEROS) : terms;
  return shown.map((cell) => cell.value).join(' + ');
}

export const REASON_TEXTS: Readonly<Record<Reason, Message>> = {
  no_table: { zh: '表格缺失', en: 'the table is missing' },
  ambiguous: { zh: '有的数字不能确定属于哪一格', en: 'the cell of some numbers is not certain' },
  unreadable: { zh: '有的单元格读不出数字', en: 'some cells hold no readable number' },
  nothing_printed: { zh: '各格都没有印数字', en: 'none of its cells prints a number' },
  side_blank: { zh: '等式一边没有印数字', en: 'one side of the equation prints no number' },
  absent: { zh: '有的行没有印出', en: 'some rows are not printed' },
};

/** One finding for all equations of a rule that could not be evaluated for the same reason. */
export function notEvaluable(
  rule: IdentityRuleId,
  reason: Reason,
  equations: readonly Equation[],
  cells: readonly Cell[],
): Finding {
  const scopes = equations.map((equation) => equation.scope);
  return makeFinding({
    rule,
    scope: scopes.join(' '),
    outcome: 'not_evaluable',
    message: {
      zh: `${scopes.length} 处无法核对：${REASON_TEXTS[reason].zh}。`,
      en: `${scopes.length} could not be checked: ${REASON_TEXTS[reason].en}.`,
    },
    variables: [...new Set(cells.map((cell) => cell.variable))],
  });
}
