import type { Column, Row, Value } from './release-table.ts';

/**
 * Rows of some reports, column by column. What a report says of all its rows is held once; a text is held once and
 * told by its number; numbers are 64-bit floats. So every format reads a column without turning or hashing it again.
 */
export interface Batch {
  readonly columns: readonly BatchColumn[];
  /** How many rows each report has, in order. */
  readonly rows: number[];
}

export type BatchColumn = SharedColumn | TextColumn | NumberColumn;

/** One value for each report, the same on all its rows. */
export interface SharedColumn {
  readonly kind: 'shared';
  readonly values: Value[];
}

export interface TextColumn {
  readonly kind: 'text';
  /** Each row's index in `texts`; beyond `length` there is only room. */
  codes: Int32Array<ArrayBuffer>;
  length: number;
  /** In the order in which they came; the first stands for no value. */
  readonly texts: (string | null)[];
  readonly codeOf: Map<string, number>;
  last: Value;
  lastCode: number;
}

export interface NumberColumn {
  readonly kind: 'number';
  /** NaN is no value; beyond `length` there is only room. */
  values: Float64Array<ArrayBuffer>;
  length: number;
}

const FIRST_ROOM = 1024;

export const newBatch = ({ columns }: { readonly columns: readonly Column[] }): Batch => ({
  columns: columns.map(newColumn),
  rows: [],
});

function newColumn({ type, shared }: Column): BatchColumn {
  if (shared) return { kind: 'shared', values: [] };
  if (type !== 'text') return { kind: 'number', values: new Float64Array(FIRST_ROOM), length: 0 };
  const codes = new Int32Array(FIRST_ROOM);
  return { kind: 'text', codes, length: 0, texts: [null], codeOf: new Map(), last: null, lastCode: 0 };
}

/** Takes all rows out and keeps the room for those that come next. */
export function clearBatch({ columns, rows }: Batch): void {
  rows.length = 0;
  for (const column of columns) {
    if (column.kind === 'shared') column.values.length = 0;
    else column.length = 0;
    if (column.kind !== 'text') continue;
    column.texts.length = 1;
    column.codeOf.clear();
    column.last = null;
    column.lastCode = 0;
  }
}

/** @param value - of a shared column: that of the whole report */
export function pushValue(column: BatchColumn, value: Value): void {
  if (column.kind === 'number') pushNumber(column, value as number | null);
  else if (column.kind === 'text') pushText(column, value as string | null);
  else column.values.push(value);
}

export function pushNumber(column: NumberColumn, value: number | null): void {
  if (column.length === column.values.length) {
    const values = new Float64Array(column.length * 2);
    values.set(column.values);
    column.values = values;
  }
  // -0 is written as 0.
  column.values[column.length++] = value === null ? Number.NaN : value + 0;
}

export function pushText(column: TextColumn, value: string | null): void {
  if (value !== column.last) {
    column.last = value;
    column.lastCode = value === null ? 0 : codeFor(column, value);
  }
  if (column.length === column.codes.length) {
    const codes = new Int32Array(column.length * 2);
    codes.set(column.codes);
    column.codes = codes;
  }
  column.codes[column.length++] = column.lastCode;
}

function codeFor({ codeOf, texts }: TextColumn, text: string): number {
  const known = codeOf.get(text);
  if (known !== undefined) return known;
  codeOf.set(text, texts.length);
  return texts.push(text) - 1;
}

export const rowsIn = ({ rows }: Batch): number => rows.reduce((sum, count) => sum + count, 0);

/** The same rows column by column, of a table that does not come from reports. */
export function batchOf(table: { readonly columns: readonly Column[] }, rows: readonly Row[]): Batch {
  const batch = newBatch(table);
  batch.columns.forEach((column, at) => {
    for (const row of rows) pushValue(column, row[at] ?? null);
  });
  batch.rows.push(rows.length);
  return batch;
}

/** The values of a column row by row, for formats that take one at a time. */
export function valuesOf({ columns, rows }: Batch, at: number): Value[] {
  const column = columns[at];
  if (!column) return [];
  if (column.kind === 'shared')
    return rows.flatMap((count, report) => new Array<Value>(count).fill(column.values[report] ?? null));
  const values = new Array<Value>(column.length);
  for (let row = 0; row < column.length; row++)
    values[row] = column.kind === 'text' ? textAt(column, row) : numberAt(column, row);
  return values;
}

const textAt = ({ codes, texts }: TextColumn, row: number): string | null => texts[codes[row] ?? 0] ?? null;
function numberAt({ values }: NumberColumn, row: number): number | null {
  const value = values[row] as number;
  return Number.isNaN(value) ? null : value;
}
