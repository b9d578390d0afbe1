import { type EquationSystem, isViolated } from './equation-system.ts';
import { type ChangeSet, isPossible, type MinimalChanges } from './minimal-changes.ts';
import { solveChanges } from './solve-changes.ts';
import { writeProgram } from './write-program.ts';

/** What a solver makes of a mixed-integer program; values are those of variables above 0.5. */
export type Solved =
  | { readonly status: 'optimal'; readonly chosen: ReadonlySet<string> }
  | { readonly status: 'infeasible' | 'unsolved' };

/** Solves a program in the LP format; the same program gives the same answer. Handed in from the edge. */
export type SolveProgram = (program: string) => Solved;

/** More smallest sets than these are not told apart: nobody reads them, and each costs a solution. */
export const MOST_BEYOND = 12;

/**
 * More wrong cells than this are no slips of a hand: the table is another one than it was read as. A solver that is told
 * so rules such a table out in a tenth of the time in which it would find its twenty cells, which nobody could use.
 */
export const MOST_CHANGES = 8;

/**
 * All smallest sets of cells whose change makes every equation hold, where enumeration gives up: a mixed-integer
 * program after Fellegi and Holt (1976), solved again with each set found ruled out until there is no other of its
 * size. A solver's numbers are rounded, so each set is kept only when exact integers prove that it does.
 */
export function solveBeyond(system: EquationSystem, solve: SolveProgram): MinimalChanges | null {
  const residuals = system.rows.map(({ residual }) => residual);
  if (![...system.values, ...residuals].every(Number.isInteger)) return null;
  if (fewestChanges(system) > MOST_CHANGES) return null;
  const violated = residuals.flatMap((residual, row) => (residual === 0 ? [] : [row]));
  const sets: ChangeSet[] = [];
  const ruledOut: (readonly number[])[] = [];
  let size: number | null = null;
  while (ruledOut.length < MOST_BEYOND) {
    const solved = solve(writeProgram(system, size ?? MOST_CHANGES, ruledOut));
    if (solved.status === 'infeasible' && size !== null) return { sets: inOrder(sets), size, complete: true };
    if (solved.status !== 'optimal') break;
    const set = system.cells.flatMap((_, at) => (solved.chosen.has(`z${at}`) ? [at] : []));
    size ??= set.length;
    ruledOut.push(set);
    const solution = solveChanges(system, set, violated);
    if (solution.kind !== 'unique' || !isPossible(system, set, solution.deltas)) return null;
    const changed = set.map(
      (at, index) => [at, (system.values[at] ?? 0) + (solution.deltas[index] ?? 0)] as const,
    );
    sets.push({ changes: new Map(changed) });
  }
  return size === null ? null : { sets: inOrder(sets), size, complete: false };
}

/** Failing equations that share no cell need one each: no set is smaller than these are many. */
export function fewestChanges({ rows }: EquationSystem): number {
  const taken = new Set<number>();
  let apart = 0;
  for (const { terms } of rows.filter(isViolated).toSorted((a, b) => a.terms.length - b.terms.length)) {
    if (terms.some(({ at }) => taken.has(at))) continue;
    for (const { at } of terms) taken.add(at);
    apart++;
  }
  return apart;
}

/** In the order of the form, as the enumeration gives them. */
function inOrder(sets: readonly ChangeSet[]): ChangeSet[] {
  const key = ({ changes }: ChangeSet): string =>
    [...changes.keys()].map((at) => String(at).padStart(6, '0')).join(' ');
  return sets.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
