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

/** Placements that a row may have before it is left alone, and steps of the search for all rows together. */
const MOST_PLACEMENTS = 7000;
const MOST_STEPS = 40_000;

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
    const alike = row.every((cell) => cell.raw === row[0]?.raw);
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

function proveValues(loose: readonly LooseRow[], known: Values, equations: readonly Equation[]): Values {
  const options = loose
    .map((row) => ({ row, placements: placementsOf(row, known, equations) }))
    .sort((a, b) => a.placements.length - b.placements.length);
  if (options.some(({ placements }) => placements.length === 0 || placements.length > MOST_PLACEMENTS))
    return new Map();
  const budget = { steps: MOST_STEPS };
  const proven: Values = new Map();
  for (const [index, { row, placements }] of options.entries()) {
    const others = options.filter((_, other) => other !== index);
    const possible = placements.filter((placement) => {
      const values = new Map([...known, ...placement]);
      return consistent(values, equations) && canComplete(others, 0, values, equations, budget);
    });
    if (budget.steps <= 0) return new Map();
    for (const variable of row.variables) {
      const values = new Set(possible.map((placement) => placement.get(variable)));
      const [only] = values;
      if (values.size === 1 && only !== undefined) proven.set(variable, only);
    }
  }
  return proven;
}

/** All ways to spread the numbers over the columns in order that do not break the row's own equations. */
function placementsOf(
  { variables, tokens }: LooseRow,
  known: Values,
  equations: readonly Equation[],
): readonly Values[] {
  const found: Values[] = [];
  const own = equations.filter((equation) =>
    [...equation.left, ...equation.right].every((cell) => variables.includes(cell.variable)),
  );
  const spread = (column: number, token: number, values: Values): void => {
    if (found.length > MOST_PLACEMENTS) return;
    const name = variables[column];
    if (name === undefined) {
      if (token === tokens.length && consistent(new Map([...known, ...values]), own))
        found.push(new Map(values));
      return;
    }
    const value = tokens[token];
    if (value !== undefined) spread(column + 1, token + 1, new Map(values).set(name, value));
    if (variables.length - column > tokens.length - token)
      spread(column + 1, token, new Map(values).set(name, 0));
  };
  spread(0, 0, new Map());
  return found;
}

interface Options {
  readonly row: LooseRow;
  readonly placements: readonly Values[];
}

function canComplete(
  rows: readonly Options[],
  at: number,
  values: Values,
  equations: readonly Equation[],
  budget: { steps: number },
): boolean {
  const next = rows[at];
  if (next === undefined) return true;
  for (const placement of next.placements) {
    if (--budget.steps <= 0) return true;
    const extended = new Map([...values, ...placement]);
    if (consistent(extended, equations) && canComplete(rows, at + 1, extended, equations, budget))
      return true;
  }
  return false;
}

/**
 * No equation is broken: complete ones hold, and where one side is complete the other has not outgrown it (counts
 * are never negative).
 */
function consistent(values: Values, equations: readonly Equation[]): boolean {
  return equations.every(({ left, right }) => {
    const a = partialSum(left, values);
    const b = partialSum(right, values);
    if (a.complete && b.complete) return a.sum === b.sum;
    if (b.complete && a.sum > b.sum) return false;
    return !(a.complete && b.sum > a.sum);
  });
}

function partialSum(cells: readonly Cell[], values: Values): { sum: number; complete: boolean } {
  let sum = 0;
  let complete = true;
  for (const { variable } of cells) {
    const value = values.get(variable);
    if (value === undefined) complete = false;
    else sum += value;
  }
  return { sum: roundToForm(sum), complete };
}
