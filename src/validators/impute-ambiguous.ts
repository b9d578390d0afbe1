import type { Form } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';
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
/** Steps for all placements together: beyond them what is not ruled out counts as possible. */
const MOST_STEPS_IN_ALL = 1500;

/**
 * What arithmetic proves of ambiguous cells: blanks were lost from a row, its numbers are in order, so only so many
 * placements exist; where every placement that satisfies all equations of the report puts the same number in a
 * cell, that number is proven. Deductive imputation (de Waal, Pannekoek, Scholtus 2011, ch. 9), exact and complete
 * within its step limit; beyond it nothing is imputed.
 *
 * @param separator - what parts the numbers in an ambiguous cell's raw text
 * @param unordered - variables of rows whose numbers may be in another order than the columns: they are left alone
 */
export function imputeAmbiguous(
  form: Form,
  cells: readonly Cell[],
  separator: string,
  unordered: ReadonlySet<string> = new Set(),
): readonly Cell[] {
  const loose = looseRows(
    cells.filter(({ variable }) => !unordered.has(variable)),
    separator,
  );
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
    return usable ? [{ variables: row.map((cell) => cell.variable), tokens: oncePrinted(tokens) }] : [];
  });
}

/**
 * Of noughts beside each other one may be its neighbour printed twice: any other number that is would break a sum, and
 * a nought breaks none. One of them holds no place, then.
 */
const oncePrinted = (tokens: readonly number[]): readonly number[] =>
  tokens.filter((token, at) => token !== 0 || tokens[at - 1] === 0 || tokens[at + 1] !== 0);

function knownValues(cells: readonly Cell[]): Values {
  const known: Values = new Map();
  for (const { variable, status, value } of cells) {
    if (status === 'reported' && value !== null) known.set(variable, value);
    if (status === 'blank' || status === 'dash' || status === 'absent') known.set(variable, 0);
  }
  return known;
}

/**
 * What each place can hold at the least and at the most, and what both sides of each equation come to by that. The
 * search visits it thousands of times, so that a change is added to the sums instead of adding them up anew.
 */
interface Board {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Sides of equations that each place is part of, as offsets into `sums`. */
  readonly sidesOf: readonly (readonly number[])[];
  /** Four numbers an equation: least and most of its left side, least and most of its right side. */
  readonly sums: Float64Array;
}

/** Above every count, and far below where sums of them lose their last digit. */
const NO_BOUND = 2 ** 40;

interface Options {
  readonly row: LooseRow;
  /** Places of the row's cells. */
  readonly at: readonly number[];
  /** All ways to spread its numbers, each as values in the order of `at`. */
  readonly placements: readonly (readonly number[])[];
  /** The equations that its cells take part in, as offsets into the board's sums. */
  readonly sums: readonly number[];
}

function proveValues(loose: readonly LooseRow[], known: Values, equations: readonly Equation[]): Values {
  const { board, places } = boardOf(loose, known, equations);
  const options = loose
    .map((row) => {
      const at = row.variables.map((variable) => places.get(variable) ?? -1);
      return optionsOf(row, at, board);
    })
    // Where no sum would notice that a number was lost with the blanks, their order alone proves nothing.
    .filter(({ sums }) => sums.length > 0);
  if (options.some(({ placements }) => placements.length === 0)) return new Map();
  const searchable = options.filter(({ placements }) => placements.length <= MOST_PLACEMENTS);
  const narrowed = narrow(searchable, board);
  return narrowed === null ? new Map() : commonValues(narrowed, board);
}

/** The board of a report: known values are their own bounds, a loose row's cells hold anything yet. */
function boardOf(
  loose: readonly LooseRow[],
  known: Values,
  equations: readonly Equation[],
): { readonly board: Board; readonly places: ReadonlyMap<string, number> } {
  const places = new Map<string, number>();
  const sidesOf: number[][] = [];
  const placeOf = (variable: string): number => {
    const place = places.get(variable) ?? places.size;
    if (place === places.size) sidesOf.push([]);
    places.set(variable, place);
    return place;
  };
  for (const [index, { left, right }] of equations.entries()) {
    for (const { variable } of left) sidesOf[placeOf(variable)]?.push(index * 4);
    for (const { variable } of right) sidesOf[placeOf(variable)]?.push(index * 4 + 2);
  }
  for (const row of loose) for (const variable of row.variables) placeOf(variable);
  const board: Board = {
    least: new Float64Array(places.size),
    most: new Float64Array(places.size),
    sidesOf,
    sums: new Float64Array(equations.length * 4),
  };
  for (const [variable, place] of places) {
    const value = known.get(variable);
    setBounds(board, place, value ?? 0, value ?? NO_BOUND);
  }
  return { board, places };
}

function setBounds(board: Board, place: number, least: number, most: number): void {
  shift(board, place, least - (board.least[place] ?? 0), most - (board.most[place] ?? 0));
  board.least[place] = least;
  board.most[place] = most;
}

function shift({ sidesOf, sums }: Board, place: number, byLeast: number, byMost: number): void {
  for (const side of sidesOf[place] ?? []) {
    sums[side] = (sums[side] ?? 0) + byLeast;
    sums[side + 1] = (sums[side + 1] ?? 0) + byMost;
  }
}

/**
 * The rows without the placements that no equation allows, given the least and the most that every other row can put
 * in each place; each one that goes tightens these bounds for the others. Null when a row has none left.
 */
function narrow(options: readonly Options[], board: Board): readonly Options[] | null {
  const left = [...options];
  for (const option of left) bound(option, board);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, option] of left.entries()) {
      const placements = option.placements.filter((placement) => isAllowed(option, placement, board));
      if (placements.length === option.placements.length) continue;
      if (placements.length === 0) return null;
      const fewer = { ...option, placements };
      left[index] = fewer;
      bound(fewer, board);
      changed = true;
    }
  }
  return left;
}

/** The bounds of a row's cells by what its placements put there. */
function bound({ at, placements }: Options, board: Board): void {
  for (const [column, place] of at.entries()) {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const placement of placements) {
      least = Math.min(least, placement[column] ?? 0);
      most = Math.max(most, placement[column] ?? 0);
    }
    setBounds(board, place, least, most);
  }
}

function isAllowed(
  { at, sums }: Pick<Options, 'at' | 'sums'>,
  placement: readonly number[],
  board: Board,
): boolean {
  put(board, at, placement);
  const allowed = sums.every((sum) => isPossible(sum, board));
  lift(board, at, placement);
  return allowed;
}

/**
 * All ways to spread a row's numbers over its columns in order that break no equation of what is known. A number that
 * breaks one is not followed further: fifteen columns of challenges can hold eight numbers in 6435 ways.
 */
function optionsOf(row: LooseRow, at: readonly number[], board: Board): Options {
  const sums = [...new Set(at.flatMap((place) => board.sidesOf[place]?.map((side) => side & ~3) ?? []))];
  const placements: (readonly number[])[] = [];
  const values: number[] = [];
  const spread = (column: number, token: number): void => {
    if (placements.length > MOST_PLACEMENTS) return;
    if (column === at.length) {
      placements.push([...values]);
      return;
    }
    const value = row.tokens[token];
    if (value !== undefined) follow(column, value, token + 1);
    if (at.length - column > row.tokens.length - token) follow(column, 0, token);
  };
  const follow = (column: number, value: number, token: number): void => {
    const place = at[column] ?? 0;
    values[column] = value;
    putValue(board, place, value);
    if (fitsAt(place, board)) spread(column + 1, token);
    liftValue(board, place, value);
  };
  spread(0, 0);
  return { row, at, placements, sums };
}

/**
 * The values that all possible placements share. A placement is possible when the other rows can be placed beside
 * it; each way found to place all rows shows one placement of every row to be possible. A placement is tried only
 * while it could still part what the possible ones agree on, so few need a search.
 */
function commonValues(options: readonly Options[], board: Board): Values {
  // Rows that many equations see come first: they leave the others the fewest ways.
  const ordered = [...options].sort(
    (a, b) => b.sums.length - a.sums.length || a.placements.length - b.placements.length,
  );
  const agreed = new Map<Options, Agreed>();
  let left = MOST_STEPS_IN_ALL;
  for (const option of ordered) {
    const others = ordered.filter((other) => other !== option);
    for (const placement of option.placements) {
      if (!parts(agreed.get(option), placement)) continue;
      put(board, option.at, placement);
      const budget = { steps: Math.min(MOST_STEPS, left) };
      const granted = budget.steps;
      const found = fits(option, board) ? placeAll(others, 0, board, budget) : null;
      left -= granted - Math.max(0, budget.steps);
      lift(board, option.at, placement);
      if (found === null) continue;
      agreed.set(option, agree(agreed.get(option), placement));
      for (const [index, shown] of found.entries()) {
        const other = others[index];
        if (other) agreed.set(other, agree(agreed.get(other), shown));
      }
    }
  }
  return new Map(
    [...agreed].flatMap(([{ row }, values]) =>
      row.variables.flatMap((variable, column) => {
        const value = values[column];
        return typeof value === 'number' ? [[variable, value] as const] : [];
      }),
    ),
  );
}

/** What the possible placements of a row have in common, by column; null where they differ. */
type Agreed = readonly (number | null)[];

const agree = (agreed: Agreed | undefined, placement: readonly number[]): Agreed =>
  agreed ? agreed.map((value, column) => (value === placement[column] ? value : null)) : placement;

const parts = (agreed: Agreed | undefined, placement: readonly number[]): boolean =>
  agreed?.some((value, column) => value !== null && value !== placement[column]) ?? true;

const fits = ({ sums }: Options, board: Board): boolean => sums.every((sum) => isPossible(sum, board));

/** Whether the equations of one place can still hold; those of others are as they were. */
const fitsAt = (place: number, board: Board): boolean =>
  board.sidesOf[place]?.every((side) => isPossible(side & ~3, board)) ?? true;

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
    lift(board, option.at, placement);
    if (rest) return [placement, ...rest];
  }
  return null;
}

/** Puts a row's values on the board: what its cells may hold is then no more and no less. */
function put(board: Board, at: readonly number[], values: readonly number[]): void {
  for (let i = 0; i < at.length; i++) putValue(board, at[i] ?? 0, values[i] ?? 0);
}

/** Takes them off again. */
function lift(board: Board, at: readonly number[], values: readonly number[]): void {
  for (let i = 0; i < at.length; i++) liftValue(board, at[i] ?? 0, values[i] ?? 0);
}

function putValue(board: Board, place: number, value: number): void {
  shift(board, place, value - (board.least[place] ?? 0), value - (board.most[place] ?? 0));
}

function liftValue(board: Board, place: number, value: number): void {
  shift(board, place, (board.least[place] ?? 0) - value, (board.most[place] ?? 0) - value);
}

/** Whether a sum can still hold: the least that one side can come to is not more than the most of the other. */
function isPossible(sum: number, { sums }: Board): boolean {
  const leftLeast = sums[sum] ?? 0;
  const leftMost = sums[sum + 1] ?? 0;
  const rightLeast = sums[sum + 2] ?? 0;
  const rightMost = sums[sum + 3] ?? 0;
  return rightMost - leftLeast > -CLOSE && leftMost - rightLeast > -CLOSE;
}

/** Numbers are printed with a few decimals at most: what is nearer than this is binary noise. */
const CLOSE = 1e-6;
