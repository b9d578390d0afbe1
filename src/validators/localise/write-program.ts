import type { EquationSystem, SystemRow } from './equation-system.ts';

/**
 * The smallest set of cells to change as a program in the LP format. Cell i grows by `p<i>` and shrinks by `q<i>`,
 * whole numbers, only where `z<i>` is 1; it never falls below zero.
 *
 * The bound on a change ties it to its `z`. With a bound far above every plausible change a solver's tolerance
 * hides a change of 1 in a `z` of one millionth, so it is the sum of what the equations lack: with coefficients of
 * 1 and −1 no smallest change of a table goes beyond it.
 *
 * What each equation demands of a set by itself (a failing one a cell, one that holds never just one) follows from
 * the rest, but not once `z` may be a fraction: without it the solver searches for minutes.
 *
 * @param most - cells in a set
 * @param ruledOut - sets that were found before
 */
export function writeProgram(
  { cells, rows, values }: EquationSystem,
  most: number,
  ruledOut: readonly (readonly number[])[],
): string {
  const bound = rows.reduce((sum, { residual }) => sum + Math.abs(residual), 0);
  const every = cells.map((_, at) => at);
  const all = every.map((at) => `z${at}`).join(' + ');
  return [
    'Minimize',
    ` cost: ${all}`,
    'Subject To',
    ...rows.map(({ terms, residual }) => {
      const sum = terms.map(({ at, sign }) => (sign > 0 ? `+ p${at} - q${at}` : `- p${at} + q${at}`));
      return ` ${sum.join(' ')} = ${-residual}`;
    }),
    ...every.map((at) => ` p${at} + q${at} - ${bound} z${at} <= 0`),
    ...rows.flatMap(demands),
    ` ${all} <= ${most}`,
    ...ruledOut.map((set) => ` ${set.map((at) => `z${at}`).join(' + ')} <= ${set.length - 1}`),
    'Bounds',
    ...every.flatMap((at) => [
      ` 0 <= p${at} <= ${bound}`,
      ` 0 <= q${at} <= ${Math.min(bound, values[at] ?? 0)}`,
    ]),
    'General',
    ...every.map((at) => ` p${at} q${at}`),
    'Binary',
    ...every.map((at) => ` z${at}`),
    'End',
  ].join('\n');
}

/** A failing equation needs a cell; one that holds can only be kept by a second cell. */
function demands({ terms, residual }: SystemRow): string[] {
  const names = terms.map(({ at }) => `z${at}`);
  if (residual !== 0) return [` ${names.join(' + ')} >= 1`];
  return names.map((name) => ` ${names.filter((other) => other !== name).join(' + ')} - ${name} >= 0`);
}
