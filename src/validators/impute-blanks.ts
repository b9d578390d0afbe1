import type { Form, FormRow } from '../forms/form.ts';
import { formVariables } from '../forms/index.ts';
import type { Cell } from '../model/cell.ts';
import { roundToForm } from '../model/finding.ts';
import { severitiesOf } from '../rules/index.ts';
import { evaluateEquation } from './evaluate-equation.ts';
import { type Equation, equationsOf } from './identities.ts';

/** The least and the most that a cell can hold. */
interface Range {
  readonly least: number;
  readonly most: number;
}

const ANYTHING: Range = { least: 0, most: Number.POSITIVE_INFINITY };

/**
 * What arithmetic proves of blank cells: with printed numbers as they stand and every cell without one at least 0,
 * the equations leave a blank one value only. 27 = 20 + blank + blank + 7 proves both to be 0, 20 + 7 = blank proves
 * 27. Deductive imputation (de Waal, Pannekoek, Scholtus 2011, ch. 9), apart from the printed value, which stays null.
 *
 * An equation that fails proves nothing, and neither does another that shares a cell with it: one of its numbers is
 * wrong, and nobody knows which. But where all that a blank lacks is one number, and row and column both say which,
 * it was only left out. A row whose last cells are empty may have lost a number in its middle, with those behind it moved up; so may one
 * whose numbers contradict each other. There one equation proves nothing, unless the row prints noughts alone:
 * a number lost from it would stand in its total. Sums that need not be complete (statistics of 2014) prove nothing. Nor does anything in a
 * table with ambiguous cells: where some blanks were lost or some columns are not certain, an empty cell is not either.
 *
 * @param unordered - variables whose columns were taken in the form's order because no header says otherwise: sums
 *   hold just as well over exchanged columns, and would prove a number for the wrong one
 */
export function imputeBlanks(
  form: Form,
  cells: readonly Cell[],
  unordered: ReadonlySet<string> = new Set(),
): readonly Cell[] {
  if (!cells.some(isOpenBlank)) return cells;
  const uncertain = new Set(cells.filter(({ status }) => status === 'ambiguous').map(tableOf));
  const equationsFor = (known: readonly Cell[]) =>
    equationsOf(form, new Map(known.map((cell) => [cell.variable, cell]))).filter(
      ({ rule }) => severitiesOf(rule)[0] === 'error',
    );
  const agreed = agreedValues(equationsFor(cells));
  const filled = cells.map((cell): Cell => {
    const value = agreed.get(cell.variable);
    return value === undefined ? cell : { ...cell, status: 'reported', value };
  });
  const equations = equationsFor(filled);
  const ranges = narrowRanges(soundOnes(equations), filled);
  const slid = slidCells(form, cells, equations);
  return cells.map((cell) => {
    if (!isOpenBlank(cell) || uncertain.has(tableOf(cell)) || unordered.has(cell.variable)) return cell;
    const { least, most } = slid.has(cell.variable) ? ANYTHING : (ranges?.get(cell.variable) ?? ANYTHING);
    const value = agreed.get(cell.variable) ?? (least === most ? least : null);
    // Adding 0 turns the −0 of a subtraction into 0.
    return value === null ? cell : { ...cell, imputed: value + 0 };
  });
}

const tableOf = ({ variable }: Cell): string => variable.split('.', 1)[0] ?? '';
const isOpenBlank = ({ status, imputed }: Cell): boolean => status === 'blank' && (imputed ?? null) === null;

/** Blanks that are the only unknown of several equations, which all give the same number. */
function agreedValues(equations: readonly Equation[]): ReadonlyMap<string, number> {
  const given = new Map<string, number[]>();
  for (const { left, right } of equations) {
    const unknown = [...left, ...right].filter(({ status }) => status !== 'reported' && status !== 'dash');
    const [cell] = unknown;
    if (unknown.length !== 1 || cell === undefined || !isOpenBlank(cell)) continue;
    const lacking = total(right) - total(left);
    const value = roundToForm(left.includes(cell) ? lacking : -lacking);
    given.set(cell.variable, [...(given.get(cell.variable) ?? []), value]);
  }
  return new Map(
    [...given].flatMap(([variable, values]) => {
      const [value = -1] = values;
      return values.length > 1 && value >= 0 && values.every((other) => other === value)
        ? [[variable, value] as const]
        : [];
    }),
  );
}

const total = (cells: readonly Cell[]): number => cells.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** Equations that share no cell with one that fails. */
function soundOnes(equations: readonly Equation[]): readonly Equation[] {
  const failing = equations.filter((equation) => evaluateEquation(equation).outcome === 'fail');
  const doubted = new Set(
    failing.flatMap(({ left, right }) => [...left, ...right].map(({ variable }) => variable)),
  );
  return equations.filter(
    ({ left, right }) => ![...left, ...right].some(({ variable }) => doubted.has(variable)),
  );
}

/** In such a cell something stands: nothing can have slid out of it. */
const PRINTED: ReadonlySet<string> = new Set(['reported', 'dash', 'unreadable']);

/** Cells of printed rows that contradict themselves, and empty cells behind the last number of a row. */
function slidCells(form: Form, cells: readonly Cell[], equations: readonly Equation[]): ReadonlySet<string> {
  const rowOf = new Map(formVariables(form).map(({ name, row }) => [name, row]));
  const contradicting = new Set(
    equations.flatMap((equation) => {
      const rows = new Set([...equation.left, ...equation.right].map(({ variable }) => rowOf.get(variable)));
      return rows.size === 1 && evaluateEquation(equation).outcome === 'fail' ? [...rows] : [];
    }),
  );
  const printed = new Set(cells.filter(({ status }) => PRINTED.has(status)).map(({ variable }) => variable));
  const filled = new Set(
    cells.filter(({ value }) => value !== 0 && value !== null).map(({ variable }) => rowOf.get(variable)),
  );
  const lastNumber = new Map<FormRow, number>();
  const order = [...rowOf].filter(([, row]) => filled.has(row));
  order.forEach(([name, row], at) => {
    if (printed.has(name)) lastNumber.set(row, at);
  });
  return new Set(
    order.flatMap(([name, row], at) => {
      const last = lastNumber.get(row);
      return contradicting.has(row) || (last !== undefined && at > last) ? [name] : [];
    }),
  );
}

/** Ranges after each equation has narrowed those of its cells until none changes; null when they contradict. */
function narrowRanges(
  equations: readonly Equation[],
  cells: readonly Cell[],
): ReadonlyMap<string, Range> | null {
  const ranges = new Map(cells.map((cell) => [cell.variable, rangeOf(cell)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const equation of equations) {
      for (const [cell, range] of impliedBy(equation, ranges)) {
        const known = ranges.get(cell) ?? ANYTHING;
        const least = Math.max(known.least, range.least);
        const most = Math.min(known.most, range.most);
        if (least > most) return null;
        // A total bounds its parts and they bound it again: only what settles a cell is worth another round.
        changed ||= least === most && known.least !== known.most;
        ranges.set(cell, { least, most });
      }
    }
  }
  return ranges;
}

/** A printed number and a printed placeholder are what they are; what arithmetic proved before stays proven. */
function rangeOf({ status, value, imputed }: Cell): Range {
  const known = status === 'reported' ? value : status === 'dash' ? 0 : (imputed ?? null);
  return known === null ? ANYTHING : { least: known, most: known };
}

/** What an equation leaves to each of its cells, given the ranges of the others. */
function impliedBy(
  { left, right }: Equation,
  ranges: ReadonlyMap<string, Range>,
): readonly (readonly [string, Range])[] {
  const of = (cell: Cell): Range => ranges.get(cell.variable) ?? ANYTHING;
  const implied = (own: readonly Cell[], other: readonly Cell[]) =>
    own.map((cell) => {
      const rest = own.filter((one) => one !== cell).map(of);
      const across = other.map(of);
      const least = sumOf(across, 'least') - sumOf(rest, 'most');
      const most = sumOf(across, 'most') - sumOf(rest, 'least');
      return [cell.variable, { least: roundToForm(least), most: roundToForm(most) }] as const;
    });
  return [...implied(left, right), ...implied(right, left)];
}

const sumOf = (ranges: readonly Range[], end: keyof Range): number =>
  ranges.reduce((sum, range) => sum + range[end], 0);
