import { type EquationSystem, isViolated } from './equation-system.ts';
import { solveChanges } from './solve-changes.ts';

/** A set of cells and the values that make every equation hold; no part of it does. */
export interface ChangeSet {
  /** Index of the cell in the system → its new value. */
  readonly changes: ReadonlyMap<number, number>;
}

export interface MinimalChanges {
  readonly sets: readonly ChangeSet[];
  /** Cells in each of the sets. */
  readonly size: number;
  /** False when the search was given up, or stopped counting: there may be more. */
  readonly complete: boolean;
}

export interface SearchBounds {
  readonly mostCells: number;
  readonly mostSets: number;
  readonly mostSteps: number;
}

export const BOUNDS: SearchBounds = { mostCells: 4, mostSets: 400, mostSteps: 60_000 };

/**
 * All smallest sets of cells whose change makes every equation hold (error localisation after Fellegi and Holt,
 * 1976), by enumeration, exact in integers, in the order of the form. null: no set within the bounds, or the steps
 * were used up before the first was found.
 *
 * A set must have a cell in every equation that fails, and never just one cell in an equation that holds: the
 * search branches over the cells of an equation that demands one more, so it meets every set once.
 */
export function findMinimalChanges(
  system: EquationSystem,
  bounds: SearchBounds = BOUNDS,
): MinimalChanges | null {
  const violated = system.rows.flatMap((row, index) => (isViolated(row) ? [index] : []));
  if (violated.length === 0) return { sets: [], size: 0, complete: true };
  const search: Search = { system, violated, bounds, sets: [], steps: 0, banned: new Set() };
  for (let size = 1; size <= bounds.mostCells; size++) {
    extend(search, [], size);
    const gaveUp = search.steps > bounds.mostSteps;
    if (search.sets.length > 0) {
      return { sets: search.sets, size, complete: !gaveUp && search.sets.length < bounds.mostSets };
    }
    if (gaveUp) return null;
  }
  return null;
}

interface Search {
  readonly system: EquationSystem;
  readonly violated: readonly number[];
  readonly bounds: SearchBounds;
  readonly sets: ChangeSet[];
  readonly banned: Set<number>;
  steps: number;
}

/** Adds cells to the set until it is of the size that is asked for, and keeps it when it solves all. */
function extend(search: Search, set: readonly number[], size: number): void {
  const { bounds, sets } = search;
  if (++search.steps > bounds.mostSteps || sets.length >= bounds.mostSets) return;
  const demanding = demandingRow(search, set);
  if (set.length === size) {
    if (demanding === null) keepSolution(search, set);
    return;
  }
  const rows = demanding === null ? openRows(search, set) : [demanding];
  branch(search, set, size, rows);
}

function branch(search: Search, set: readonly number[], size: number, rows: readonly number[]): void {
  const { system, banned } = search;
  const choices = new Set(rows.flatMap((row) => system.rows[row]?.terms.map(({ at }) => at) ?? []));
  const tried: number[] = [];
  for (const at of choices) {
    if (banned.has(at) || set.includes(at)) continue;
    extend(search, [...set, at], size);
    // Sets with this cell have all been met: the other branches are without it.
    banned.add(at);
    tried.push(at);
  }
  for (const at of tried) banned.delete(at);
}

/** An equation that cannot hold with these cells: one that fails and has none of them, or holds and has just one. */
function demandingRow({ system, violated }: Search, set: readonly number[]): number | null {
  let best: number | null = null;
  const consider = (row: number): void => {
    const length = system.rows[row]?.terms.length ?? 0;
    if (best === null || length < (system.rows[best]?.terms.length ?? 0)) best = row;
  };
  const counts = new Map<number, number>();
  for (const at of set)
    for (const row of system.rowsOf[at] ?? []) counts.set(row, (counts.get(row) ?? 0) + 1);
  for (const row of violated) if (!counts.has(row)) consider(row);
  if (best !== null) return best;
  for (const [row, count] of counts) {
    if (count === 1 && system.rows[row]?.residual === 0) consider(row);
  }
  return best;
}

/** Where one more cell could help when no equation demands it: those that prove the set to be too small. */
function openRows({ system, violated }: Search, set: readonly number[]): readonly number[] {
  const solution = solveChanges(system, set, violated);
  if (solution.kind === 'none') return solution.rows;
  // It does with fewer cells, unless a value would be impossible: then any equation around it may help.
  if (solution.kind === 'open' || isPossible(system, set, solution.deltas)) return [];
  return [...new Set(set.flatMap((at) => system.rowsOf[at] ?? []))];
}

function keepSolution({ system, violated, sets }: Search, set: readonly number[]): void {
  const solution = solveChanges(system, set, violated);
  if (solution.kind !== 'unique' || !isPossible(system, set, solution.deltas)) return;
  const changes = new Map(
    set
      .map((at, index) => [at, (system.values[at] ?? 0) + (solution.deltas[index] ?? 0)] as const)
      .toSorted(([a], [b]) => a - b),
  );
  sets.push({ changes });
}

/** Counts are whole and never negative. */
export function isPossible(
  { values }: EquationSystem,
  set: readonly number[],
  deltas: readonly number[],
): boolean {
  return set.every((at, index) => {
    const value = (values[at] ?? 0) + (deltas[index] ?? 0);
    return value >= 0 && Number.isInteger(value);
  });
}
