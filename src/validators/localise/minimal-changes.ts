import { roundToForm } from '../../model/finding.ts';
import type { EquationSystem } from './equation-system.ts';
import { solveChanges } from './solve-changes.ts';

/** A set of cells and the values that make every equation hold; no part of it does. */
export interface ChangeSet {
  /** Index of the cell in the system → its new value. */
  readonly changes: ReadonlyMap<number, number>;
}

export interface MinimalChanges {
  readonly sets: readonly ChangeSet[];
  /** Cells in each of the sets; where none was found, how many cells are wrong at least. */
  readonly size: number;
  /** False when the search was given up, or stopped counting: there may be more. */
  readonly complete: boolean;
}

/** No set was found within the bounds. */
export const isGivenUp = ({ sets, complete }: MinimalChanges): boolean => sets.length === 0 && !complete;

export interface SearchBounds {
  readonly mostCells: number;
  readonly mostSets: number;
  readonly mostSteps: number;
}

/**
 * Bounds of the search, in cells and steps and never in time, so that every machine gives the same answer. Among more
 * wrong cells than these no one can be pointed at: their numbers add up by chance in more than one way.
 */
export const BOUNDS: SearchBounds = { mostCells: 10, mostSets: 400, mostSteps: 20_000 };

/** Steps that are left, shared by searches that belong together. */
export interface Budget {
  steps: number;
}

/**
 * All smallest sets of cells whose change makes every equation hold (error localisation after Fellegi and Holt,
 * 1976), by branch and bound, exact in integers, in the order of the form.
 *
 * Each step settles one equation that demands a change: which of its cells change, and that no other does. A cell
 * that is the only open one of a settled equation has its value at once, and what that leaves of its other equations
 * is known. Equations that still demand a change and share no cell that may change need one each: when these are more
 * than the cells left, the branch is dead.
 */
export function findMinimalChanges(
  system: EquationSystem,
  bounds: SearchBounds = BOUNDS,
  budget: Budget = { steps: bounds.mostSteps },
): MinimalChanges {
  const start = startOf(system);
  const least = packDemands(system, start).length;
  if (least === 0) return { sets: [], size: 0, complete: true };
  for (let size = least; size <= bounds.mostCells; size++) {
    const search: Search = { system, bounds, budget, sets: [] };
    extend(search, start, size);
    const gaveUp = budget.steps < 0;
    if (search.sets.length > 0) {
      const sets = search.sets.toSorted(byCells);
      return { sets, size, complete: !gaveUp && sets.length < bounds.mostSets };
    }
    if (gaveUp) return { sets: [], size, complete: false };
  }
  return { sets: [], size: Math.max(least, bounds.mostCells + 1), complete: false };
}

interface Search {
  readonly system: EquationSystem;
  readonly bounds: SearchBounds;
  readonly budget: Budget;
  readonly sets: ChangeSet[];
}

/** What is decided of a cell: it may change, it changes by what is not known yet or by what is, or it stays. */
const FREE = 0;
const OPEN = 1;
const KNOWN = 2;
const FIXED = 3;

/** Decisions on all cells, and what they leave of each equation. */
interface State {
  readonly cells: Uint8Array;
  /** Free and open cells of each equation. */
  readonly free: Int32Array;
  readonly open: Int32Array;
  /** What each equation lacks when the known changes are made. */
  readonly left: Float64Array;
}

const copyOf = ({ cells, free, open, left }: State): State => ({
  cells: cells.slice(),
  free: free.slice(),
  open: open.slice(),
  left: left.slice(),
});

const startOf = ({ cells, rows }: EquationSystem): State => ({
  cells: new Uint8Array(cells.length),
  free: Int32Array.from(rows, ({ terms }) => terms.length),
  open: new Int32Array(rows.length),
  left: Float64Array.from(rows, ({ residual }) => residual),
});

/** Settles one equation after the other until `size` more cells change, and keeps each set that mends all. */
function extend(search: Search, state: State, size: number): void {
  const { system, bounds, budget, sets } = search;
  const demanding = packDemands(system, state);
  if (demanding.length > size) return;
  if (size === 0) {
    keepSolution(search, state);
    return;
  }
  const demanded = demanding.length > 0;
  const row = shortest(state, demanded ? demanding : looseRows(system, state));
  if (row === null) return;
  // Each of the other equations takes a cell.
  const most = demanded ? size - demanding.length + 1 : size;
  const choices = freeCells(system, state, row);
  for (let taken = demanded ? 1 : 0; taken <= most; taken++) {
    for (const chosen of combinations(choices, taken)) {
      if (--budget.steps < 0 || sets.length >= bounds.mostSets) return;
      const next = decide(system, state, choices, chosen);
      if (settle(system, next, choices)) extend(search, next, size - taken);
    }
  }
}

const freeCells = ({ rows }: EquationSystem, { cells }: State, row: number): number[] =>
  (rows[row]?.terms ?? []).map(({ at }) => at).filter((at) => cells[at] === FREE);

/** The same with `chosen` of the free cells of an equation to be changed, and the rest of them not. */
function decide(
  { rowsOf }: EquationSystem,
  state: State,
  choices: readonly number[],
  chosen: readonly number[],
): State {
  const next = copyOf(state);
  for (const at of choices) {
    const changes = chosen.includes(at);
    next.cells[at] = changes ? OPEN : FIXED;
    for (const row of rowsOf[at] ?? []) {
      next.free[row] = (next.free[row] ?? 0) - 1;
      if (changes) next.open[row] = (next.open[row] ?? 0) + 1;
    }
  }
  return next;
}

/** Works out, in place, what follows from the decision on some cells; false when an equation cannot hold any more. */
function settle({ rows, rowsOf, values }: EquationSystem, state: State, decided: readonly number[]): boolean {
  const { cells, free, open, left } = state;
  const queue = [...new Set(decided.flatMap((at) => rowsOf[at] ?? []))];
  for (const row of queue) {
    if (free[row] !== 0) continue;
    if (open[row] === 0 && left[row] !== 0) return false;
    if (open[row] !== 1) continue;
    const only = rows[row]?.terms.find(({ at }) => cells[at] === OPEN);
    if (only === undefined) continue;
    const delta = -only.sign * (left[row] ?? 0);
    if (delta === 0 || !isCount((values[only.at] ?? 0) + delta)) return false;
    cells[only.at] = KNOWN;
    for (const other of rowsOf[only.at] ?? []) {
      const sign = rows[other]?.terms.find(({ at }) => at === only.at)?.sign ?? 0;
      open[other] = (open[other] ?? 0) - 1;
      left[other] = roundToForm((left[other] ?? 0) + sign * delta);
      queue.push(other);
    }
  }
  return true;
}

/** An equation that cannot hold with these cells: it lacks something and none is open, or nothing and just one is. */
const isDemanding = ({ free, open, left }: State, row: number): boolean =>
  free[row] !== 0 && ((open[row] === 0 && left[row] !== 0) || (open[row] === 1 && left[row] === 0));

/** Equations that demand a cell each, as many as can be found that share none. */
function packDemands(system: EquationSystem, state: State): readonly number[] {
  const demanding = system.rows.flatMap((_, row) => (isDemanding(state, row) ? [row] : []));
  const orders = [demanding, demanding.toReversed(), demanding.toSorted(byFree(state))];
  return orders
    .map((order) => packInOrder(system, state, order))
    .reduce((a, b) => (b.length > a.length ? b : a));
}

const byFree =
  ({ free }: State) =>
  (a: number, b: number): number =>
    (free[a] ?? 0) - (free[b] ?? 0);

function packInOrder(system: EquationSystem, state: State, order: readonly number[]): number[] {
  const taken = new Uint8Array(system.cells.length);
  return order.filter((row) => {
    const cells = freeCells(system, state, row);
    if (cells.some((at) => taken[at] === 1)) return false;
    for (const at of cells) taken[at] = 1;
    return true;
  });
}

/** Where one more cell could help when no equation demands it. */
const looseRows = ({ rows }: EquationSystem, { free, open }: State): readonly number[] =>
  rows.flatMap((_, row) => (free[row] !== 0 && open[row] !== 0 ? [row] : []));

const shortest = (state: State, rows: readonly number[]): number | null =>
  rows.toSorted(byFree(state))[0] ?? null;

function* combinations(items: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - size; at++) {
    for (const rest of combinations(items, size - 1, at + 1)) yield [items[at] as number, ...rest];
  }
}

/** The elimination in exact integers has the last word. */
function keepSolution({ system, sets }: Search, { cells }: State): void {
  const set = system.cells.flatMap((_, at) => (cells[at] === OPEN || cells[at] === KNOWN ? [at] : []));
  const violated = system.rows.flatMap(({ residual }, row) => (residual === 0 ? [] : [row]));
  const solution = solveChanges(system, set, violated);
  if (solution.kind !== 'unique') return;
  const changes = set.map(
    (at, index) => [at, (system.values[at] ?? 0) + (solution.deltas[index] ?? 0)] as const,
  );
  if (changes.every(([, value]) => isCount(value))) sets.push({ changes: new Map(changes) });
}

/** Counts are whole and never negative. */
const isCount = (value: number): boolean => value >= 0 && Number.isInteger(value);

const byCells = (a: ChangeSet, b: ChangeSet): number => {
  const [left, right] = [[...a.changes.keys()], [...b.changes.keys()]];
  const at = left.findIndex((cell, index) => cell !== right[index]);
  return (left[at] ?? 0) - (right[at] ?? 0);
};
