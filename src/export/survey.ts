import { createHash, type Hash } from 'node:crypto';
import { type Batch, rowsIn } from './batch.ts';
import type { Column, ReleaseTable, Value } from './release-table.ts';

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
export function surveyBatch({ columns }: ReleaseTable, batch: Batch): TableFacts {
  const hash = createHash('sha256');
  const found = columns.map((column, at) => surveyColumn(column, batch[at] ?? [], hash));
  return { rows: rowsIn(batch), columns: found, sha256: hash.digest('hex') };
}

function surveyColumn({ type }: Column, values: readonly Value[], hash: Hash): ColumnFacts {
  return type === 'text' ? surveyTexts(values, hash) : surveyNumbers(values, hash);
}

/** Runs of equal texts and their lengths: most columns of a report say the same on all its rows. */
function surveyTexts(values: readonly Value[], hash: Hash): ColumnFacts {
  const runs: unknown[] = [];
  let maxBytes = 0;
  for (let from = 0; from < values.length; ) {
    const value = values[from] ?? null;
    let to = from + 1;
    while (to < values.length && values[to] === value) to++;
    runs.push(value, to - from);
    if (typeof value === 'string' && value.length * 3 > maxBytes)
      maxBytes = Math.max(maxBytes, Buffer.byteLength(value));
    from = to;
  }
  hash.update(JSON.stringify(runs));
  return { maxBytes, integral: true };
}

/** As 64-bit numbers, NaN for no value: no value of a table is NaN. */
function surveyNumbers(values: readonly Value[], hash: Hash): ColumnFacts {
  const bytes = new Float64Array(values.length);
  let integral = true;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (typeof value !== 'number') {
      bytes[at] = Number.NaN;
      continue;
    }
    // -0 is written as 0.
    bytes[at] = value + 0;
    if (integral && (!Number.isInteger(value) || Math.abs(value) > MOST_STATA_LONG)) integral = false;
  }
  hash.update(bytes);
  return { maxBytes: 0, integral };
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
