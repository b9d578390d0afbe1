import { isDamaged } from '../read-number.ts';
import type { TextRow } from './build-rows.ts';
import type { Bars, Piece } from './tokens.ts';

/**
 * The value cells of a text row in order, null standing for a cell that is certainly blank. Fewer cells than the
 * table has columns mean that blanks were lost and nobody can say where.
 */
export type ValueCells = readonly (Piece | null)[];

/** A row of values, and how many columns its header has. */
export interface CountedRow {
  readonly row: TextRow;
  readonly columns: number;
}

/**
 * Where a row's bars stand but for those that close its printed cells, as counts of bars that touch. Each bar before
 * or between the values is a blank cell (or filler beside the label); behind the last value follow blank cells, one
 * bar each, and then the padding that fills rows to one width (tables.md 3).
 */
interface BarsOfRow extends CountedRow {
  readonly before: readonly number[];
  readonly inner: ValueCells;
  readonly behind: readonly number[];
}

/** What a table's layout tells of bars behind the last value. */
interface Layout {
  /** Bars of every row but perhaps the last when rows are padded to one width; 0 when they are not; else null. */
  readonly width: number | null;
  /** Bars between label and first value of complete rows, by number of labels: filler, no cell. */
  readonly filler: ReadonlyMap<number, readonly number[]>;
  /** Runs of bars behind rows whose cells all print numbers, by number of labels. */
  readonly tails: ReadonlyMap<number, number>;
}

/**
 * The value cells of every row. `tables` are the rows of a document, those of one table together.
 *
 * A lone bar behind a row as wide as the padding goes may be a blank last cell, or the padding of a row that lost a
 * cell (tables.md 3): it counts as a cell only where the document elsewhere shows blank cells and nowhere lost one.
 */
export function placeBlanks(tables: readonly (readonly CountedRow[])[]): ReadonlyMap<TextRow, ValueCells> {
  const barred = tables.map((rows) => rows.map(barsOfRow));
  const showsBlanks = barred.flat().some(showsBlank) && !barred.flat().some(hasLostCell);
  const placed = new Map<TextRow, ValueCells>();
  for (const rows of barred) {
    const layout = { width: tableWidth(rows), filler: fillerOf(rows), tails: tailsOf(rows) };
    for (const row of rows) placed.set(row.row, valueCells(row, layout, showsBlanks));
  }
  return placed;
}

function barsOfRow({ row, columns }: CountedRow): BarsOfRow {
  const { labels, values, gaps } = row;
  const first = (gaps[0] ?? []).map((run) => run.count);
  const before = labels.length === 0 ? first : withoutClosing(gaps[0] ?? [], labels.at(-1));
  const behind = values.length === 0 ? [] : withoutClosing(gaps.at(-1) ?? [], values.at(-1));
  return { row, columns, before, inner: withInnerBlanks(row), behind };
}

/** The first bar on the line of a cell closes it; where cell and bar take turns line by line (L6) so does a lone one. */
function withoutClosing(runs: readonly Bars[], cell: Piece | undefined): readonly number[] {
  const [first, ...rest] = runs.map((run) => run.count);
  if (first === undefined || cell === undefined) return [];
  const closes = runs[0]?.line === cell.line || (first === 1 && runs[0]?.line === cell.line + 1);
  if (!closes) return [first, ...rest];
  return first > 1 ? [first - 1, ...rest] : rest;
}

/** Between two values one bar parts the cells; each bar more is a blank cell. */
function withInnerBlanks({ values, gaps }: TextRow): ValueCells {
  return values.flatMap((value, index) => {
    const bars = sum((gaps[index] ?? []).map((run) => run.count));
    const blanks = index === 0 ? 0 : Math.max(0, bars - 1);
    return [...Array<null>(blanks).fill(null), value];
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const areSingle = (runs: readonly number[]): boolean => runs.every((count) => count === 1);
const isComplete = ({ inner, columns }: BarsOfRow): boolean => inner.length === columns;
const labelsOf = ({ row }: BarsOfRow): number => row.labels.length;

/** A blank cell that can be nothing else: a bar too many between two values. */
const showsBlank = ({ inner, row, columns }: BarsOfRow): boolean =>
  inner.length > row.values.length && inner.length <= columns;

/** Even with every bar taken for a cell there are fewer cells than columns. */
function hasLostCell({ before, inner, behind, row, columns }: BarsOfRow): boolean {
  const padding = (behind.at(-1) ?? 1) > 1 ? 1 : 0;
  return row.values.length > 0 && before.length + inner.length + behind.length - padding < columns;
}

/** Rows that tell the layout must be this many, or this share of all. */
const FEWEST_ROWS = 3;
const PADDED_SHARE = 0.6;

/** Cells and bars of a row in all, as each printed cell is closed by a bar. */
const widthOf = (bars: BarsOfRow): number =>
  labelsOf(bars) + sum(bars.before) + bars.inner.length + sum(bars.behind);

function tableWidth(rows: readonly BarsOfRow[]): number | null {
  const labelled = rows.filter((bars) => labelsOf(bars) > 0 && bars.row.values.length > 0);
  const counts = new Map<number, number>();
  for (const bars of labelled) counts.set(widthOf(bars), (counts.get(widthOf(bars)) ?? 0) + 1);
  const [width = 0, most = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const kinds = new Set(
    labelled.filter((bars) => widthOf(bars) === width).map((bars) => labelsOf(bars) + bars.columns),
  );
  if (most >= labelled.length * PADDED_SHARE && kinds.size > 1) return width;
  const widest = Math.max(0, ...labelled.map(widthOf));
  const bare = labelled.slice(0, -1).filter((bars) => bars.behind.length === 0 && widthOf(bars) < widest);
  return bare.length >= FEWEST_ROWS ? 0 : null;
}

/** What most complete rows with as many labels have between label and values. */
function fillerOf(rows: readonly BarsOfRow[]): Layout['filler'] {
  const seen = new Map<number, Map<string, number>>();
  for (const bars of rows.filter(isComplete)) {
    const counts = seen.get(labelsOf(bars)) ?? new Map<string, number>();
    const printed = bars.before.join(',');
    counts.set(printed, (counts.get(printed) ?? 0) + 1);
    seen.set(labelsOf(bars), counts);
  }
  return new Map(
    [...seen].map(([labels, counts]) => {
      const [most = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
      return [labels, most === '' ? [] : most.split(',').map(Number)];
    }),
  );
}

/** Behind a row that shows all its cells, a lone bar more than behind others is a cell too many: which, nobody knows. */
const hasMoreBehind = (bars: BarsOfRow, { tails }: Layout): boolean =>
  bars.inner.length === bars.columns &&
  bars.behind.length > (tails.get(labelsOf(bars)) ?? bars.behind.length);

/** A row without a label has no row like it to tell filler by: a lone bar on either side may be a cell too many. */
const hasMoreAround = (bars: BarsOfRow): boolean =>
  labelsOf(bars) === 0 &&
  bars.inner.length === bars.columns &&
  [bars.before, bars.behind].some((runs) => runs.at(-1) === 1);

/** All cells from the label to the last number are there: what stands behind is the padding. */
const showsAll = ({ before, inner, columns }: BarsOfRow): boolean =>
  before.length + inner.length === columns && areSingle(before);

/** Runs of bars behind most complete rows, for each number of labels: the padding, which the last row may lack. */
function tailsOf(rows: readonly BarsOfRow[]): Layout['tails'] {
  const seen = new Map<number, number[]>();
  for (const bars of rows.filter(showsAll))
    seen.set(labelsOf(bars), [...(seen.get(labelsOf(bars)) ?? []), bars.behind.length]);
  return new Map([...seen].map(([labels, lengths]) => [labels, mostCommon(lengths)]));
}

/** The most common number, the greatest of those that are as common. */
function mostCommon(numbers: readonly number[]): number {
  const times = (number: number): number => numbers.filter((other) => other === number).length;
  return numbers.reduce((best, number) => {
    const more = times(number) - times(best);
    return more > 0 || (more === 0 && number > best) ? number : best;
  }, numbers[0] ?? 0);
}

function valueCells(bars: BarsOfRow, layout: Layout, showsBlanks: boolean): ValueCells {
  const { row, inner, columns } = bars;
  if (row.values.length >= columns) return isEven(row) ? row.values : inner;
  // Where a number lost characters a bar beside it may be lost as well: nothing can be counted.
  if (row.values.some(({ text }) => isDamaged(text))) return row.values;
  if (row.values.length === 0) return isBlankRow(row) ? Array<null>(columns).fill(null) : [];
  if (inner.length >= columns) return hasMoreBehind(bars, layout) || hasMoreAround(bars) ? row.values : inner;
  const before = cellsBefore(bars, layout.filler.get(labelsOf(bars)));
  if (before === null) return row.values;
  const behind = cellsBehind(bars, columns - inner.length - before, layout, showsBlanks);
  if (behind === null) return row.values;
  return [...Array<null>(before).fill(null), ...inner, ...Array<null>(behind).fill(null)];
}

/** The same bars between all values: none of them is a blank cell. */
const isEven = ({ gaps }: TextRow): boolean => {
  const between = gaps.slice(1, -1).map((runs) => sum(runs.map((run) => run.count)));
  return between.every((count) => count === between[0]);
};

/** A row of the form with no number behind it, or one of blank cells alone; a heading that nobody knows is no row. */
const isBlankRow = ({ labels }: TextRow): boolean =>
  labels.length === 0 || labels.some((label) => label.meanings.length > 0);

/** Blank cells before the first value. */
function cellsBefore({ before }: BarsOfRow, filler: readonly number[] | undefined): number | null {
  const isFiller = filler !== undefined && before.slice(0, filler.length).join() === filler.join();
  const cells = isFiller ? before.slice(filler.length) : before;
  return areSingle(cells) ? cells.length : null;
}

/** Blank cells behind the last value when `missing` are needed to fill the columns; null when it is not certain. */
function cellsBehind(
  bars: BarsOfRow,
  missing: number,
  { width, filler }: Layout,
  showsBlanks: boolean,
): number | null {
  const { behind, before, columns } = bars;
  const cells = behind.slice(0, -1);
  if (missing < 0 || !areSingle(cells)) return null;
  if (behind.length === 0) return missing === 0 ? 0 : null;
  const labels = labelsOf(bars);
  // With a bar for each blank cell before it the row is full; bars that touch behind it are padding and nothing else.
  if (labels > 0 && missing === 0 && behind.length === 1 && (behind[0] ?? 0) > 1) return 0;
  // All columns are filled without the last bars: those are padding, unless a bar beside the label is filler. A row
  // without a label has no row like it to tell its padding by: there a lone bar may be the blank cell of a column too many.
  if (missing === cells.length) {
    if (labels === 0) return behind.at(-1) === 1 ? null : missing;
    const isPadding = width === null ? showsBlanks : width - labels - columns === behind.at(-1);
    return before.length === 0 || filler.has(labels) || isPadding ? missing : null;
  }
  if (missing !== behind.length || !areSingle(behind)) return null;
  const isPaddable = width === null || (width > 0 && labels + columns >= width);
  return isPaddable && !showsBlanks ? null : missing;
}
