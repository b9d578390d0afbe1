import { type Box, width } from './box.ts';
import type { Character } from './character.ts';
import type { CellSpan } from './merge-cells.ts';
import { splitLines } from './split-words.ts';

/** A cell before its text is written. */
interface BareCell {
  readonly span: CellSpan;
  readonly box: Box;
  readonly characters: readonly Character[];
}

/** No table leaves more free at one side of its cells: where all text is short, it is not what margins are told by. */
const WIDEST_MARGIN_PT = 8;

/**
 * The width, in points, that text is sure to have on one line of a cell, by the cell's index: all but the margins, which
 * are as wide as the smallest distance of any text of the table from a side of its cell, and no less than the longest
 * line that stands in the column.
 */
export function findHolds(cells: readonly BareCell[]): (index: number) => number {
  const longest = new Map<string, number>();
  let margin = WIDEST_MARGIN_PT;
  for (const { span, box, characters } of cells) {
    for (const line of splitLines(characters.filter(({ turned }) => turned === 0))) {
      const inset = Math.min(line.x0 - box.x0, box.x1 - line.x1);
      // What runs over its cell says nothing of the width that others have.
      if (inset < 0) continue;
      margin = Math.min(margin, inset);
      longest.set(columnOf(span), Math.max(longest.get(columnOf(span)) ?? 0, width(line)));
    }
  }
  return (index) => {
    const cell = cells[index];
    return cell ? Math.max(width(cell.box) - 2 * margin, longest.get(columnOf(cell.span)) ?? 0) : 0;
  };
}

const columnOf = ({ column, columnSpan }: CellSpan): string => `${column}+${columnSpan}`;
