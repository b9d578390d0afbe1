import type { FormRow, TableId } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { numbersColumns } from './column-numbers.ts';
import { lacksColumns } from './columns.ts';
import { markContested } from './contested-tables.ts';
import { doubtBeside, doubtCounted, doubtLabelsCounted, doubtShared, unplaced } from './doubt-rows.ts';
import type { Columns } from './found-columns.ts';
import { groupsOverColumns } from './group-rows.ts';
import { groupTotals, isGroupSum } from './group-sums.ts';
import { hasNumbers, overlap, own } from './intervals.ts';
import { isNamedSo, matchRow, rowBetween } from './match-rows.ts';
import { type LabelColumns, labelColumns, mayBeMovedAside } from './moved-aside.ts';
import { namedByYear } from './named-by-year.ts';
import { columnsOfPart, type Inherited, type PartColumns, valuesOfUnlabelled } from './part-columns.ts';
import { partRows } from './part-rows.ts';
import { type Placement, placeValues } from './place-values.ts';
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
      const isUnderOwn = part.headers.length > 0 && printed.row <= gap && !found?.assumed;
      const isDisputed = found !== null && !found.agreed && !isUnderOwn;
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
    const summed = partRows(doubtShared(doubtLabelsCounted(doubtCounted(doubtBeside(unknown, single)))));
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
    rows: markContested(kept),
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

/** Rows without label and numbers are spacers as long as the part has a row without label that prints some. */
function withoutSpacers(rows: readonly DataRow[]): readonly DataRow[] {
  const isEmpty = (row: DataRow): boolean =>
    [...row.labels, ...row.values].every(
      (cell) => normaliseLabel(cell.text) === '' && cleanText(cell.text) === '',
    );
  const own = rows.filter((row) => !isPageNumber(row));
  return own.some((row) => !isEmpty(row)) ? own.filter((row) => !isEmpty(row)) : own.slice(0, 1);
}

/** A number alone in a row, across the columns: the foot of a page that was pasted along with the table. */
const isPageNumber = ({ labels, values: [only, ...more] }: DataRow): boolean =>
  labels.length === 0 &&
  more.length === 0 &&
  only !== undefined &&
  only.column === 0 &&
  only.columnSpan > 1 &&
  /^\d{1,3}$/.test(cleanText(only.text));

/** A heading may have a running number too; where only the order is known, a row of all cells has it in its place. */
function withoutIgnored(cells: readonly GridCell[], columns: Columns | undefined): readonly GridCell[] {
  if (columns?.intervals === null && cells.length === columns.slots.length)
    return cells.filter((_, at) => columns.slots[at]?.role !== 'ignored');
  const ignored = columns?.slots.flatMap((column, at) =>
    column.role === 'ignored' ? (columns.intervals?.[at] ?? []) : [],
  );
  return cells.filter((cell) => !ignored?.some((interval) => overlap(interval, own(cell))));
}

/** The row behind which other rows than those of data (a blank one, a note) part the rows from their header. */
function gapIn({ rows }: TablePart): number {
  const last = rows.find(({ row }, at) => (rows[at + 1]?.row ?? row) > row + 1);
  return last?.row ?? Number.POSITIVE_INFINITY;
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
  const isOtherwiseNamed = !isNamedSo(columns.block, row, printed.labels);
  return { block: columns.block, row, columns, placement, printed, isOtherwiseNamed, assumed };
}

/** A number where the unit should stand: the cells are not what the header says. */
function doubtUnits(placement: Placement): Placement {
  if (placement.kind !== 'placed') return placement;
  const units = placement.values.filter(({ column }) => column.role === 'unit').flatMap(({ cells }) => cells);
  if (!units.some((cell) => /^\d+$/.test(cleanText(cell.text)))) return placement;
  return unplaced(placement, false);
}

/** The challenges table's only row has no label: it is the row that prints values where its columns are. */
const isValueRow = (printed: DataRow, columns: Columns): boolean =>
  [...printed.labels, ...printed.values].length >= fewestUnlabelled(columns.slots.length);
