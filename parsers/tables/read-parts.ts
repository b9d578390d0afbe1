import { type FormBlock, type FormRow, isVariableColumn, type TableId } from '../../src/forms/form.ts';
import type { Grid, GridCell } from '../grid.ts';
import { CATALOGUE } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { numbersColumns } from './column-numbers.ts';
import { assumedColumns, type Columns, lacksColumns, resolveColumns, withoutPlaces } from './columns.ts';
import { groupsOverColumns } from './group-rows.ts';
import { groupTotals, isGroupSum } from './group-sums.ts';
import { isBlank, overlap, own } from './intervals.ts';
import { matchRow, rowBetween } from './match-rows.ts';
import { type LabelColumns, labelColumns, mayBeMovedAside } from './moved-aside.ts';
import { namedByYear } from './named-by-year.ts';
import { partRows } from './part-rows.ts';
import { endOf, fitsColumns, type Placement, placeValues } from './place-values.ts';
import type { ReadRow } from './read-row.ts';
import type { DataRow, TablePart } from './table-part.ts';
import { fewestUnlabelled, hasUnlabelledRow } from './unlabelled-row.ts';

/** A printed row with numbers that no variable takes. */
export interface LeftoverRow {
  readonly table: TableId;
  readonly printed: DataRow;
  readonly values: readonly GridCell[];
  /** Why no variable misses it: it sums up the rows of a group, or its table was read elsewhere. */
  readonly known?: 'sum' | 'elsewhere';
}

export interface ReadTables {
  readonly rows: readonly ReadRow[];
  readonly leftovers: readonly LeftoverRow[];
}

/** Columns of earlier parts, for parts that print no header: a table cut by a page or by a careless paste. */
type Inherited = Map<string, { readonly columns: Columns; readonly width: number; readonly agreed: boolean }>;

/** @param year - the report's, for a column that is called by it */
export function readParts(parts: readonly TablePart[], year: number | null = null): ReadTables {
  const rows: ReadRow[] = [];
  const leftovers: LeftoverRow[] = [];
  const inherited: Inherited = new Map();
  const labels = labelColumns(parts);
  for (const part of parts.flatMap(groupsOverColumns).map((part) => namedByYear(part, year))) {
    const found = columnsOfPart(part, inherited);
    const own: ReadRow[] = [];
    const unread: DataRow[] = [];
    const gap = gapIn(part);
    const read = (printed: DataRow, row: FormRow | null | undefined): ReadRow | null => {
      const isDisputed = found !== null && !found.agreed && (part.headers.length === 0 || printed.row > gap);
      return found && row ? readRow(row, printed, found, isDisputed, labels) : null;
    };
    for (const printed of withoutSpacers(part.rows)) {
      const previous = (own.at(-1) ?? rows.at(-1))?.row ?? null;
      const named = read(printed, found && matchRow(found.columns.block, printed.labels, previous));
      if (named) own.push(named);
      else if (own.length === 0 && part.headers.length > 0 && numbersColumns(printed)) continue;
      else if (hasNumbers(withoutIgnored(printed.values, found?.columns))) unread.push(printed);
    }
    const between = unread.flatMap(
      (printed) => read(printed, rowOfGap(printed, own, unread, part.headers.length > 0)) ?? [],
    );
    const numbered = [...own, ...between].sort((a, b) => a.printed.row - b.printed.row);
    const unknown = unread.filter((printed) => !between.some((placed) => placed.printed === printed));
    const blank = part.blank.flatMap(
      (printed) => read(printed, blankRowAt(printed, found?.columns, numbered, unknown)) ?? [],
    );
    const inOrder = [...numbered, ...onceEach(blank)].sort((a, b) => a.printed.row - b.printed.row);
    const totals = groupTotals(inOrder);
    const single = inOrder.filter((row) => !totals.includes(row));
    const summed = partRows(doubtLabelsCounted(doubtCounted(doubtBeside(unknown, single))));
    rows.push(...summed.rows, ...summed.disputed.map(inDoubt));
    for (const { printed } of totals) leftovers.push({ ...leftOver(part.table, printed), known: 'sum' });
    for (const printed of [...unknown, ...summed.parts.map((row) => row.printed)]) {
      const isSum = found !== null && isGroupSum(printed, found.columns, single);
      leftovers.push({ ...leftOver(part.table, printed), ...(isSum ? { known: 'sum' as const } : {}) });
    }
  }
  const small = rows.filter((read) => isSmallBeside(read, rows));
  const kept = rows.filter((read) => !small.includes(read));
  const left = [...leftovers, ...small.map(({ block, printed }) => leftOver(block.table, printed))];
  return {
    rows: kept,
    leftovers: left.map((row) =>
      row.known || !isReadElsewhere(row, kept) ? row : { ...row, known: 'elsewhere' },
    ),
  };
}

/** A table of which nothing was read, beside the form's own that has its header: one of departments, or of the last year. */
const isReadElsewhere = ({ table, printed }: LeftoverRow, rows: readonly ReadRow[]): boolean => {
  const own = rows.filter(({ block, placement }) => block.table === table && placement.kind !== 'none');
  return (
    own.some(({ assumed }) => !assumed) && own.every((read) => read.printed.grid.index !== printed.grid.index)
  );
};

/** A row under fewer columns than the form has counts only where no row of the same name has them all. */
const isSmallBeside = ({ block, row, columns }: ReadRow, rows: readonly ReadRow[]): boolean =>
  lacksColumns(columns) &&
  rows.some(
    (other) => other.block.table === block.table && other.row.id === row.id && !lacksColumns(other.columns),
  );

const leftOver = (table: TableId, printed: DataRow): LeftoverRow => ({
  table,
  printed,
  values: printed.values,
});

const inDoubt = (read: ReadRow): ReadRow => ({ ...read, placement: unplaced(read.placement, false) });

/** The row of a damaged label that stands alone between two rows that were read. */
function rowOfGap(
  printed: DataRow,
  own: readonly ReadRow[],
  unread: readonly DataRow[],
  hasHeader: boolean,
): FormRow | null {
  const before = own.findLast((read) => read.printed.row < printed.row);
  const after = own.find((read) => read.printed.row > printed.row);
  if (!after || (!before && !hasHeader)) return null;
  const isAlone = unread.every(
    ({ row }) => row === printed.row || row < (before?.printed.row ?? 0) || row > after.printed.row,
  );
  const placed = isAlone ? rowBetween(after.block, printed.labels, before?.row ?? null, after.row) : null;
  return own.some(({ row }) => row === placed) ? null : placed;
}

/**
 * The row of a varied label that has nothing but blank cells behind it. A number would vouch for the label; here its
 * place has to: between the rows that were read just before and after it, where the form has it and no number is left.
 */
function blankRowAt(
  printed: DataRow,
  columns: Columns | undefined,
  read: readonly ReadRow[],
  unknown: readonly DataRow[],
): FormRow | null {
  const block = columns?.block;
  const before = read.findLast((other) => other.printed.row < printed.row);
  const after = read.find((other) => other.printed.row > printed.row);
  if (!block || hasUnlabelledRow(block.table) || (!before && !after)) return null;
  const isBetween = ({ row }: DataRow): boolean =>
    row > (before?.printed.row ?? -1) && row < (after?.printed.row ?? Number.POSITIVE_INFINITY);
  if (unknown.some(isBetween)) return null;
  const from = before ? block.rows.indexOf(before.row) + 1 : 0;
  const to = after ? block.rows.indexOf(after.row) : block.rows.length;
  const row = matchRow(block, printed.labels);
  return row && block.rows.slice(from, to).includes(row) ? row : null;
}

/** Two blank rows that might be the same one are neither. */
const onceEach = (rows: readonly ReadRow[]): readonly ReadRow[] =>
  rows.filter(({ row }) => rows.filter((other) => other.row === row).length === 1);

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
function doubtCounted(rows: readonly ReadRow[]): readonly ReadRow[] {
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
function doubtLabelsCounted(rows: readonly ReadRow[]): readonly ReadRow[] {
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
function doubtBeside(unknown: readonly DataRow[], rows: readonly ReadRow[]): readonly ReadRow[] {
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

const countedCells = ({ placement }: ReadRow): readonly GridCell[] =>
  placement.kind === 'placed' && placement.counted ? placement.values.flatMap(({ cells }) => cells) : [];

/** The blank cells between a row's label and the first cell that counts as a number. */
function droppedBefore(read: ReadRow): readonly GridCell[] {
  const first = countedCells(read)[0];
  return first ? read.printed.values.filter((cell) => cell.column < first.column) : [];
}

/** Rows without label and numbers are spacers as long as the part has a row without label that prints some. */
function withoutSpacers(rows: readonly DataRow[]): readonly DataRow[] {
  const isEmpty = (row: DataRow): boolean =>
    [...row.labels, ...row.values].every(
      (cell) => normaliseLabel(cell.text) === '' && cleanText(cell.text) === '',
    );
  return rows.some((row) => !isEmpty(row)) ? rows.filter((row) => !isEmpty(row)) : rows.slice(0, 1);
}

/** A heading may have a running number too; where only the order is known, a row of all cells has it in its place. */
function withoutIgnored(cells: readonly GridCell[], columns: Columns | undefined): readonly GridCell[] {
  if (columns?.intervals === null && cells.length === columns.slots.length)
    return cells.filter((_, at) => columns.slots[at]?.role !== 'ignored');
  const ignored = columns?.slots.flatMap((column, at) =>
    column.role === 'ignored' ? (columns.intervals?.[at] ?? []) : [],
  );
  return cells.filter((cell) => !ignored?.some((interval) => overlap(interval, own(cell))));
}

const hasNumbers = (cells: readonly GridCell[]): boolean =>
  cells.some((cell) => /\d/.test(cleanText(cell.text)));

/** The row behind which other rows than those of data (a blank one, a note) part the rows from their header. */
function gapIn({ rows }: TablePart): number {
  const last = rows.find(({ row }, at) => (rows[at + 1]?.row ?? row) > row + 1);
  return last?.row ?? Number.POSITIVE_INFINITY;
}

interface PartColumns {
  readonly columns: Columns;
  readonly assumed: boolean;
  /** False when headers name the columns in different orders: which of them goes on without one nobody can know. */
  readonly agreed: boolean;
}

/** The columns of a part by its own header, else by the header of the part it continues, else by the form. */
function columnsOfPart(part: TablePart, inherited: Inherited): PartColumns | null {
  const key = `${part.table} ${part.blockId ?? ''}`;
  const width = gridWidth(part);
  const candidates = candidateBlocks(part);
  const resolved = candidates
    .map((block) => resolveColumns(block, part.headers, part.grid.columnsKnown))
    .filter((columns): columns is Columns => columns !== null && isBorneOut(columns, part))
    .sort((a, b) => b.score - a.score);
  const best = resolved[0];
  if (best && best.score > (resolved[1]?.score ?? -1)) {
    const columns = part.grid.columnsKnown ? withRoom(best, part) : { ...best, ...withoutPlaces };
    const before = inherited.get(key);
    const agreed = before === undefined || (before.agreed && sameOrder(before.columns, columns));
    inherited.set(key, { columns, width, agreed });
    return { columns, assumed: false, agreed };
  }
  const earlier = inherited.get(key);
  if (earlier && part.headers.length === 0 && isBorneOut(earlier.columns, part)) {
    const { columns } = earlier;
    const samePlaces = earlier.width === width && part.grid.columnsKnown;
    const placed = samePlaces ? columns : { ...columns, ...withoutPlaces };
    return { columns: placed, assumed: false, agreed: earlier.agreed };
  }
  const block = blockByArity(candidates, part);
  return block && { columns: assumedColumns(block, printUnits(block, part)), assumed: true, agreed: true };
}

/** Rows that must go on alike behind the header before what stands there is a column without a label. */
const FEWEST_LONG = 3;

/**
 * The columns with room for a blank cell that most rows print behind the header's last: a column that has no label and
 * no number. One row that goes on has a cell too many, and rows that print nothing under the first label may have it
 * before their numbers.
 */
function withRoom(columns: Columns, { rows }: TablePart): Columns {
  const first = columns.labels?.[0];
  if (!first) return columns;
  const end = Math.max(0, ...rows.map(({ values }) => endOf(values)).filter(isMostOften));
  const long = rows.filter(
    ({ values }) =>
      endOf(values) === end && values.every((cell) => cell.column < columns.width || isBlank(cell)),
  );
  const sure = long.filter(({ values }) =>
    values.some((cell) => overlap(first, own(cell)) && !isBlank(cell)),
  );
  const isColumn = end > columns.width && long.length * 2 > rows.length && sure.length >= FEWEST_LONG;
  return isColumn ? { ...columns, width: end } : columns;
}

const isMostOften = (end: number, _: number, ends: readonly number[]): boolean =>
  ends.filter((other) => other === end).length * 2 > ends.length;

/** A header that lacks columns of the form is believed where each row of numbers has just its places. */
const isBorneOut = (columns: Columns, { rows }: TablePart): boolean =>
  !lacksColumns(columns) ||
  rows
    .map((printed) =>
      hasUnlabelledRow(columns.block.table) ? valuesOfUnlabelled(printed, columns) : printed.values,
    )
    .every((values) => !hasNumbers(values) || fitsColumns(values, columns));

const sameOrder = (a: Columns, b: Columns): boolean =>
  a.slots.map(({ id }) => id).join() === b.slots.map(({ id }) => id).join();

function candidateBlocks(part: TablePart): readonly FormBlock[] {
  const ofTable = CATALOGUE.filter((block) => block.table === part.table);
  const named = ofTable.filter((block) => part.blockId === null || block.id === part.blockId);
  const fitting = named.filter((block) => part.rows.some((printed) => matchRow(block, printed.labels)));
  return fitting.length > 0 ? fitting : named;
}

/** Without a header only the number of columns can tell the editions apart, if it does. */
function blockByArity(candidates: readonly FormBlock[], part: TablePart): FormBlock | null {
  if (candidates.length === 1) return candidates[0] ?? null;
  const most = Math.max(
    0,
    ...part.rows.map((row) => row.values.filter((cell) => cleanText(cell.text) !== '').length),
  );
  const fitting = candidates.filter((block) => block.columns.filter(isVariableColumn).length === most);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Whether the numbers of a part stand behind the units of their rows. */
function printUnits(block: FormBlock, { rows }: TablePart): boolean {
  const units = new Set(block.rows.flatMap((row) => row.printedUnit ?? []));
  const behindUnit = rows.filter(({ values }) => units.has(cleanText(values[0]?.text ?? '')));
  return behindUnit.length * 2 > rows.length;
}

const widths = new WeakMap<Grid, number>();

/** Asked once for each part of a grid, and a disclosure table has five. */
function gridWidth({ grid }: TablePart): number {
  let width = widths.get(grid) ?? 0;
  if (width > 0) return width;
  for (const row of grid.rows) for (const cell of row) width = Math.max(width, cell.column + cell.columnSpan);
  widths.set(grid, width);
  return width;
}

function readRow(
  row: FormRow,
  printed: DataRow,
  { columns, assumed }: PartColumns,
  isDisputed: boolean,
  labels: LabelColumns,
): ReadRow | null {
  if (row.id === '' && !isValueRow(printed, columns)) return null;
  const values = row.id === '' ? valuesOfUnlabelled(printed, columns) : printed.values;
  const placed = doubtUnits(placeValues(values, columns));
  const isOpen = isDisputed || mayBeMovedAside(values, row, columns, labels);
  const isOrdered = !isDisputed && !assumed;
  const placement = isOpen || placed.kind === 'unplaced' ? unplaced(placed, isOrdered) : placed;
  return { block: columns.block, row, columns, placement, printed, assumed };
}

/** A number where the unit should stand: the cells are not what the header says. */
function doubtUnits(placement: Placement): Placement {
  if (placement.kind !== 'placed') return placement;
  const units = placement.values.filter(({ column }) => column.role === 'unit').flatMap(({ cells }) => cells);
  if (!units.some((cell) => /^\d+$/.test(cleanText(cell.text)))) return placement;
  return unplaced(placement, false);
}

/** The same numbers without their columns; `ordered` when no more than lost blank cells can have moved them. */
export function unplaced(placement: Placement, ordered: boolean): Placement {
  if (placement.kind === 'none') return placement;
  const cells = placement.kind === 'placed' ? placement.values.length : placement.cells;
  const wasOrdered = placement.kind === 'placed' || placement.ordered;
  return { kind: 'unplaced', tokens: printedIn(placement), cells, ordered: ordered && wasOrdered };
}

/** The challenges table's only row has no label: it is the row that prints values where its columns are. */
const isValueRow = (printed: DataRow, columns: Columns): boolean =>
  [...printed.labels, ...printed.values].length >= fewestUnlabelled(columns.slots.length);

function valuesOfUnlabelled(printed: DataRow, columns: Columns): readonly GridCell[] {
  const all = [...printed.labels, ...printed.values];
  const surplus = all.length - columns.slots.length;
  const firstIsLabel = surplus === 1 && printed.labels.some((cell) => normaliseLabel(cell.text) !== '');
  return firstIsLabel ? all.slice(1) : all;
}
