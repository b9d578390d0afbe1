import type { Cell } from '../../model/cell.ts';
import { roundToForm } from '../../model/finding.ts';
import { evaluateEquation } from '../evaluate-equation.ts';
import type { Equation } from '../identities.ts';

/** A cell's part in an equation: +1 on the left, −1 on the right. */
export interface Term {
  readonly at: number;
  readonly sign: 1 | -1;
}

/** An equation as a row of a linear system: the sum of its terms is `residual`, and should be 0. */
export interface SystemRow {
  readonly equation: Equation;
  readonly terms: readonly Term[];
  readonly residual: number;
}

/**
 * The equations of a report that can be evaluated, over the cells that could be wrong. A blank or a dash counts as
 * nothing, as in the evaluation of the equations; filling it is a change like any other.
 */
export interface EquationSystem {
  readonly cells: readonly Cell[];
  /** By cell. */
  readonly values: readonly number[];
  readonly rows: readonly SystemRow[];
  /** Rows that each cell stands in. */
  readonly rowsOf: readonly (readonly number[])[];
}

const CHANGEABLE: readonly Cell['status'][] = ['reported', 'blank', 'dash'];

export function buildSystem(equations: readonly Equation[]): EquationSystem {
  const indexOf = new Map<string, number>();
  const cells: Cell[] = [];
  const rowsOf: number[][] = [];
  const rows: SystemRow[] = [];
  const termsOf = (side: readonly Cell[], sign: 1 | -1, row: number): Term[] =>
    side.flatMap((cell): Term[] => {
      if (!CHANGEABLE.includes(cell.status)) return [];
      const known = indexOf.get(cell.variable);
      const at = known ?? cells.push(cell) - 1;
      if (known === undefined) {
        indexOf.set(cell.variable, at);
        rowsOf.push([]);
      }
      rowsOf[at]?.push(row);
      return [{ at, sign }];
    });
  for (const equation of equations) {
    if (evaluateEquation(equation).outcome === 'not_evaluable') continue;
    const row = rows.length;
    const terms = [...termsOf(equation.left, 1, row), ...termsOf(equation.right, -1, row)];
    const residual = roundToForm(
      terms.reduce((sum, { at, sign }) => sum + sign * (cells[at]?.value ?? 0), 0),
    );
    rows.push({ equation, terms, residual });
  }
  return { cells, values: cells.map(({ value }) => value ?? 0), rows, rowsOf };
}

export const isViolated = ({ residual }: SystemRow): boolean => residual !== 0;

/** The system with some cells at other values: the residuals are what is then left. */
export function withChanges(system: EquationSystem, changes: ReadonlyMap<number, number>): EquationSystem {
  const values = system.values.map((value, at) => changes.get(at) ?? value);
  const rows = system.rows.map((row) => ({
    ...row,
    residual: roundToForm(row.terms.reduce((sum, { at, sign }) => sum + sign * (values[at] ?? 0), 0)),
  }));
  return { ...system, values, rows };
}
