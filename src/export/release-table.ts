import type { Message } from '../model/finding.ts';

export const FORMATS = ['csv', 'parquet', 'xlsx', 'sqlite', 'stata'] as const;
export type Format = (typeof FORMATS)[number];

/** What a field of a table holds. Codes and dates are text: 010101 is no number. */
export const COLUMN_TYPES = ['text', 'integer', 'number'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** One field of a row; null is "no value", never 0 or ''. */
export type Value = string | number | null;
export type Row = readonly Value[];

export interface HeldWhen {
  readonly column: string;
  readonly is: string;
}

export interface Column {
  /** At most 32 letters, digits and underscores: a valid name in Stata (docs/export.md). */
  readonly name: string;
  readonly type: ColumnType;
  readonly label: Message;
  /** Words of the source, not of a closed list: guarded against formulas where a program might run them. */
  readonly free?: true;
  /** The closed list that the value is of. */
  readonly categories?: readonly string[];
  /** Formats that leave the column out: it stands in `reports`, or is a text for programs only. */
  readonly omit?: readonly Format[];
  /** Index of the column that says why there is no value: Stata gets an extended missing value for it. */
  readonly statusAt?: number;
  /** The same on all rows of a report. */
  readonly shared?: true;
  /** No row is without it. */
  readonly required?: true;
  /** It has a value exactly on the rows on which another column has this one. */
  readonly heldWhen?: HeldWhen;
}

export interface ReleaseTable {
  readonly name: string;
  readonly title: Message;
  readonly columns: readonly Column[];
  /** Names of the columns that together are unique. */
  readonly key: readonly string[];
  /** Index of the column whose values Parquet makes files of. */
  readonly partitionAt?: number;
  /** Formats in which the table is not written. */
  readonly omit?: readonly Format[];
}

/** The columns of a format, with their index in a row. */
export function columnsIn(table: ReleaseTable, format: Format): (Column & { readonly at: number })[] {
  return table.columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ omit }) => omit?.includes(format) !== true);
}

export const isIn = (table: ReleaseTable, format: Format): boolean => table.omit?.includes(format) !== true;
