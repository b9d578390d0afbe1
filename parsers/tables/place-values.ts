import type { FormColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { cleanText } from '../normalise-label.ts';
import { readNumber } from '../read-number.ts';
import type { Columns } from './found-columns.ts';
import { covers, type Interval, isBlank, overlap, own, widthOf } from './intervals.ts';

/** What stands under one form column in one row: usually one cell, more when a number is split over cells. */
export interface PlacedValue {
  readonly column: FormColumn;
  readonly cells: readonly GridCell[];
  /** The number hangs down beside other rows: it may be theirs, or of all together. */
  readonly shared?: true;
}

/**
 * A row's cells by column; `unplaced` when numbers are there but their columns are not certain, `none` when the
 * row has no cell at all to the right of its label. `ordered` says that the numbers follow each other as the columns
 * do, so that only lost blank cells leave their places open.
 */
export type Placement =
  | { readonly kind: 'placed'; readonly values: readonly PlacedValue[]; readonly counted?: true }
  | {
      readonly kind: 'unplaced';
      readonly tokens: readonly GridCell[];
      readonly cells: number;
      readonly ordered: boolean;
    }
  | { readonly kind: 'none' };

/** Cells to the right of a row's label → form columns: by place where the header has places, else by their number. */
export function placeValues(all: readonly GridCell[], columns: Columns): Placement {
  const cells = withoutHanging(all);
  const byPlace =
    columns.intervals === null || isShort(cells, columns) || isLong(cells, columns)
      ? null
      : placeByGeometry(cells, columns.slots, columns.intervals, columns.labels ?? []);
  if (byPlace) return { kind: 'placed', values: byPlace };
  const byNumber = isShifted(cells, columns) ? null : placeByNumber(cells, columns);
  if (byNumber) return { kind: 'placed', values: byNumber, counted: true };
  const tokens = cells.filter((cell) => !isBlank(cell));
  const dash = dashOverAll(tokens, columns);
  if (dash) return { kind: 'placed', values: dash };
  const blank = blankBesideUnit(tokens, columns);
  if (blank) return { kind: 'placed', values: blank };
  if (tokens.length > 0) return { kind: 'unplaced', tokens, cells: cells.length, ordered: true };
  if (cells.length === 0) return { kind: 'none' };
  return { kind: 'placed', values: columns.slots.map((column) => ({ column, cells: cells.slice(0, 1) })) };
}

/** One 无 that spans all columns of a row says of each that it has none. */
function dashOverAll(
  [dash, ...others]: readonly GridCell[],
  { slots, intervals }: Columns,
): readonly PlacedValue[] | null {
  if (dash === undefined || others.length > 0 || intervals === null) return null;
  const isOverAll = intervals.every((interval) => covers(own(dash), interval));
  return isOverAll && readNumber(dash.text).status === 'dash'
    ? slots.map((column) => ({ column, cells: [dash] }))
    : null;
}

/** Where only the order is known, a row of one figure that prints its unit and nothing else has a blank one. */
function blankBesideUnit(
  tokens: readonly GridCell[],
  { slots, intervals, block }: Columns,
): readonly PlacedValue[] | null {
  const [unit, ...others] = tokens;
  if (intervals !== null || unit === undefined || others.length > 0) return null;
  const isUnit = block.rows.some(({ printedUnit }) => printedUnit === cleanText(unit.text));
  const hasOneFigure = slots.length === 2 && slots[0]?.role === 'unit';
  return isUnit && hasOneFigure
    ? slots.map((column, index) => ({ column, cells: index === 0 ? [unit] : [] }))
    : null;
}

/** A blank cell that hangs down beside several rows is a place where no row has a cell, not the blank cell of one. */
function withoutHanging(cells: readonly GridCell[]): readonly GridCell[] {
  const height = Math.min(...cells.filter((cell) => !isBlank(cell)).map((cell) => cell.rowSpan));
  return cells.filter((cell) => !isBlank(cell) || cell.rowSpan <= height);
}

/**
 * Where the header has places and a row's cells do not fit them, a blank first or last cell may be a blank number or
 * filler that pushes the numbers into the wrong columns: counting the cells proves nothing then, unless every
 * column has a number. Of more cells than columns, only blank ones beside all labels are filler for certain.
 */
function isShifted(cells: readonly GridCell[], columns: Columns): boolean {
  const { labels, slots } = columns;
  const printed = cells.filter((cell) => !isBlank(cell)).length;
  if (labels === null || cells.length < slots.length || printed === 0 || printed === slots.length)
    return false;
  if (isShort(cells, columns) || cells.some((cell) => isOverTwo(cell, labels))) return true;
  const edges = [
    ...cells.slice(0, leadingBlanks(cells)),
    ...cells.slice(cells.length - trailingBlanks(cells)),
  ];
  return cells.length === slots.length
    ? edges.length > 0
    : edges.some((cell) => labels.some((label) => overlap(label, own(cell))));
}

/** A number over two labels, where not every column has one, may be the numbers of two merged cells. */
const isOverTwo = (cell: GridCell, labels: readonly Interval[]): boolean =>
  !isBlank(cell) && labels.filter((label) => overlap(label, own(cell))).length > 1;

const leadingBlanks = (cells: readonly GridCell[]): number => cells.findIndex((cell) => !isBlank(cell));
const trailingBlanks = (cells: readonly GridCell[]): number =>
  cells.length - 1 - cells.findLastIndex((cell) => !isBlank(cell));

export const endOf = (cells: readonly GridCell[]): number =>
  cells.reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), 0);

/** A row that ends before its header has lost a cell; a blank one among the rest may be filler from behind. */
const isShort = (cells: readonly GridCell[], { width }: Columns): boolean =>
  cells.some(isBlank) && endOf(cells) < width;

/** A row that reaches beyond its header has a cell too many, which is no filler, or was pushed aside. */
const isLong = (cells: readonly GridCell[], { width }: Columns): boolean => width > 0 && endOf(cells) > width;

function placeByGeometry(
  cells: readonly GridCell[],
  slots: readonly FormColumn[],
  intervals: readonly Interval[],
  labels: readonly Interval[],
): readonly PlacedValue[] | null {
  if (cells.length === slots.length && cells.every((cell, index) => liesIn(cell, intervals[index]))) {
    return slots.map((column, index) => ({ column, cells: [cells[index] as GridCell] }));
  }
  const reach = cells.map((cell) => {
    return intervals.flatMap((interval, index) => (overlap(interval, own(cell)) ? [index] : []));
  });
  // A number over two columns beside a blank cell may be two merged cells: which column it is of is not certain.
  const blanks = cells.some(isBlank);
  const isOneToOne = reach.every((over, index) => over.includes(index) && (over.length === 1 || !blanks));
  if (cells.length === slots.length && isOneToOne) {
    return slots.map((column, index) => ({ column, cells: cells.slice(index, index + 1) }));
  }
  const perSlot: GridCell[][] = slots.map(() => []);
  for (const [index, cell] of cells.entries()) {
    const over = reach[index] ?? [];
    if (over.length !== 1 && !isBlank(cell)) return null;
    for (const slot of over) perSlot[slot]?.push(cell);
  }
  if (perSlot.some((found, index) => found.length === 0 || isBesideLabel(found, labels[index]))) return null;
  if (arePushedTogether(perSlot, labels)) return null;
  return slots.map((column, index) => {
    const found = perSlot[index] ?? [];
    const printed = found.filter((cell) => !isBlank(cell));
    return { column, cells: printed.length > 0 ? printed : found.slice(0, 1) };
  });
}

/**
 * A number under the blank cell behind a label: a label that spanned both would say so, and one number too many, or
 * one pushed aside, stands there as well.
 */
const isBesideLabel = (found: readonly GridCell[], label: Interval | undefined): boolean =>
  label !== undefined && found.some((cell) => !isBlank(cell) && !overlap(label, own(cell)));

/**
 * Two numbers under one label while another column has none, or numbers of several digits under one that is wider than
 * the others. A number whose digits stand in a cell each takes no number from the others; a label that spans a column
 * too many does, and has room for a number that belongs nowhere.
 */
function arePushedTogether(perSlot: readonly (readonly GridCell[])[], labels: readonly Interval[]): boolean {
  const printed = perSlot.map((found) => found.filter((cell) => !isBlank(cell)));
  const several = printed.filter(({ length }) => length > 1);
  if (several.length === 0) return false;
  if (printed.some(({ length }) => length === 0)) return true;
  const isUneven = new Set(labels.map(widthOf)).size > 1;
  return isUneven && several.flat().some(({ text }) => cleanText(text).length > 1);
}

/** Whether a row has one cell for each column, each under its own and no other. */
export const fitsColumns = (cells: readonly GridCell[], { slots, intervals }: Columns): boolean =>
  cells.length === slots.length && cells.every((cell, index) => liesIn(cell, intervals?.[index]));

/** The ordinary row: each cell under its own column and no other. */
const liesIn = (cell: GridCell, interval: Interval | undefined): boolean =>
  interval !== undefined && interval.from <= cell.column && cell.column + cell.columnSpan - 1 <= interval.to;

/** As many cells as columns, in order; blank filler on one side only may be dropped to get there. */
function placeByNumber(cells: readonly GridCell[], columns: Columns): readonly PlacedValue[] | null {
  const isOverfull = cells.length > columns.slots.length && isLong(cells, columns);
  const kept = isOverfull ? null : withoutFiller(cells, columns.slots.length);
  return kept && columns.slots.map((column, index) => ({ column, cells: kept.slice(index, index + 1) }));
}

function withoutFiller(cells: readonly GridCell[], wanted: number): readonly GridCell[] | null {
  const surplus = cells.length - wanted;
  if (surplus === 0) return cells;
  if (surplus < 0) return null;
  const first = cells.findIndex((cell) => !isBlank(cell));
  if (first === -1) return cells.slice(0, wanted);
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  const leading = first;
  const trailing = cells.length - 1 - last;
  if (leading + trailing !== surplus) return null;
  return cells.slice(leading, cells.length - trailing);
}
