import type { TableId } from '../../src/forms/form.ts';
import { CATALOGUE } from '../labels/label-index.ts';

/** A row without a label prints at least so many of its numbers; fewer are the numbers of anything. */
const FEWEST_SHARE = 1 / 3;

/** The numbers that a row without a label must print when its header has so many columns. */
export const fewestUnlabelled = (columns: number): number => columns * FEWEST_SHARE;

const UNLABELLED_TABLES = new Set(
  CATALOGUE.filter(({ rows }) => rows[0]?.id === '').map(({ table }) => table),
);

/** Whether the form prints no label beside the numbers of a table: what stands there is a name. */
export const hasUnlabelledRow = (table: TableId | null): boolean =>
  table !== null && UNLABELLED_TABLES.has(table);

/** Columns of the tables whose rows have no label: fifteen outcomes of challenges. */
const UNLABELLED = CATALOGUE.filter(({ rows }) => rows[0]?.id === '').map(({ columns }) => columns.length);

/**
 * Whether so many numbers, alone in flattened text, may be a row without a label: all of its columns, or fewer where
 * blank cells left no number.
 */
export const mayBeUnlabelled = (numbers: number): boolean =>
  UNLABELLED.some((columns) => fewestUnlabelled(columns) <= numbers && numbers <= columns);
