import { expect, test } from 'vitest';
import { FORM_2021 } from '../../src/forms/index.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { countFound, sumChecks } from '../../src/validators/count-checks.ts';
import { cellsBy } from './reading.ts';

const message = { zh: '', en: '' };

test('checks of one rule are summed, with a count for each reason', () => {
  const rule = 'applications.balance';
  expect(
    sumChecks([
      { rule, outcome: 'pass', times: 1 },
      { rule, outcome: 'pass', times: 1 },
      { rule, outcome: 'fail', times: 1 },
      { rule, outcome: 'not_evaluable', times: 2, reason: 'no_table' },
      { rule, outcome: 'not_evaluable', times: 1, reason: 'absent' },
      { rule: 'challenges.total', outcome: 'pass', times: 0 },
    ]),
  ).toEqual({ [rule]: { pass: 2, fail: 1, not_evaluable: { no_table: 2, absent: 1 } } });
});

test('a cell, a table and a document hold when nothing was found against them', () => {
  const cells = [...cellsBy({ a: 1, b: 0, c: 'blank', d: 'absent' }).values()];
  const findings = [
    makeFinding({ rule: 'cell.malformed', scope: 'a', message, variables: ['a'] }),
    makeFinding({ rule: 'cell.malformed', scope: 'a', message, variables: ['a'] }),
    makeFinding({ rule: 'table.missing', scope: 'challenges', message }),
    makeFinding({ rule: 'document.hidden_text', scope: 'Sheet1', message }),
  ];
  expect(sumChecks(countFound(FORM_2021, cells, findings))).toMatchObject({
    'cell.malformed': { pass: 2, fail: 1 },
    'cell.unreadable': { pass: 3, fail: 0 },
    'table.missing': { pass: 2, fail: 1 },
    'document.year_conflict': { pass: 1, fail: 0 },
    'document.hidden_text': { pass: 0, fail: 1 },
  });
});

test('of a document that could not be read nothing held', () => {
  const finding = makeFinding({ rule: 'document.empty', scope: 'document', message });
  expect(sumChecks(countFound(null, [], [finding]))).toEqual({
    'document.empty': { pass: 0, fail: 1, not_evaluable: {} },
  });
});
