import { RefusedFile } from '../docx/refused-file.ts';
import { MOST, type Range, type RawSheet } from './raw-sheet.ts';

/** A cell of a sheet that shows something, merged cells unfolded. */
export interface SheetCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface SheetCells {
  readonly printed: readonly SheetCell[];
  /** Texts in hidden rows and columns, in cells covered by a merged one, and those that their format does not show. */
  readonly hidden: readonly SheetCell[];
  readonly covered: readonly SheetCell[];
  readonly unseen: readonly SheetCell[];
}

/** The cells of a sheet that hold text, by whether a reader sees them. */
export function sheetCells(sheet: RawSheet): SheetCells {
  const mergeAt = mergedRanges(sheet.merges);
  const found: Record<keyof SheetCells, SheetCell[]> = { printed: [], hidden: [], covered: [], unseen: [] };
  for (const { row, column, text: visible, unseen } of sheet.cells) {
    const text = unseen ?? visible;
    if (text.trim() === '') continue;
    const range = mergeAt(row, column) ?? { top: row, bottom: row, left: column, right: column };
    const isFirst = range.top === row && range.left === column;
    const isHidden = sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
    const shownAs = isHidden ? 'hidden' : !isFirst ? 'covered' : unseen === undefined ? 'printed' : 'unseen';
    found[shownAs].push({
      text,
      row,
      column,
      rowSpan: range.bottom - range.top + 1,
      columnSpan: range.right - range.left + 1,
    });
  }
  return found;
}

function mergedRanges(merges: readonly Range[]): (row: number, column: number) => Range | undefined {
  const byRow = new Map<number, Range[]>();
  let rows = 0;
  for (const range of merges.slice(0, MOST.merges)) {
    for (let row = range.top; row <= Math.min(range.bottom, MOST.rows); row++) {
      if (++rows > MOST.cells) throw new RefusedFile('too_large', { bytes: rows, most: MOST.cells });
      const ranges = byRow.get(row);
      if (ranges) ranges.push(range);
      else byRow.set(row, [range]);
    }
  }
  return (row, column) => byRow.get(row)?.find(({ left, right }) => left <= column && column <= right);
}
