import type { Form } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';
import { roundToForm } from '../model/finding.ts';
import { type CellMap, type Equation, equationsOf } from './identities.ts';

/** A row of ambiguous cells: its numbers in order, fewer than its columns. */
interface LooseRow {
  readonly variables: readonly string[];
  readonly tokens: readonly number[];
}

type Values = Map<string, number>;

/** Placements that a row may have before it is left alone, and steps of the search for one of them. */
const MOST_PLACEMENTS = 500;
const MOST_STEPS = 300;

/**
 * What arithmetic proves of ambiguous cells: blanks were lost from a row, its numbers are in order, so only so many
 * placements exist; where every placement that satisfies all equations of the report puts the same number in a
 * cell, that number is proven. Deductive imputation (de Waal, Pannekoek, Scholtus 2011, ch. 9), exact and complete
 * within its step limit; beyond it nothing is imputed.
 *
 * @param separator - what parts the numbers in an ambiguous cell's raw text
 */
export function imputeAmbiguous(form: Form, cells: readonly Cell[], separator: string): readonly Cell[] {
  const loose = looseRows(cells, separator);
  if (loose.length === 0) return cells;
  const byName: CellMap = new Map(cells.map((cell) => [cell.variable, cell]));
  const equations = equationsOf(form, byName);
  const proven = proveValues(loose, knownValues(cells), equations);
  return cells.map((cell) => {
    const value = proven.get(cell.variable);
    return value === undefined ? cell : { ...cell, imputed: value };
  });
}

function looseRows(cells: readonly Cell[], separator: string): readonly LooseRow[] {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.status !== 'ambiguous' || cell.raw === null) continue;
    const [table, row] = cell.variable.split('.');
    const key = table === 'challenges' ? 'challenges' : `${table}.${row}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [...rows.values()].flatMap((row) => {
    const tokens = (row[0]?.raw ?? '').split(separator).map(Number);
    // One place for all: the row could not be placed. Cells in doubt one by one have places of their own.
    const alike = row.every((cell) => cell.raw === row[0]?.raw && cell.source === row[0]?.source);
    const usable = alike && tokens.every(Number.isFinite) && tokens.length < row.length;
    return usable ? [{ variables: row.map((cell) => cell.variable), tokens }] : [];
  });
}

function knownValues(cells: readonly Cell[]): Values {
  const known: Values = new Map();
  for (const { variable, status, value } of cells) {
    if (status === 'reported' && value !== null) known.set(variable, value);
    if (status === 'blank' || status === 'dash' || status === 'absent') known.set(variable, 0);
  }
  return known;
}

/** An equation by the places of its cells in one array of values: the search visits it thousands of times. */
interface Sum {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Values by place, NaN where none is known yet, and the most that each place can still hold. */
interface Board {
  readonly values: Float64Array;
  readonly most: Float64Array;
}

interface Options {
  readonly row: LooseRow;
  /** Places of the row's cells. */
  readonly at: readonly number[];
  /** All ways to spread its numbers, each as values in the order of `at`. */
  readonly placements: readonly (readonly number[])[];
  /** The equations that its cells take part in. */
  readonly sums: readonly Sum[];
}

function proveValues(loose: readonly LooseRow[], known: Values, equations: readonly Equation[]): Values {
  const places = new Map<string, number>();
  const placeOf = (variable: string): number => {
    const place = places.get(variable) ?? places.size;
    places.set(variable, place);
    return place;
  };
  const sums = equations.map(({ left, right }) => ({
    left: left.map((cell) => placeOf(cell.variable)),
    right: right.map((cell) => placeOf(cell.variable)),
  }));
  const ats = loose.map((row) => row.variables.map(placeOf));
  const board: Board = {
    values: new Float64Array(places.size).fill(Number.NaN),
    most: new Float64Array(places.size).fill(Number.POSITIVE_INFINITY),
  };
  for (const [variable, value] of known) {
    const place = places.get(variable);
    if (place !== undefined) board.values[place] = value;
  }
  const options = loose.map((row, index) => optionsOf(row, ats[index] ?? [], sums, board));
  if (options.some(({ placements }) => placements.length === 0)) return new Map();
  const searchable = options.filter(({ placements }) => placements.length <= MOST_PLACEMENTS);
  for (const { at, placements } of searchable) {
    for (const [column, place] of at.entries()) {
      board.most[place] = Math.max(...placements.map((placement) => placement[column] ?? 0));
    }
  }
  return commonValues(searchable, board);
}

/** All ways to spread a row's numbers over its columns in order that break no equation of what is known. */
function optionsOf(row: LooseRow, at: readonly number[], sums: readonly Sum[], board: Board): Options {
  const own = sums.filter(({ left, right }) =>
    at.some((place) => left.includes(place) || right.includes(place)),
  );
  const placements: (readonly number[])[] = [];
  const values: number[] = [];
  const spread = (column: number, token: number): void => {
    if (placements.length > MOST_PLACEMENTS) return;
    if (column === at.length) {
      put(board, at, values);
      if (own.every((sum) => isPossible(sum, board))) placements.push([...values]);
      clear(board, at);
      return;
    }
    const value = row.tokens[token];
    if (value !== undefined) {
      values[column] = value;
      spread(column + 1, token + 1);
    }
    if (at.length - column > row.tokens.length - token) {
      values[column] = 0;
      spread(column + 1, token);
    }
  };
  spread(0, 0);
  return { row, at, placements, sums: own };
}

/**
 * The values that all possible placements share. A placement is possible when the other rows can be placed beside
 * it; each way found to place all rows shows one placement of every row to be possible, so few need a search.
 */
function commonValues(options: readonly Options[], board: Board): Values {
  // Rows that many equations see come first: they leave the others the fewest ways.
  const ordered = [...options].sort(
    (a, b) => b.sums.length - a.sums.length || a.placements.length - b.placements.length,
  );
  const possible = new Map(ordered.map((option) => [option, new Set<readonly number[]>()]));
  for (const option of ordered) {
    const others = ordered.filter((other) => other !== option);
    for (const placement of option.placements) {
      if (possible.get(option)?.has(placement)) continue;
      put(board, option.at, placement);
      const found = fits(option, board) ? placeAll(others, 0, board, { steps: MOST_STEPS }) : null;
      clear(board, option.at);
      if (found === null) continue;
      possible.get(option)?.add(placement);
      for (const [index, shown] of found.entries()) {
        const other = others[index];
        if (other) possible.get(other)?.add(shown);
      }
    }
  }
  return new Map(ordered.flatMap((option) => agreedValues(option, [...(possible.get(option) ?? [])])));
}

function agreedValues(
  { row }: Options,
  placements: readonly (readonly number[])[],
): readonly (readonly [string, number])[] {
  return row.variables.flatMap((variable, column) => {
    const [value, ...differing] = new Set(placements.map((placement) => placement[column]));
    return value !== undefined && differing.length === 0 ? [[variable, value] as const] : [];
  });
}

const fits = ({ sums }: Options, board: Board): boolean => sums.every((sum) => isPossible(sum, board));

/**
 * One placement for each row from `next` on that breaks no equation, or null when there is none. Out of steps it
 * gives what it has: a placement that could not be ruled out counts as possible.
 */
function placeAll(
  rows: readonly Options[],
  next: number,
  board: Board,
  budget: { steps: number },
): (readonly number[])[] | null {
  const option = rows[next];
  if (option === undefined) return [];
  for (const placement of option.placements) {
    if (--budget.steps <= 0) return [];
    put(board, option.at, placement);
    const rest = fits(option, board) ? placeAll(rows, next + 1, board, budget) : null;
    clear(board, option.at);
    if (rest) return [placement, ...rest];
  }
  return null;
}

function put(board: Board, at: readonly number[], values: readonly number[]): void {
  for (let i = 0; i < at.length; i++) board.values[at[i] ?? 0] = values[i] ?? Number.NaN;
}

function clear(board: Board, at: readonly number[]): void {
  for (const place of at) board.values[place] = Number.NaN;
}

/** Whether a sum can still hold: what is known on one side is not more than the other side can come to. */
function isPossible({ left, right }: Sum, board: Board): boolean {
  const a = reach(left, board);
  const b = reach(right, board);
  return roundToForm(b.most - a.known) >= 0 && roundToForm(a.most - b.known) >= 0;
}

/** The sum of the known values, and the most that the whole sum can come to. */
function reach(places: readonly number[], { values, most }: Board): { known: number; most: number } {
  let known = 0;
  let unknown = 0;
  for (const place of places) {
    const value = values[place] ?? Number.NaN;
    if (Number.isNaN(value)) unknown += most[place] ?? Number.POSITIVE_INFINITY;
    else known += value;
  }
  return { known, most: known + unknown };
}
