import { createHash, type Hash } from 'node:crypto';
import { type Batch, type BatchColumn, type NumberColumn, rowsIn, type TextColumn } from './batch.ts';
import type { ReleaseTable, Value } from './release-table.ts';

/** What a format must know of a column before its first row is written. */
export interface ColumnFacts {
  /** Longest text, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** Every number is whole and fits in the 32-bit integers of Stata. */
  readonly integral: boolean;
}

export interface TableFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  /** Of the rows, in their order. */
  readonly sha256: string;
}

/** The largest value of a Stata long that is not a missing value (dta 118, "Missing values"). */
export const MOST_STATA_LONG = 2_147_483_620;

/** Measures rows and takes their digest. */
export function surveyBatch(table: ReleaseTable, batch: Batch): TableFacts {
  const hash = createHash('sha256').update(JSON.stringify(batch.rows));
  const columns = batch.columns.map((column) => surveyColumn(column, hash));
  if (columns.length !== table.columns.length) throw new Error(`${table.name}: rows of another table`);
  return { rows: rowsIn(batch), columns, sha256: hash.digest('hex') };
}

function surveyColumn(column: BatchColumn, hash: Hash): ColumnFacts {
  if (column.kind === 'text') return surveyTexts(column, hash);
  if (column.kind === 'number') return surveyNumbers(column, hash);
  hash.update(JSON.stringify(column.values));
  return { maxBytes: longest(column.values), integral: column.values.every(isIntegral) };
}

/** The texts, and which of them stands in which row. */
function surveyTexts({ texts, codes, length }: TextColumn, hash: Hash): ColumnFacts {
  hash.update(JSON.stringify(texts)).update(codes.subarray(0, length));
  return { maxBytes: longest(texts), integral: true };
}

function surveyNumbers({ values, length }: NumberColumn, hash: Hash): ColumnFacts {
  const numbers = values.subarray(0, length);
  hash.update(numbers);
  return { maxBytes: 0, integral: numbers.every((value) => Number.isNaN(value) || isIntegral(value)) };
}

const isIntegral = (value: Value): boolean =>
  typeof value !== 'number' || (Number.isInteger(value) && Math.abs(value) <= MOST_STATA_LONG);

function longest(values: readonly Value[]): number {
  let most = 0;
  for (const value of values)
    if (typeof value === 'string' && value.length * 3 > most) most = Math.max(most, Buffer.byteLength(value));
  return most;
}

/** The facts of a table from those of its parts, in their order. */
export function uniteFacts({ columns }: ReleaseTable, parts: readonly TableFacts[]): TableFacts {
  const hash = createHash('sha256');
  for (const { rows, sha256 } of parts) if (rows > 0) hash.update(sha256);
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    columns: columns.map((_, at) => ({
      maxBytes: Math.max(0, ...parts.map((part) => part.columns[at]?.maxBytes ?? 0)),
      integral: parts.every((part) => part.columns[at]?.integral !== false),
    })),
    sha256: hash.digest('hex'),
  };
}
