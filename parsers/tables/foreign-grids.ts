import { type FormBlock, isVariableColumn, type TableId } from '../../src/forms/form.ts';
import type { Grid, GridCell } from '../grid.ts';
import { CATALOGUE, meaningsOf } from '../labels/label-index.ts';
import { hasText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import { resolveColumns } from './columns.ts';
import { matchRow } from './match-rows.ts';
import type { TablePart } from './table-part.ts';

/** What the parts of one grid print of the form: rows by their ids, and whether under a header that is the form's. */
interface Printed {
  readonly table: TableId;
  readonly rows: readonly string[];
  readonly isUnderHeader: boolean;
}

/**
 * Grids that print rows of the form under a heading of their own (类别 | 数量 and below it 行政许可, 总计): small tables of
 * departments, townships or years that a report adds; and whole tables that are captioned as those of another year or body. Only
 * where the form's table is printed as well, under its own header and with all of those rows: then nothing is lost with
 * them, and their numbers are not the report's. `glued`: stretches of rows of the form's grids, see `gluedRows`.
 */
export function foreignGrids(
  parts: readonly TablePart[],
  isOfAnother: (grid: Grid) => boolean,
  glued: ReadonlySet<Grid>,
): ReadonlySet<Grid> {
  const printed = new Map<Grid, Printed[]>([...glued].map((grid) => [grid, []]));
  for (const part of parts)
    printed.set(part.grid, [...(printed.get(part.grid) ?? []), printedBy(part, glued.has(part.grid))]);
  const all = [...printed].flatMap(([grid, of]) => (isOfAnother(grid) ? [] : of));
  const own = new Set(all.filter((part) => part.isUnderHeader).flatMap(keysOf));
  const isYearly = all.some(({ table, isUnderHeader }) => table === 'applications' && isUnderHeader);
  const foreign = [...printed].filter(([grid, of]) => {
    if (isYearly && of.every(isFewStatistics)) return true;
    if (!of.flatMap(keysOf).every((key) => own.has(key))) return false;
    if (isOfAnother(grid)) return true;
    const tables = of.map(({ table }) => table);
    return !of.some((part) => part.isUnderHeader) && (glued.has(grid) || hasOwnHeading(grid, tables));
  });
  return new Set(foreign.map(([grid]) => grid));
}

/** The form of 2013 to 2018 has 75 rows: a few of their labels in a report of the later form are its own statistics. */
const isFewStatistics = ({ table, rows }: Printed): boolean =>
  table === 'statistics' && rows.length < FEWEST_STATISTICS;

const FEWEST_STATISTICS = 20;

const keysOf = ({ table, rows }: Printed): readonly string[] => rows.map((row) => `${table} ${row}`);

/** Where other tables stand in the same lines, 其他 is the form's only before as many numbers as the form has there. */
function printedBy(part: TablePart, isGlued: boolean): Printed {
  const blocks = CATALOGUE.filter(
    ({ table, id }) => table === part.table && (part.blockId === null || part.blockId === id),
  );
  const rows = part.rows.flatMap(
    ({ labels, values }) =>
      rowNamed(isGlued ? blocks.filter((block) => mayHold(block, values)) : blocks, labels) ?? [],
  );
  // A header above no row of its table (机构设置 | 数量 above 行政许可) says nothing of the rows that follow.
  const isUnderHeader =
    rows.length > 0 &&
    part.headers.length > 0 &&
    blocks.some((block) => resolveColumns(block, part.headers, part.grid.columnsKnown) !== null);
  return { table: part.table, rows, isUnderHeader };
}

const mayHold = ({ columns }: FormBlock, values: readonly GridCell[]): boolean =>
  values.length >= columns.filter(isVariableColumn).length;

function rowNamed(blocks: readonly FormBlock[], labels: readonly GridCell[]): string | null {
  for (const block of blocks) {
    const row = matchRow(block, labels);
    if (row) return row.id;
  }
  return null;
}

/** Whether the first row is a heading, filled throughout, and not of the columns that the form's tables have. */
function hasOwnHeading({ rows }: Grid, tables: readonly TableId[]): boolean {
  const first = rows.find((row) => row.filter(({ text }) => hasText(text)).length > 1) ?? [];
  const isHeading = first.every(({ text }) => hasText(text) && !looksLikeValue(text));
  return isHeading && first.some(({ text }) => !namesColumn(text, tables));
}

const namesColumn = (text: string, tables: readonly TableId[]): boolean =>
  meaningsOf(text).some(
    ({ kind, block }) => tables.includes(block.table) && kind !== 'row' && kind !== 'rowGroup',
  );
