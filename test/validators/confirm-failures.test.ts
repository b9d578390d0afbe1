import { describe, expect, test } from 'vitest';
import { FORM_2021, formVariables } from '../../src/forms/index.ts';
import { checkIdentities } from '../../src/validators/check-identities.ts';
import { confirmFailures } from '../../src/validators/confirm-failures.ts';
import { cellsBy, type Printed } from './reading.ts';

const PROCESSED = 'challenges.reconsideration.total';
const UPHELD = 'challenges.reconsideration.upheld';

/** A report of zeros in which the outcomes of reconsideration do not add up to their total. */
function failing(changes: Readonly<Record<string, Printed>> = { [PROCESSED]: 3 }) {
  const zeros = Object.fromEntries(
    formVariables(FORM_2021)
      .filter(({ name }) => !/^applications\.other\./.test(name))
      .map(({ name }) => [name, 0 as Printed]),
  );
  const cells = cellsBy({ ...zeros, ...changes });
  const { findings } = checkIdentities(FORM_2021, cells);
  const second = new Map(
    [...cells].flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const])),
  );
  return { cells, findings, second };
}

describe('confirmFailures', () => {
  test('a contradiction that a second reading finds too is the report’s own', () => {
    const { cells, findings, second } = failing();
    const confirmed = confirmFailures(findings, cells, second);
    expect(confirmed.findings).toMatchObject([{ severity: 'error', confirmed: true }]);
    expect(confirmed.disputed).toEqual([]);
  });

  test('a number that is read in two ways puts the reading in doubt, not the report', () => {
    const { cells, findings, second } = failing();
    const { findings: doubted, disputed } = confirmFailures(findings, cells, second.set(PROCESSED, 0));
    expect(doubted).toMatchObject([
      {
        ...{ rule: 'challenges.total', severity: 'warning', outcome: 'fail', confirmed: false },
        message: { en: '0 + 0 + 0 + 0 = 0, reported 3; the reading is in doubt: a second reading gives 0' },
      },
    ]);
    expect(disputed).toMatchObject([
      { rule: 'cell.disputed', scope: PROCESSED, severity: 'warning', expected: 0, actual: 3 },
    ]);
  });

  test('a number found where the first reading saw an empty cell is a dispute too', () => {
    const { cells, findings, second } = failing({ [PROCESSED]: 3, [UPHELD]: 'blank' });
    const { disputed } = confirmFailures(findings, cells, second.set(UPHELD, 3));
    expect(disputed).toMatchObject([{ scope: UPHELD, expected: 3, actual: null }]);
  });

  test('without a second way, or where it does not reach, the finding says so', () => {
    const { cells, findings, second } = failing();
    expect(confirmFailures(findings, cells, null).findings).toMatchObject([
      {
        ...{ severity: 'error', confirmed: null },
        message: { en: '0 + 0 + 0 + 0 = 0, reported 3; there is no second way to read it' },
      },
    ]);
    second.delete(PROCESSED);
    const open = confirmFailures(findings, cells, second);
    expect(open.findings).toMatchObject([
      {
        ...{ severity: 'error', confirmed: null },
        message: { zh: '0 + 0 + 0 + 0 = 0，报告为 3；第二种读法没有读到其中全部数字，未能核实' },
      },
    ]);
    expect(open.disputed).toEqual([]);
  });

  test('where nobody asked for a second reading nothing is said', () => {
    const { cells, findings } = failing();
    expect(confirmFailures(findings, cells, undefined).findings).toEqual(findings);
  });

  test('what could not be checked stays as it is', () => {
    const { cells, findings, second } = failing({ [PROCESSED]: 'unreadable' });
    expect(confirmFailures(findings, cells, second).findings).toEqual(findings);
  });
});
