import { type FormBlock, isVariableColumn } from '../../src/forms/form.ts';
import type { Grid, GridCell } from '../grid.ts';
import { CATALOGUE } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { assumedColumns, lacksColumns, resolveColumns, withoutPlaces } from './columns.ts';
import type { Columns } from './found-columns.ts';
import { hasNumbers, isBlank, overlap, own } from './intervals.ts';
import { matchRow } from './match-rows.ts';
import { contradictsForm } from './ordered-columns.ts';
import { endOf, fitsColumns } from './place-values.ts';
import type { DataRow, TablePart } from './table-part.ts';
import { hasUnlabelledRow } from './unlabelled-row.ts';

/** Columns of earlier parts, for parts that print no header: a table cut by a page or by a careless paste. */
export type Inherited = Map<
  string,
  { readonly columns: Columns; readonly width: number; readonly agreed: boolean }
>;

/** The columns that a part's rows are read by. */
export interface PartColumns {
  readonly columns: Columns;
  readonly assumed: boolean;
  /** False when headers name the columns in different orders, or an unread one in another than was assumed. */
  readonly agreed: boolean;
}

/** The columns of a part by its own header, else by the header of the part it continues, else by the form. */
export function columnsOfPart(part: TablePart, inherited: Inherited): PartColumns | null {
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
  if (!block) return null;
  const agreed = !contradictsForm(block, part.headers);
  return { columns: assumedColumns(block, printUnits(block, part)), assumed: true, agreed };
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

/** The cells of a row that has no label: all, but for a first one that is a name. */
export function valuesOfUnlabelled(printed: DataRow, columns: Columns): readonly GridCell[] {
  const all = [...printed.labels, ...printed.values];
  const surplus = all.length - columns.slots.length;
  const firstIsLabel = surplus === 1 && printed.labels.some((cell) => normaliseLabel(cell.text) !== '');
  return firstIsLabel ? all.slice(1) : all;
}
