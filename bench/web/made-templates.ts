import { formById, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Checks } from '../../src/model/extraction.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { FormId } from '../../src/model/status.ts';
import { RULE_IDS, type RuleId, severitiesOf } from '../../src/rules/index.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { pick, randomFrom } from './random.ts';

/** A report that many made-up ones are drawn after. */
export interface Template {
  readonly form: FormId;
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  readonly checks: Checks;
}

export const MOST_FINDINGS = 40;

/** How often each rule is met with, for those that are met with often; the others one time each. */
const WEIGHTS: Readonly<Partial<Record<RuleId, number>>> = {
  'applications.balance': 60,
  'applications.row_total': 40,
  'applications.result_total': 40,
  'applications.carry_over': 80,
  'challenges.total': 30,
  'disclosure.in_force': 90,
  'narrative.mismatch': 70,
  'narrative.arithmetic': 20,
  'cell.malformed': 120,
  'cell.unreadable': 15,
  'cell.ambiguous': 25,
  'table.missing': 20,
  'table.unmapped': 30,
  'series.jump': 30,
  'peer.outlier': 30,
  'statistics.total': 30,
};
const drawn = RULE_IDS.flatMap((rule) => Array<RuleId>(WEIGHTS[rule] ?? 1).fill(rule));

export function makeTemplate(form: FormId, seed: number): Template {
  const random = randomFrom(seed);
  const names = formVariables(formById(form) ?? never()).map(({ name }) => name);
  return {
    form,
    cells: names.map((variable, index) => ({
      variable,
      ...makeReading(random),
      source: {
        kind: 'html',
        table: index < 20 ? 0 : index < 185 ? 1 : 2,
        row: 3 + Math.floor(index / 7),
        column: 3 + (index % 7),
        path: `#zoom > table:nth-of-type(1) > tbody > tr:nth-of-type(${Math.floor(index / 7)}) > td:nth-of-type(${index % 7})`,
      },
    })),
    findings: Array.from({ length: MOST_FINDINGS }, () => makeOne(random, names)),
    checks: makeChecks(random),
  };
}

type Reading = Pick<Cell, 'value' | 'raw' | 'status' | 'imputed'>;
function makeReading(random: () => number): Reading {
  const chance = random();
  if (chance < 0.02) return { value: null, raw: '/', status: 'dash' };
  if (chance < 0.06) return { value: null, raw: '', status: 'blank', imputed: 3 };
  if (chance < 0.08) return { value: null, raw: null, status: 'absent' };
  if (chance < 0.083) return { value: null, raw: '详见附件', status: 'unreadable' };
  if (chance < 0.086) return { value: null, raw: '1 2', status: 'ambiguous' };
  const value = chance < 0.6 ? 0 : Math.floor(Math.exp(random() * 8));
  return { value, raw: String(value), status: 'reported' };
}

function makeOne(random: () => number, names: readonly string[]): Finding {
  const rule = pick(random, drawn);
  const open = random() < 0.25;
  const expected = Math.floor(random() * 90);
  const actual = expected + 1 + Math.floor(random() * 9);
  const shared = {
    rule,
    scope: pick(random, ['natural_person', 'total', 'document', 'granted', 'business_enterprise']),
    message: {
      zh: `${expected} + 0 = ${expected}，报告为 ${actual}，相差 ${actual - expected}`,
      en: `${expected} + 0 = ${expected}, reported ${actual}, a difference of ${actual - expected}`,
    },
    variables: Array.from({ length: 5 }, () => pick(random, names)),
  };
  if (open) return makeFinding({ ...shared, outcome: 'not_evaluable' });
  return makeFinding({
    ...shared,
    severity: pick(random, severitiesOf(rule)),
    expected,
    actual,
    suggestions: [
      {
        changes: { [pick(random, names)]: expected },
        why: { zh: '其余等式都成立', en: 'every other equation holds' },
        ...{ repairs: 2, breaks: 0, typos: ['digit_replaced'], alternatives: 1, localised: true },
      },
    ],
    confirmed: random() < 0.5,
  });
}

function makeChecks(random: () => number): Checks {
  return Object.fromEntries(
    RULE_IDS.slice(0, 12).map((rule) => {
      const fail = random() < 0.2 ? 1 : 0;
      return [rule, { pass: 6 - fail, fail, not_evaluable: random() < 0.1 ? { no_table: 1 } : {} }];
    }),
  );
}

function never(): never {
  throw new Error('there is no such form');
}
