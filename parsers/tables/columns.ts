import { type FormBlock, type FormColumn, isVariableColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { doubtfulColumns } from './doubtful-columns.ts';
import { dividedInto, foreignCells, foreignColumn, type HeaderPlace } from './foreign-columns.ts';
import type { Columns, Found, HeaderRow } from './found-columns.ts';
import { areApart, covers, extend, type Interval, overBlanks, overlap, own, widthOf } from './intervals.ts';
import { columnsNamed, groupNamed, isKnownElsewhere, isNamedExactly } from './name-columns.ts';
import { orderedColumns, printedColumns } from './ordered-columns.ts';

/** The columns of `block` as these header rows print them, or null when the header does not show them. */
export function resolveColumns(
  block: FormBlock,
  header: readonly HeaderRow[],
  columnsKnown = true,
): Columns | null {
  const known = resolved.get(block) ?? new Map<string, Columns | null>();
  resolved.set(block, known);
  const key = `${columnsKnown} ${header.map(headerKey).join('\n')}`;
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  const columns = resolveHeader(block, header, columnsKnown);
  if (known.size < MOST_RESOLVED && key.length < LONGEST_KEY) known.set(key, columns);
  return columns;
}

/** A nation's reports print a few dozen headers; each is worked out once. */
const resolved = new WeakMap<FormBlock, Map<string, Columns | null>>();
const MOST_RESOLVED = 500;
const LONGEST_KEY = 4000;
const headerKey = (row: HeaderRow): string =>
  row.map((cell) => `${cell.column}+${cell.columnSpan} ${cell.text}`).join('\t');

function resolveHeader(
  block: FormBlock,
  header: readonly HeaderRow[],
  columnsKnown: boolean,
): Columns | null {
  const cells = header.map((row) => row.filter((cell) => normaliseLabel(cell.text) !== ''));
  const placed = placedColumns(block, header, cells, columnsKnown);
  // A label that is damaged makes a header lack its column, and in order it is known all the same.
  const found = placed?.score === 1 ? placed : (orderedColumns(block, cells, columnsKnown) ?? placed);
  return (
    found && {
      ...found,
      score: found.score * explainedShare(block, cells),
      width: header.flat().reduce((end, cell) => Math.max(end, own(cell).to + 1), 0),
      units: printedUnits(block, cells),
      doubtful: doubtfulColumns(block, found.slots, cells),
    }
  );
}

/** 2021's one column is among 2019's three: the edition that leaves labels unexplained is the wrong one. */
function explainedShare(block: FormBlock, cells: readonly HeaderRow[]): number {
  const labels = cells.flat().filter((cell) => !isKnownElsewhere(block, cell));
  const explained = labels.filter((cell) => columnsNamed(block, cell).length > 0);
  return labels.length === 0 ? 1 : explained.length / labels.length;
}

/** （单位：元）, or the unit alone in brackets behind the column's name. */
const MONEY_UNIT =
  /(?:单位\s*[:：]?\s*(?:人民币)?\s*|\((?:人民币)?\s*(?=[^)]{1,3}\)))(亿元|[千百十]?万元|[千百十]?元)/;

function printedUnits(block: FormBlock, cells: readonly HeaderRow[]): ReadonlyMap<FormColumn, string> {
  const units = new Map<FormColumn, string>();
  for (const cell of cells.flat()) {
    const unit = MONEY_UNIT.exec(cell.text.normalize('NFKC'))?.[1];
    if (unit) for (const column of columnsNamed(block, cell)) units.set(column, unit);
  }
  return units;
}

/** What columns are whose order alone is known. */
export const withoutPlaces = { intervals: null, labels: null, width: 0 } as const;

/**
 * The columns in the form's own order: for a continuation that prints no header of its own. `withUnits` when its rows
 * print their units.
 */
export function assumedColumns(block: FormBlock, withUnits = false): Columns {
  const slots = block.columns.filter(
    (column) => isVariableColumn(column) || (withUnits && column.role === 'unit'),
  );
  return { ...withoutPlaces, block, slots, score: 0, units: new Map(), doubtful: new Map() };
}

interface HeaderGroup {
  readonly id: string;
  readonly row: number;
  readonly interval: Interval;
}

/** By geometry: every column found once, apart from the others, and under its group exactly. */
function placedColumns(
  block: FormBlock,
  header: readonly HeaderRow[],
  cells: readonly HeaderRow[],
  columnsKnown: boolean,
): Found | null {
  const groups = cells.flatMap((row, index) =>
    row.flatMap((cell) => {
      const id = groupNamed(block, cell);
      return id === null ? [] : [{ id, row: index, interval: overBlanks(cell, header[index] ?? []) }];
    }),
  );
  const found = new Map<FormColumn, { interval: Interval; row: HeaderRow; cell: GridCell }>();
  for (const [index, row] of cells.entries()) {
    for (const cell of row) {
      const named = columnsNamed(block, cell);
      const column = named.length > 1 ? underGroup(named, cell, index, groups) : named[0];
      if (column === undefined) continue;
      const known = found.get(column)?.interval;
      if (known && !isContinuation(known, cell)) return null;
      // 统计数 over the columns of several levels, and their 合计 below it: the number is in the narrower.
      if (!known || widthOf(own(cell)) < widthOf(known))
        found.set(column, { interval: own(cell), row: header[index] ?? [], cell });
    }
  }
  const wanted = printedColumns(block);
  const isWhole = wanted.every((column) => found.has(column));
  if (!isWhole && !(columnsKnown && namesEachPlace(block, header, found))) return null;
  const rowOf = (cell: GridCell): HeaderRow => header.find((row) => row.includes(cell)) ?? [];
  for (const [column, place] of [...found]) {
    const divided = dividedInto(block, place, cells);
    if (divided === 'unknown') return null;
    if (divided === null) continue;
    for (const cell of [divided.column, ...divided.others]) {
      const named = cell === divided.column ? column : foreignColumn(block, cell, column);
      found.set(named, { interval: own(cell), row: rowOf(cell), cell });
    }
  }
  for (const cell of foreignCells(
    block,
    found,
    groups.map((group) => group.interval),
    cells,
  ))
    found.set(foreignColumn(block, cell), { interval: own(cell), row: rowOf(cell), cell });
  const intervals = new Map(
    [...found].map(([column, { cell, row }]) => [
      column,
      extend(
        cell,
        row,
        [...found.values()].map((other) => other.interval),
      ),
    ]),
  );
  if (!areApart([...intervals.values()]) || !groupsHoldTheirOwn(intervals, groups, found, columnsKnown))
    return null;
  const ordered = [...intervals].sort(([, a], [, b]) => a.from - b.from);
  return {
    block,
    slots: ordered.map(([column]) => column),
    intervals: ordered.map(([, interval]) => interval),
    labels: ordered.map(([column, interval]) => found.get(column)?.interval ?? interval),
    score: wanted.filter((column) => found.has(column)).length / wanted.length,
  };
}

/** One column alone is any table's. */
const FEWEST_NAMED = 2;

/**
 * Whether a header that lacks columns of the form names all those that it has: each label is one of the form's, word
 * for word, each place behind the first column is one column's, and each group holds its columns and no place more.
 * A label that was lost leaves a place without one, and a damaged one is no word of the form.
 */
function namesEachPlace(
  block: FormBlock,
  header: readonly HeaderRow[],
  found: ReadonlyMap<FormColumn, HeaderPlace>,
): boolean {
  const places = [...found.values()].map(({ interval }) => interval).sort((a, b) => a.from - b.from);
  const left = places[0]?.from ?? 0;
  const cells = header.flat().filter((cell) => own(cell).to >= left);
  const isFilled = (from: number, to: number, within: readonly Interval[]): boolean =>
    within.reduce((next, interval) => (interval.from === next ? interval.to + 1 : -1), from) === to + 1;
  const end = Math.max(...cells.map((cell) => own(cell).to));
  return (
    places.length >= FEWEST_NAMED &&
    isFilled(left, end, places) &&
    cells.every((cell) => {
      const id = groupNamed(block, cell);
      if (id === null) return isNamedExactly(block, cell);
      const inside = [...found].filter(([column]) => column.group === id).map(([, { interval }]) => interval);
      const hasColumns = block.columns.some((column) => column.group === id);
      inside.sort((a, b) => a.from - b.from);
      return !hasColumns || isFilled(own(cell).from, own(cell).to, inside);
    })
  );
}

/** Whether a header that was read lacks columns of the form. */
export const lacksColumns = ({ block, slots }: Columns): boolean =>
  printedColumns(block).some((column) => !slots.includes(column));

/** 结果维持 stands once under each of three procedures: the nearest group above tells which. */
function underGroup(
  named: readonly FormColumn[],
  cell: GridCell,
  row: number,
  groups: readonly HeaderGroup[],
): FormColumn | undefined {
  const above = groups
    .filter((group) => group.row < row && covers(group.interval, own(cell)))
    .sort((a, b) => b.row - a.row);
  for (const group of above) {
    const column = named.find((candidate) => candidate.group === group.id);
    if (column) return column;
  }
  return undefined;
}

/**
 * Spans lost on the way leave labels over columns that are not theirs: then a group no longer covers just its own
 * columns. Without a group label all columns must stand in one row.
 */
function groupsHoldTheirOwn(
  intervals: ReadonlyMap<FormColumn, Interval>,
  groups: readonly HeaderGroup[],
  found: ReadonlyMap<FormColumn, { readonly row: HeaderRow }>,
  columnsKnown: boolean,
): boolean {
  const grouped = new Set([...found.keys()].flatMap((column) => column.group ?? []));
  for (const id of grouped) {
    const header = groups.filter((group) => group.id === id);
    // Flattened text prints a header level by level on one row: what stands last is not the rightmost column.
    if (header.length === 0)
      return columnsKnown && new Set([...found.values()].map((place) => place.row)).size === 1;
    for (const [column, interval] of intervals) {
      const inside = header.some((group) => covers(group.interval, interval));
      if (inside !== (column.group === id)) return false;
    }
  }
  return true;
}

/** A label broken over two rows (商业 / 企业) names its column twice over the same place. */
const isContinuation = (interval: Interval | undefined, cell: GridCell): boolean =>
  interval !== undefined && overlap(interval, own(cell));
