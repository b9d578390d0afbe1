import type { GridCell } from '../grid.ts';
import { cleanText } from '../normalise-label.ts';
import { hasNumbers, isBlank } from './intervals.ts';
import type { PlacedValue, Placement } from './place-values.ts';
import type { ReadRow } from './read-row.ts';
import type { DataRow } from './table-part.ts';

/** The same numbers without their columns; `ordered` when no more than lost blank cells can have moved them. */
export function unplaced(placement: Placement, ordered: boolean): Placement {
  if (placement.kind === 'none') return placement;
  const cells = placement.kind === 'placed' ? placement.values.length : placement.cells;
  const wasOrdered = placement.kind === 'placed' || placement.ordered;
  return { kind: 'unplaced', tokens: printedIn(placement), cells, ordered: ordered && wasOrdered };
}

const printedIn = (placement: Placement): readonly GridCell[] => {
  const cells = placement.kind === 'placed' ? placement.values.flatMap((value) => value.cells) : [];
  return (placement.kind === 'unplaced' ? placement.tokens : cells).filter(
    (cell) => cleanText(cell.text) !== '',
  );
};

/**
 * Rows with more cells than columns: one may be a slip, two are a column that the header does not show. In text with
 * blank cells, where bars are counted, one is enough.
 */
const FEWEST_OVERFULL = 2;

/** Where a column too many is printed, counting cells and dropping blank ones proves nothing in the other rows. */
export function doubtCounted(rows: readonly ReadRow[]): readonly ReadRow[] {
  const overfull = rows.filter(
    ({ placement, columns }) => placement.kind === 'unplaced' && placement.cells > columns.slots.length,
  );
  const blanks = rows.some(({ placement, columns }) => printedIn(placement).length < columns.slots.length);
  const inText = rows.some(({ printed }) => !printed.grid.columnsKnown);
  if (overfull.length < (inText && blanks ? 1 : FEWEST_OVERFULL)) return rows;
  return rows.map((read) => {
    const { placement } = read;
    const isCertain = placement.kind === 'placed' && placement.counted === undefined;
    return isCertain || printedIn(placement).length === 0
      ? read
      : { ...read, placement: unplaced(placement, false) };
  });
}

/**
 * A blank cell that other rows drop to get to their numbers is the end of their labels: a row that counts it as its
 * first number has lost a cell further on.
 */
export function doubtLabelsCounted(rows: readonly ReadRow[]): readonly ReadRow[] {
  const dropped = new Set(rows.flatMap((read) => droppedBefore(read).map((cell) => cell.column)));
  return rows.map((read) => {
    const first = countedCells(read)[0];
    const isLabel = first !== undefined && isBlank(first) && dropped.has(first.column);
    return isLabel ? { ...read, placement: unplaced(read.placement, false) } : read;
  });
}

/**
 * Numbers that no row is known for, beside a row of flattened text that has none: a label in several lines with its
 * numbers on the middle one is cut in two by them, and its row is not blank.
 */
export function doubtBeside(unknown: readonly DataRow[], rows: readonly ReadRow[]): readonly ReadRow[] {
  return rows.map((read) => {
    const { printed, placement } = read;
    if (printed.grid.columnsKnown || printedIn(placement).length > 0) return read;
    const beside = unknown.find(({ row }) => Math.abs(row - printed.row) <= NEAR);
    if (!beside) return read;
    const tokens = beside.values.filter((cell) => !isBlank(cell));
    return { ...read, placement: { kind: 'unplaced', tokens, cells: tokens.length, ordered: false } };
  });
}

/** A line of the label may stand between. */
const NEAR = 2;

/** A number in a cell that was merged with those below it, beside a row of its own each, is of none of them for certain. */
export function doubtShared(rows: readonly ReadRow[]): readonly ReadRow[] {
  return rows.map((read) => {
    const { placement, printed } = read;
    if (placement.kind !== 'placed' || !placement.values.some(isTall)) return read;
    const below = rows.filter(({ printed: other }) => other.grid === printed.grid && other.row > printed.row);
    const isShared = ({ cells }: PlacedValue): boolean =>
      hasNumbers(cells) &&
      cells.some((cell) => below.some(({ printed: { row } }) => row < cell.row + cell.rowSpan));
    if (!placement.values.some(isShared)) return read;
    const values = placement.values.map((value) =>
      isShared(value) ? { ...value, shared: true as const } : value,
    );
    return { ...read, placement: { ...placement, values } };
  });
}

const isTall = ({ cells }: PlacedValue): boolean => cells.some(({ rowSpan }) => rowSpan > 1);

const countedCells = ({ placement }: ReadRow): readonly GridCell[] =>
  placement.kind === 'placed' && placement.counted ? placement.values.flatMap(({ cells }) => cells) : [];

/** The blank cells between a row's label and the first cell that counts as a number. */
function droppedBefore(read: ReadRow): readonly GridCell[] {
  const first = countedCells(read)[0];
  return first ? read.printed.values.filter((cell) => cell.column < first.column) : [];
}
