import { CATALOGUE } from '../labels/label-index.ts';
import type { TextRow } from './build-rows.ts';
import type { Bars, Piece } from './tokens.ts';

/**
 * The value cells of a text row in order, null standing for a cell that is certainly blank. Fewer cells than the
 * table has columns mean that blanks were lost and nobody can say where.
 */
export type ValueCells = readonly (Piece | null)[];

/**
 * What stands before the first and behind the last value of complete rows, as counts of bars that touch: the
 * padding of the layout. Keyed by label cells and columns, for padding fills rows to one width (tables.md 3).
 */
interface Habits {
  readonly before: ReadonlyMap<string, readonly number[]>;
  readonly behind: ReadonlyMap<string, readonly number[]>;
}

/** Rows of one table → their value cells. `columns[i]` is how many columns row i's header has. */
export function placeBlanks(rows: readonly TextRow[], columns: readonly number[]): readonly ValueCells[] {
  const complete = rows.filter((row, index) => row.values.length === columns[index]);
  const habits: Habits = { before: padding(complete, runsBefore), behind: padding(complete, runsBehind) };
  return rows.map((row, index) => valueCells(row, columns[index] ?? 0, habits));
}

const layoutKey = (labels: number, columns: number): string => `${labels} ${columns}`;

/** The padding that most complete rows of a kind have; the last row of a table often has none. */
function padding(complete: readonly TextRow[], runs: (row: TextRow) => readonly number[]): Habits['before'] {
  const seen = new Map<string, Map<string, number>>();
  for (const row of complete) {
    const key = layoutKey(row.labels.length, row.values.length);
    const counts = seen.get(key) ?? new Map<string, number>();
    const printed = runs(row).join(',');
    counts.set(printed, (counts.get(printed) ?? 0) + 1);
    seen.set(key, counts);
  }
  return new Map(
    [...seen].map(([key, counts]) => {
      const [most = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
      return [key, most === '' ? [] : most.split(',').map(Number)];
    }),
  );
}

/** Bars between a label and its first value but for the one that closes the label's cell. */
const runsBefore = (row: TextRow): readonly number[] =>
  row.labels.length === 0
    ? (row.gaps[0] ?? []).map((run) => run.count)
    : withoutClosing(row.gaps[0] ?? [], row.labels.at(-1));

/** Bars behind the last value but for the one that closes its cell. */
const runsBehind = (row: TextRow): readonly number[] =>
  withoutClosing(row.gaps.at(-1) ?? [], row.values.at(-1));

/** The first bar on the line of a cell closes it; where cell and bar take turns line by line (L6) so does a lone one. */
function withoutClosing(runs: readonly Bars[], cell: Piece | undefined): readonly number[] {
  const [first, ...rest] = runs.map((run) => run.count);
  if (first === undefined || cell === undefined) return [];
  const closes = runs[0]?.line === cell.line || (first === 1 && runs[0]?.line === cell.line + 1);
  if (!closes) return [first, ...rest];
  return first > 1 ? [first - 1, ...rest] : rest;
}

function valueCells(row: TextRow, columns: number, habits: Habits): ValueCells {
  if (row.values.length >= columns) return row.values;
  if (row.values.length === 0) return row.labels.length === 0 ? [] : Array<null>(columns).fill(null);
  const inner = withInnerBlanks(row);
  if (inner.length === columns) return inner;
  const before = blankCells(runsBefore(row), expected(habits.before, row, columns), 'start');
  const behind = blankCells(runsBehind(row), expected(habits.behind, row, columns), 'end');
  if (before === null || behind === null || before + inner.length + behind !== columns) return row.values;
  return [...Array<null>(before).fill(null), ...inner, ...Array<null>(behind).fill(null)];
}

/** Between two values one bar parts the cells; each bar more is a blank cell. */
function withInnerBlanks(row: TextRow): (Piece | null)[] {
  return row.values.flatMap((value, index) => {
    const bars = (row.gaps[index] ?? []).reduce((sum, run) => sum + run.count, 0);
    const blanks = index === 0 ? 0 : Math.max(0, bars - 1);
    return [...Array<null>(blanks).fill(null), value];
  });
}

/** The padding of a complete row with these label cells; known for others, it grows by the cells that are fewer. */
function expected(habits: Habits['before'], row: TextRow, columns: number): readonly number[] | null {
  const own = habits.get(layoutKey(row.labels.length, columns));
  if (own) return own;
  for (const labels of [1, 2, 3, 0]) {
    const other = habits.get(layoutKey(labels, columns));
    if (other === undefined) continue;
    const [first = 0, ...rest] = other;
    if (first === 0) return other;
    const adjusted = first + labels - row.labels.length;
    return adjusted > 0 ? [adjusted, ...rest] : rest;
  }
  return null;
}

/**
 * How many blank cells a run of bars writes: each is a bar by itself, and what padding there is keeps the length it
 * has in complete rows. Longer padding says that cells were dropped somewhere in the row: null.
 */
function blankCells(
  runs: readonly number[],
  padding: readonly number[] | null,
  at: 'start' | 'end',
): number | null {
  if (runs.length === 0) return 0;
  if (padding === null) return runs.every((count) => count === 1) && at === 'start' ? runs.length : null;
  const rest = at === 'end' ? runs.slice(0, runs.length - padding.length) : runs.slice(padding.length);
  const pads = at === 'end' ? runs.slice(runs.length - padding.length) : runs.slice(0, padding.length);
  if (runs.length < padding.length || pads.join() !== padding.join()) return null;
  return rest.every((count) => count === 1) ? rest.length : null;
}

/** Columns of the form's applications and challenges tables, for rows whose header was lost. */
export const USUAL_COLUMNS: Readonly<Record<string, number>> = Object.fromEntries(
  CATALOGUE.filter((block) => block.table !== 'disclosure').map((block) => [
    block.table,
    block.columns.filter((column) => !column.extra).length,
  ]),
);
