import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { readCells } from '../../../parsers/read-record.ts';
import { cutIntoParts } from '../../../parsers/tables/parts.ts';
import { readParts } from '../../../parsers/tables/read-parts.ts';
import type { Cell } from '../../../src/model/cell.ts';

/** A PDF's cells by variable, as far as tables alone give them. */
export async function readVariables(bytes: Uint8Array): Promise<ReadonlyMap<string, Cell>> {
  const { grids } = await readPdf(bytes);
  return readCells(readParts(cutIntoParts(grids).parts)).cells;
}

/** The variables whose reading is not what was printed: name, printed, read. */
export function wrongCells(
  cells: ReadonlyMap<string, Cell>,
  truth: { readonly values: Readonly<Record<string, number>>; readonly blank: readonly string[] },
): readonly string[] {
  return Object.entries(truth.values).flatMap(([variable, printed]) => {
    const cell = cells.get(variable);
    const wanted = truth.blank.includes(variable) ? null : printed;
    const got = cell?.value ?? null;
    const same = got === wanted || (got !== null && wanted !== null && Math.abs(got - wanted) < 1e-9);
    return same && cell ? [] : [`${variable}: printed ${wanted}, read ${got} (${cell?.status ?? 'nothing'})`];
  });
}

/** The texts of the only grid of a PDF, row by row. */
export async function gridTexts(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { grids } = await readPdf(bytes);
  return (grids[0]?.rows ?? []).map((row) => row.map((cell) => cell.text));
}
