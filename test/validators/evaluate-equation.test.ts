import { describe, expect, test } from 'vitest';
import { evaluateEquation, type Verdict } from '../../src/validators/evaluate-equation.ts';
import { cellOf, type Printed } from './reading.ts';

const cells = (side: readonly Printed[]) => side.map((printed, at) => cellOf(`x.${at}`, printed));
const verdict = (left: readonly Printed[], right: readonly Printed[]): Verdict =>
  evaluateEquation({ rule: 'applications.balance', scope: 's', left: cells(left), right: cells(right) });

describe('evaluateEquation', () => {
  test.each<[readonly Printed[], readonly Printed[]]>([
    [[27, 1], [28]],
    [[0, 0], [0]],
    [[27, 'blank', 'dash'], [27]],
    [[27, 'absent'], [27]],
    [[0.1, 0.2], [0.3]],
  ])('%j adds up to %j', (left, right) => expect(verdict(left, right)).toEqual({ outcome: 'pass' }));

  test.each<[readonly Printed[], readonly Printed[], string, number, number]>([
    [[27, 1], [27, 0], 'error', 28, 27],
    [[5, 6], [0], 'error', 11, 0],
    // The empty cell is on the smaller side: a number may only have been left out.
    [[27, 'blank'], [28], 'warning', 27, 28],
    [[27, 1], [27, 'dash'], 'warning', 28, 27],
    // No filling of it can help: counts are never negative.
    [[28, 'blank'], [27], 'error', 28, 27],
  ])('%j against %j fails: %s', (left, right, severity, expected, actual) =>
    expect(verdict(left, right)).toEqual({ outcome: 'fail', severity, expected, actual }),
  );

  test.each<[readonly Printed[], readonly Printed[], string]>([
    [[27, 'ambiguous'], [28], 'ambiguous'],
    [[27, 'unreadable'], [28], 'unreadable'],
    [['no_table', 'no_table'], ['no_table'], 'no_table'],
    [['blank', 'blank'], ['dash'], 'nothing_printed'],
    [[27, 1], ['blank'], 'side_blank'],
    [['blank', 'dash'], [0], 'side_blank'],
    [[27, 'absent'], [28], 'absent'],
  ])('%j against %j cannot be evaluated: %s', (left, right, reason) =>
    expect(verdict(left, right)).toMatchObject({ outcome: 'not_evaluable', reason }),
  );

  test('an absent row excuses only the side it is missing from', () =>
    expect(verdict([28, 'absent'], [27])).toMatchObject({ outcome: 'fail', severity: 'error' }));
});
