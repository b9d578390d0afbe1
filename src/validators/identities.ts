import type { Form, Identity, Term } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';
import type { IdentityRuleId } from '../rules/index.ts';

/** One equation of one report: the cells of `left` add up to what the cells of `right` add up to. */
export interface Equation {
  readonly rule: IdentityRuleId;
  /** The column, row or group it is about. */
  readonly scope: string;
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
}

export type CellMap = ReadonlyMap<string, Cell>;

/** An equation of the form before it meets a report: each side a list of alternatives, of which one is printed. */
interface Template {
  readonly rule: IdentityRuleId;
  readonly scope: string;
  readonly left: readonly Alternatives[];
  readonly right: readonly Alternatives[];
}
type Alternatives = readonly (readonly string[])[];

/** A form has some forty equations, and every report is checked against them: their names are filled in once. */
const templates = new WeakMap<Form, readonly Template[]>();

function templatesOf(form: Form): readonly Template[] {
  const known = templates.get(form) ?? form.identities.flatMap(fillIn);
  templates.set(form, known);
  return known;
}

function fillIn({ rule, over, left, right }: Identity): readonly Template[] {
  return over.map((scope) => {
    const side = (terms: readonly Term[]): readonly Alternatives[] =>
      terms.map((term) =>
        (typeof term === 'string' ? [[term]] : term.firstPrinted).map((names) =>
          names.map((name) => name.replace('{x}', scope)),
        ),
      );
    return { rule, scope, left: side(left), right: side(right) };
  });
}

/**
 * The equations that the printed form demands. A row or column that is not printed at all has none; a term with
 * alternatives takes the one that is printed.
 */
export function equationsOf(form: Form, cells: CellMap): readonly Equation[] {
  const equations: Equation[] = [];
  for (const { rule, scope, left, right } of templatesOf(form)) {
    const equation = { rule, scope, left: cellsOf(left, cells), right: cellsOf(right, cells) };
    if (equation.left.length > 0 && equation.right.length > 0 && isPrinted(equation))
      equations.push(equation);
  }
  return equations;
}

const isPrinted = ({ left, right }: Equation): boolean =>
  left.some((cell) => cell.status !== 'absent') || right.some((cell) => cell.status !== 'absent');

function cellsOf(side: readonly Alternatives[], cells: CellMap): readonly Cell[] {
  const found: Cell[] = [];
  for (const alternatives of side) {
    for (const name of printedAlternative(alternatives, cells)) {
      const cell = cells.get(name);
      if (cell) found.push(cell);
    }
  }
  return found;
}

function printedAlternative(alternatives: Alternatives, cells: CellMap): readonly string[] {
  if (alternatives.length === 1) return alternatives[0] ?? [];
  const printed = alternatives.find((names) =>
    names.some((name) => (cells.get(name)?.status ?? 'absent') !== 'absent'),
  );
  return printed ?? alternatives.at(-1) ?? [];
}
