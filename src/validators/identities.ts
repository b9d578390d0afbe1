import type { Form, Identity, Term } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';

/** One equation of one report: the cells of `left` add up to what the cells of `right` add up to. */
export interface Equation {
  readonly rule: string;
  /** The column, row or group it is about. */
  readonly scope: string;
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
}

export type CellMap = ReadonlyMap<string, Cell>;

/**
 * The equations that the printed form demands. A row or column that is not printed at all has none; a term with
 * alternatives takes the one that is printed.
 */
export function equationsOf(form: Form, cells: CellMap): readonly Equation[] {
  return form.identities.flatMap((identity) =>
    identity.over.flatMap((scope) => {
      const equation = equationAt(identity, scope, cells);
      return equation ? [equation] : [];
    }),
  );
}

function equationAt(identity: Identity, scope: string, cells: CellMap): Equation | null {
  const side = (terms: readonly Term[]): readonly Cell[] =>
    terms.flatMap((term) => variablesOfTerm(term, scope, cells)).flatMap((name) => cells.get(name) ?? []);
  const left = side(identity.left);
  const right = side(identity.right);
  const printed = [...left, ...right].some((cell) => cell.status !== 'absent');
  return printed && left.length > 0 && right.length > 0 ? { rule: identity.rule, scope, left, right } : null;
}

function variablesOfTerm(term: Term, scope: string, cells: CellMap): readonly string[] {
  const fill = (name: string): string => name.replace('{x}', scope);
  if (typeof term === 'string') return [fill(term)];
  const alternatives = term.firstPrinted.map((names) => names.map(fill));
  const isPrinted = (name: string): boolean => (cells.get(name)?.status ?? 'absent') !== 'absent';
  return alternatives.find((names) => names.some(isPrinted)) ?? alternatives.at(-1) ?? [];
}
