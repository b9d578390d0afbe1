import { describe, expect, test } from 'vitest';
import { FORM_2019, FORM_2021, formVariables } from '../../src/forms/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { checkIdentities } from '../../src/validators/check-identities.ts';
import { cellsBy, type Printed } from './reading.ts';

const ONE_ROW = formVariables(FORM_2021)
  .filter(({ row }) => row.id === 'other')
  .map(({ name }) => name);
/** A report of the form of 2021 that prints (六)其他处理 as three rows; every other cell is 0. */
const report = (printed: Readonly<Record<string, Printed>> = {}) =>
  cellsBy({
    ...Object.fromEntries(formVariables(FORM_2021).map(({ name }) => [name, 0])),
    ...Object.fromEntries(ONE_ROW.map((name) => [name, 'absent' as const])),
    ...printed,
  });
const check = (printed: Readonly<Record<string, Printed>> = {}) =>
  checkIdentities(FORM_2021, report(printed));
const broken = ({ findings }: { findings: readonly Finding[] }) =>
  findings
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ rule, scope, severity }) => `${severity} ${rule} ${scope}`);

const RECEIVED = 'applications.received_new';
const PROCESSED = 'applications.total_processed';

describe('checkIdentities', () => {
  test('a consistent report passes every identity', () => {
    const { findings, evaluated } = check();
    expect(findings).toEqual([]);
    expect(evaluated).toEqual({ pass: 7 + 25 + 7 + 3, fail: 0, not_evaluable: 0 });
  });

  test('received and processed do not balance in two columns', () => {
    const result = check({
      [`${RECEIVED}.natural_person`]: 27,
      [`${RECEIVED}.total`]: 27,
      'applications.carried_in.natural_person': 1,
      'applications.carried_in.total': 1,
      'applications.granted.natural_person': 27,
      'applications.granted.total': 27,
      [`${PROCESSED}.natural_person`]: 27,
      [`${PROCESSED}.total`]: 27,
    });
    expect(broken(result)).toEqual([
      'error applications.balance natural_person',
      'error applications.balance total',
    ]);
    expect(result.findings[0]).toMatchObject({
      message: { en: '27 + 1 = 28, reported 27 + 0 = 27', zh: '27 + 1 = 28，报告为 27 + 0 = 27' },
      expected: 28,
      actual: 27,
      delta: -1,
      variables: [
        `${RECEIVED}.natural_person`,
        'applications.carried_in.natural_person',
        `${PROCESSED}.natural_person`,
        'applications.carried_out.natural_person',
      ],
    });
  });

  test('a total of 0 under parts is said with its parts', () => {
    const { findings } = check({
      'challenges.reconsideration.upheld': 5,
      'challenges.reconsideration.other': 6,
    });
    expect(findings).toMatchObject([
      { rule: 'challenges.total', scope: 'reconsideration', severity: 'error', expected: 11, actual: 0 },
    ]);
    expect(findings[0]?.message.en).toBe('5 + 6 = 11, reported 0');
  });

  test('an empty total may only have been left out', () => {
    const result = check({
      'challenges.litigation_direct.upheld': 5,
      'challenges.litigation_direct.total': 'blank',
    });
    expect(broken(result)).toEqual([]);
    expect(result.findings).toMatchObject([
      { rule: 'challenges.total', outcome: 'not_evaluable', severity: 'info' },
    ]);
    expect(result.evaluated.not_evaluable).toBe(1);
  });

  test('every cell of a table that is missing is told once a rule, and passes nowhere', () => {
    const missing = formVariables(FORM_2021).filter(({ table }) => table === 'applications');
    const { findings, evaluated } = check(
      Object.fromEntries(missing.map(({ name }) => [name, 'no_table' as const])),
    );
    expect(evaluated).toEqual({ pass: 3, fail: 0, not_evaluable: expect.any(Number) });
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
    for (const finding of findings)
      expect(finding).toMatchObject({ outcome: 'not_evaluable', severity: 'info' });
  });

  test('（六）其他处理 counts once, as one row or as three', () => {
    const parts = Object.fromEntries(
      ['other_not_corrected', 'other_fee_unpaid', 'other_other'].map((row) => [
        `applications.${row}.natural_person`,
        1,
      ]),
    );
    const rest = { [`${PROCESSED}.natural_person`]: 3, [`${RECEIVED}.natural_person`]: 3 };
    expect(broken(check({ ...parts, ...rest })).filter((text) => text.includes('result_total'))).toEqual([]);
    const three = formVariables(FORM_2021)
      .filter(({ row }) => row.id.startsWith('other_'))
      .map(({ name }) => name);
    const asOne = {
      ...Object.fromEntries(three.map((name) => [name, 'absent' as const])),
      ...Object.fromEntries(ONE_ROW.map((name) => [name, 0])),
      'applications.other.natural_person': 3,
    };
    expect(broken(check({ ...asOne, ...rest })).filter((text) => text.includes('result_total'))).toEqual([]);
  });

  test('the form of 2019 demands the same of its rows', () => {
    const cells = cellsBy(Object.fromEntries(formVariables(FORM_2019).map(({ name }) => [name, 0])));
    expect(checkIdentities(FORM_2019, cells)).toMatchObject({
      findings: [],
      evaluated: { pass: 7 + 23 + 7 + 3, fail: 0, not_evaluable: 0 },
    });
  });
});
