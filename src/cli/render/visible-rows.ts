import type { Form } from '../../forms/form.ts';
import type { Cell } from '../../model/cell.ts';

/**
 * The variables of a form that are not shown because another way to print the same rows was used: (六)其他处理
 * as one row or as three. Where neither is printed the first is shown, so that its absence is seen.
 */
export function variablesNotShown(form: Form, cells: ReadonlyMap<string, Cell>): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const alternatives of alternativesOf(form)) {
    const printed = alternatives.filter((names) => names.some((name) => isPrinted(cells.get(name))));
    const shown = printed.length > 0 ? printed : alternatives.slice(0, 1);
    for (const names of alternatives) {
      if (!shown.includes(names)) for (const name of names) hidden.add(name);
    }
  }
  return hidden;
}

function* alternativesOf({ identities }: Form): Generator<readonly (readonly string[])[]> {
  for (const { over, left, right } of identities) {
    for (const term of [...left, ...right]) {
      if (typeof term === 'string') continue;
      for (const x of over) {
        yield term.firstPrinted.map((names) => names.map((name) => name.replace('{x}', x)));
      }
    }
  }
}

const isPrinted = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.status !== 'absent' && cell.status !== 'no_table';
