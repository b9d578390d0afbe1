import type { BatchColumn, NumberColumn, SharedColumn, TextColumn } from '../batch.ts';
import type { Value } from '../release-table.ts';

/** A column as a dictionary page and a data page hold it. */
export interface Coded {
  /** Different values in the order in which they come. */
  readonly dictionary: readonly (string | number)[];
  /** For each row that has a value its index in the dictionary. */
  readonly codes: Int32Array;
  /** For each row 1 when it has a value. */
  readonly present: Int32Array;
}

/** Room that every column uses in turn: what is returned holds until the next column is coded. */
const room = { codes: new Int32Array(0), present: new Int32Array(0) };

function roomFor(rows: number): { readonly codes: Int32Array; readonly present: Int32Array } {
  if (room.codes.length < rows) {
    room.codes = new Int32Array(rows * 2);
    room.present = new Int32Array(rows * 2);
  }
  return { codes: room.codes, present: room.present.subarray(0, rows).fill(0) };
}

/** @param rows - of each report */
export function codeColumn(column: BatchColumn, rows: readonly number[]): Coded {
  if (column.kind === 'text') return codeTexts(column);
  return column.kind === 'number' ? codeNumbers(column) : codeShared(column, rows);
}

function codeTexts({ texts, codes: held, length }: TextColumn): Coded {
  const { codes, present } = roomFor(length);
  let used = 0;
  for (let row = 0; row < length; row++) {
    const code = held[row] as number;
    if (code === 0) continue;
    present[row] = 1;
    codes[used++] = code - 1;
  }
  return { dictionary: texts.slice(1) as string[], codes: codes.subarray(0, used), present };
}

/** Whole numbers below find their code in a table, which is quicker than a map. */
const SMALL = 4096;
const small = new Int32Array(SMALL);

function codeNumbers({ values, length }: NumberColumn): Coded {
  const { codes, present } = roomFor(length);
  const dictionary: number[] = [];
  small.fill(-1);
  const others = new Map<number, number>();
  let used = 0;
  for (let row = 0; row < length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    present[row] = 1;
    const isSmall = value >= 0 && value < SMALL && Number.isInteger(value);
    let code = isSmall ? (small[value] as number) : (others.get(value) ?? -1);
    if (code < 0) {
      code = dictionary.push(value) - 1;
      if (isSmall) small[value] = code;
      else others.set(value, code);
    }
    codes[used++] = code;
  }
  return { dictionary, codes: codes.subarray(0, used), present };
}

function codeShared({ values }: SharedColumn, rows: readonly number[]): Coded {
  const total = rows.reduce((sum, count) => sum + count, 0);
  const { codes, present } = roomFor(total);
  const dictionary: (string | number)[] = [];
  const known = new Map<Value, number>();
  let [row, used] = [0, 0];
  rows.forEach((count, report) => {
    const value = values[report] ?? null;
    if (value !== null && count > 0) {
      const code = known.get(value) ?? dictionary.push(value) - 1;
      known.set(value, code);
      codes.fill(code, used, used + count);
      present.fill(1, row, row + count);
      used += count;
    }
    row += count;
  });
  return { dictionary, codes: codes.subarray(0, used), present };
}
