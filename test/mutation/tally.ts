import type { Outcome } from './run-mutation.ts';

const sum = (outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0);

/** Operator × {mutations, exact, flagged, silent} in cells, and in how many mutations something was silent. */
export const tallyTable = (outcomes: readonly Outcome[]): string => {
  const line = (name: string, own: readonly Outcome[]): string =>
    [
      name.padEnd(28),
      own.length,
      sum(own, ({ exact }) => exact),
      sum(own, ({ flagged }) => flagged),
      sum(own, ({ silent }) => silent.length),
      own.filter(({ silent }) => silent.length > 0).length,
    ]
      .map((value) => String(value).padStart(8))
      .join('');
  const operators = [...new Set(outcomes.map(({ mutation }) => mutation.operator))];
  const head = ['operator'.padEnd(28), 'runs', 'exact', 'flagged', 'silent', 'in'];
  return [
    head.map((text) => text.padStart(8)).join(''),
    ...operators.map((name) =>
      line(
        name,
        outcomes.filter(({ mutation }) => mutation.operator === name),
      ),
    ),
    line('all', outcomes),
  ].join('\n');
};
