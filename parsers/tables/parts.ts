import type { TableId } from '../../src/forms/form.ts';
import type { Grid, GridCell } from '../grid.ts';
import { CATALOGUE, meaningsOf } from '../labels/label-index.ts';
import { hasText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import { foreignGrids } from './foreign-grids.ts';
import { gluedRows, onlyRows, type Stretch, withoutRows } from './glued-rows.ts';
import { blocksOfRowLabel, classifyRows, type PrintedRow } from './rows.ts';
import { halvesOf } from './side-by-side.ts';
import { rowsOfLines } from './stacked-rows.ts';
import type { DataRow, TablePart } from './table-part.ts';
import { fewestUnlabelled } from './unlabelled-row.ts';

interface OpenPart {
  table: TableId;
  blockId: string | null;
  grid: Grid;
  headers: (readonly GridCell[])[];
  rows: DataRow[];
  blank: DataRow[];
}

/** Labels of the form that a grid must print to be one of the report's tables; chrome prints one by chance. */
const FEWEST_LABELS = 2;

/**
 * Cuts the grids of a document into table parts, in document order. Rows, not grids, decide: one grid may hold
 * all three tables, and one table may lie in several grids.
 */
export function cutIntoParts(
  grids: readonly Grid[],
  isOfAnother: (grid: Grid) => boolean = () => false,
): CutParts {
  const apart = grids.map(takeApart);
  const glued = new Set(apart.flatMap(({ glued }) => glued.map(({ grid }) => grid)));
  const cut = cutAll(apart.flatMap(({ rest, glued }) => [rest, ...glued.map(({ grid }) => grid)]));
  const others = foreignGrids(cut.parts, isOfAnother, glued);
  const foreign = apart.flatMap(({ whole, rest, glued }): ForeignRows[] =>
    others.has(rest)
      ? [{ table: whole.index, rows: null }]
      : glued.filter(({ grid }) => others.has(grid)).map(({ rows }) => ({ table: whole.index, rows })),
  );
  if (glued.size === 0 && foreign.length === 0) return { ...cut, foreign };
  const own = new Map(
    apart.flatMap(({ whole, rest, glued }): [Grid, Grid][] => {
      if (others.has(rest)) return [];
      const stretches = glued.filter(({ grid }) => others.has(grid)).map(({ rows }) => rows);
      return [[stretches.length === 0 ? whole : withoutRows(whole, stretches), whole]];
    }),
  );
  const { parts, used } = cutAll([...own.keys()]);
  return { parts, used: new Set([...used].flatMap((grid) => own.get(grid) ?? [])), foreign };
}

/** A grid, and the tables of their own that stand in its lines. */
interface Apart {
  readonly whole: Grid;
  readonly rest: Grid;
  readonly glued: readonly { readonly rows: Stretch; readonly grid: Grid }[];
}

function takeApart(whole: Grid): Apart {
  const stretches = gluedRows(whole);
  if (stretches.length === 0) return { whole, rest: whole, glued: [] };
  const glued = stretches.map((rows) => ({ rows, grid: onlyRows(whole, rows) }));
  return { whole, rest: withoutRows(whole, stretches), glued };
}

export interface CutParts {
  readonly parts: readonly TablePart[];
  readonly used: ReadonlySet<Grid>;
  /** Tables with rows of the form, and rows beside the form's, that are none of the report's own. */
  readonly foreign: readonly ForeignRows[];
}

/** All rows of a table, or a stretch of them. */
export interface ForeignRows {
  readonly table: number;
  readonly rows: Stretch | null;
}

function cutAll(grids: readonly Grid[]): Omit<CutParts, 'foreign'> {
  const parts: OpenPart[] = [];
  const used = new Set<Grid>();
  let current: TableId | null = null;
  for (const whole of grids) {
    for (const grid of halvesOf(whole)) {
      if (countLabels(grid) < FEWEST_LABELS && !isContinuation(grid, current)) continue;
      used.add(whole);
      let open: OpenPart | null = null;
      for (const [index, cells] of grid.rows.entries()) {
        const hanging = hangsInto(open, index, cells);
        const rows = hanging ? [hanging] : rowsOfLines(cells).flatMap((line) => classifyRows(line, current));
        for (const row of rows) {
          open = takeRow(row, index, grid, open, current, parts);
          current = open?.table ?? current;
        }
      }
    }
  }
  return { parts: parts.filter((part) => part.rows.length > 0 || part.headers.length > 0), used };
}

/**
 * A row beside a header's first cell that hangs down is the header's too, whatever its words mean elsewhere: it has no
 * place for a label (区政府, 乡镇街道 and 合计 under 统计数). So is one of labels alone that begins with a blank cell
 * (本年 and 上年 under each column). Null where that is not so.
 */
function hangsInto(open: OpenPart | null, index: number, cells: readonly GridCell[]): PrintedRow | null {
  if (open === null || open.rows.length > 0 || open.headers.length === 0) return null;
  const printed = cells.filter((cell) => hasText(cell.text));
  if (!printed.every(({ text }) => YEAR.test(text) || !/\d/.test(text))) return null;
  const isBeside = open.headers.some(
    ([first]) => first && first.row < index && first.row + first.rowSpan > index,
  );
  const isHeader = isBeside ? printed.length > 0 : printed.length > 1 && isOfLabels(cells, printed);
  return isHeader ? { kind: 'header', table: open.table, cells } : null;
}

const YEAR = /^\s*20\d{2}\s*年度?\s*$/;

/** Whether a row's first cell is blank and the others neither numbers nor labels of rows. */
const isOfLabels = ([first]: readonly GridCell[], printed: readonly GridCell[]): boolean =>
  first !== undefined &&
  first !== printed[0] &&
  printed.every(
    ({ text }) =>
      (YEAR.test(text) || !looksLikeValue(text)) &&
      meaningsOf(text).every(({ kind }) => kind !== 'row' && kind !== 'rowGroup'),
  );

function countLabels(grid: Grid): number {
  let labels = 0;
  for (const cell of grid.rows.flat()) {
    if (meaningsOf(cell.text).length > 0 && ++labels >= FEWEST_LABELS) return labels;
  }
  return labels;
}

/**
 * A grid of one labelled row can only be the rest of a table that a page break cut, and so can numbers alone where
 * the table's rows have no label.
 */
const isContinuation = (grid: Grid, current: TableId | null): boolean =>
  current !== null &&
  grid.rows.filter(isDrawnAcross).length <= 2 &&
  grid.rows.some((row) => row.length >= 2 && (countLabels(grid) > 0 || isUnlabelledRow(row, grid, current)));

/** A sheet's rows of prose have one cell with text; they are no rows of a table. */
const isDrawnAcross = (row: readonly GridCell[]): boolean =>
  row.filter((cell) => hasText(cell.text)).length > 1;

/** Blank cells beside the numbers of a row without a label. */
const MOST_FILLER = 3;

const isUnlabelledRow = (row: readonly GridCell[], { columnsKnown }: Grid, table: TableId): boolean =>
  row.every((cell) => looksLikeValue(cell.text)) &&
  CATALOGUE.some(
    ({ rows, columns, ...block }) =>
      block.table === table &&
      rows[0]?.id === '' &&
      row.length >= (columnsKnown ? columns.length : fewestUnlabelled(columns.length)) &&
      row.length <= columns.length + MOST_FILLER,
  );

function takeRow(
  row: PrintedRow,
  index: number,
  grid: Grid,
  open: OpenPart | null,
  current: TableId | null,
  parts: OpenPart[],
): OpenPart | null {
  const start = (table: TableId, blockId: string | null): OpenPart => {
    const part: OpenPart = { table, blockId, grid, headers: [], rows: [], blank: [] };
    parts.push(part);
    return part;
  };
  switch (row.kind) {
    case 'text':
      open?.blank.push(...blankRow(row.cells, index, grid));
      return open;
    case 'head':
      return start('disclosure', row.blockId);
    case 'header': {
      const target =
        open && open.table === row.table && open.rows.length === 0 ? open : start(row.table, null);
      target.headers.push(row.cells);
      return target;
    }
    case 'data': {
      const table = row.table ?? open?.table ?? current;
      if (table === null) return open;
      const target =
        open && belongs(open, table, row.labels) ? open : start(table, blockOf(table, row.labels));
      target.blockId ??= blockOf(table, row.labels);
      target.rows.push({ grid, row: index, labels: row.labels, values: row.values });
      return target;
    }
  }
}

/** A label with nothing but blank cells behind it; none where the row is anything else. */
function blankRow(cells: readonly GridCell[], row: number, grid: Grid): readonly DataRow[] {
  const last = cells.findLastIndex((cell) => hasText(cell.text));
  const [labels, values] = [cells.slice(0, last + 1), cells.slice(last + 1)];
  return labels.length > 0 && values.length > 0 ? [{ grid, row, labels, values }] : [];
}

function blockOf(table: TableId, labels: readonly GridCell[]): string | null {
  if (table !== 'disclosure') return null;
  return (
    labels.flatMap((cell) => blocksOfRowLabel(cell.text)).find((block) => block.table === table)?.id ?? null
  );
}

/** 行政处罚 printed under the title of another item starts an item of its own whose title is missing. */
function belongs(open: OpenPart, table: TableId, labels: readonly GridCell[]): boolean {
  if (open.table !== table) return false;
  const block = blockOf(table, labels);
  return block === null || open.blockId === null || open.blockId === block;
}
