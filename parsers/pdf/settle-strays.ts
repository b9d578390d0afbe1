import { UNKNOWN } from './character.ts';
import type { LabelledRow } from './labelled-row.ts';
import type { Word } from './split-words.ts';

/** A number this far above or below a row may belong to it: its cell is taller than the others. */
const NEAR_EM = 1.4;
/** When another row is not this much further away, it is not certain which of the two it is. */
const CLEARLY = 1.6;

/**
 * Numbers that stand on no row's baseline (a cell with an empty line above its number) → into the row beside which
 * they stand, when it has no number there; when two rows could have it, or none, into the nearest with a mark that
 * it is not certain. None is left out.
 */
export function settleStrays(
  rows: readonly LabelledRow[],
  strays: readonly (Word & { readonly page: number })[],
): readonly LabelledRow[] {
  const settled = rows.map((row) => ({ ...row, values: [...row.values] }));
  for (const stray of strays) {
    const ranked = settled
      .filter((row) => row.page === stray.page)
      .map((row) => ({ row, away: Math.abs(row.baseline - stray.baseline) }))
      .sort((a, b) => a.away - b.away);
    const free = ranked.filter(({ row, away }) => away <= stray.size * NEAR_EM && !isTaken(row, stray));
    const [best, second] = free;
    if (best && (second === undefined || second.away > best.away * CLEARLY)) best.row.values.push(stray);
    else ranked[0]?.row.values.push({ ...stray, text: stray.text + UNKNOWN });
  }
  return settled.map((row) => ({ ...row, values: row.values.sort((a, b) => a.x0 - b.x0) }));
}

const isTaken = (row: LabelledRow, stray: Word): boolean =>
  row.values.some((value) => value.x0 < stray.x1 && stray.x0 < value.x1);
