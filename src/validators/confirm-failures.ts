import type { Cell } from '../model/cell.ts';
import type { Finding, Message } from '../model/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';

/** Number of each variable by another way of reading the same document; what it did not find is not in it. */
export type SecondReading = ReadonlyMap<string, number>;

export interface Confirmed {
  readonly findings: readonly Finding[];
  /** `cell.disputed`, one a cell. */
  readonly disputed: readonly Finding[];
}

/**
 * Contradictions of a report, each with what a second reading says of its numbers: `confirmed` true when it finds
 * the same ones, false when one differs, null when it does not find all of them; all but the first are said in words. A
 * report is not blamed with an `error` for numbers that are read in two ways.
 *
 * @param second - null when there is no second way; undefined when nobody asked
 */
export function confirmFailures(
  findings: readonly Finding[],
  cells: ReadonlyMap<string, Cell>,
  second: SecondReading | null | undefined,
): Confirmed {
  if (second === undefined) return { findings, disputed: [] };
  if (second === null)
    return { findings: findings.map((finding) => unconfirmed(finding, NO_WAY)), disputed: [] };
  const disputed = new Map<string, Finding>();
  const confirmed = findings.map((finding) => {
    if (finding.outcome !== 'fail') return finding;
    const differing = finding.variables.filter((variable) => differs(cells.get(variable), second));
    for (const variable of differing) {
      disputed.set(variable, disputedCell(variable, cells.get(variable)?.value ?? null, second));
    }
    if (differing.length > 0) return doubt(finding, differing, second);
    const known = finding.variables.every((variable) => isFound(cells.get(variable), second));
    return known ? { ...finding, confirmed: true } : unconfirmed(finding, NOT_FOUND);
  });
  return { findings: confirmed, disputed: [...disputed.values()] };
}

const NO_WAY: Message = { zh: '没有第二种读法可以核实', en: 'there is no second way to read it' };
const NOT_FOUND: Message = {
  zh: '第二种读法没有读到其中全部数字，未能核实',
  en: 'a second reading does not find all of these numbers and confirms nothing',
};

const unconfirmed = (finding: Finding, { zh, en }: Message): Finding =>
  finding.outcome === 'fail'
    ? { ...finding, message: { zh: `${finding.message.zh}；${zh}`, en: `${finding.message.en}; ${en}` } }
    : finding;

/** A number that is another by the second reading, or one where the first found an empty cell. */
function differs(cell: Cell | undefined, second: SecondReading): boolean {
  const again = cell && second.get(cell.variable);
  return again !== undefined && again !== cell?.value;
}

const isFound = (cell: Cell | undefined, second: SecondReading): boolean =>
  cell?.status !== 'reported' || second.has(cell.variable);

function doubt(finding: Finding, variables: readonly string[], second: SecondReading): Finding {
  const numbers = variables.map((variable) => second.get(variable));
  return {
    ...finding,
    severity: finding.severity === 'error' ? 'warning' : finding.severity,
    confirmed: false,
    message: {
      zh: `${finding.message.zh}；读取存疑：第二种读法读出 ${numbers.join('、')}`,
      en: `${finding.message.en}; the reading is in doubt: a second reading gives ${numbers.join(', ')}`,
    },
  };
}

function disputedCell(variable: string, value: number | null, second: SecondReading): Finding {
  const again = second.get(variable) ?? null;
  return makeFinding({
    rule: 'cell.disputed',
    scope: variable,
    message: {
      zh: `两种读法不一致：一种读作 ${value ?? '空格'}，另一种读作 ${again}。`,
      en: `Two ways of reading differ: one gives ${value ?? 'a blank cell'}, the other ${again}.`,
    },
    actual: value,
    expected: again,
    variables: [variable],
  });
}
