import type { LitPlace } from '../../evidence/evidence.ts';
import { labelVariable } from '../../forms/words.ts';
import type { Cell } from '../../model/cell.ts';
import type { Language } from '../../model/status.ts';

/** What is to be lit, and the cell that was asked for but has no place of its own. */
export interface Lit {
  readonly places: readonly LitPlace[];
  /** Cells that were asked for. */
  readonly asked: readonly Cell[];
  readonly withoutPlace: readonly string[];
}

/** The chosen cell and those beside it, as places of the document. */
export function litPlaces(
  cells: readonly Cell[],
  { cell, beside }: { readonly cell: string | undefined; readonly beside: readonly string[] },
  lang: Language,
): Lit {
  const wanted = [...new Set([...(cell === undefined ? [] : [cell]), ...beside])];
  const known = new Map(cells.map((one) => [one.variable, one]));
  const asked = wanted.flatMap((name) => known.get(name) ?? []);
  return {
    asked,
    withoutPlace: wanted.filter((name) => !known.get(name)?.source),
    places: asked.flatMap(({ variable, source }) =>
      source
        ? [{ source, label: labelVariable(variable, lang), chosen: variable === (cell ?? wanted[0]) }]
        : [],
    ),
  };
}
