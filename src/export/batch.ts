import type { Row, Value } from './release-table.ts';

/** Rows column by column, `batch[column][row]`: a format that reads a column at a time need not turn them. */
export type Batch = readonly Value[][];

export const newBatch = ({ columns }: { readonly columns: readonly unknown[] }): Batch =>
  columns.map(() => []);

export const rowsIn = (batch: Batch): number => batch[0]?.length ?? 0;

/** The same rows column by column. */
export function batchOf(table: { readonly columns: readonly unknown[] }, rows: readonly Row[]): Batch {
  return table.columns.map((_, at) => rows.map((row) => row[at] ?? null));
}
