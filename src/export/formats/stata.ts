import { join } from 'node:path';
import { type Batch, rowsIn, valuesOf } from '../batch.ts';
import { type Column, columnsIn, type Value } from '../release-table.ts';
import type { ColumnFacts } from '../survey.ts';
import { type DtaType, frameDta, STRING_BYTES, widthOf } from './dta-frame.ts';
import { openOutput } from './output-file.ts';
import type { Sink, SinkOptions } from './sink-options.ts';

/**
 * The letter of the extended missing value that stands for a status without a value (.a to .h). The letters are
 * public: add, never change.
 */
export const STATA_MISSING: Readonly<Record<string, string>> = {
  blank: 'a',
  dash: 'b',
  absent: 'c',
  unreadable: 'd',
  ambiguous: 'e',
  no_table: 'f',
  not_in_form: 'g',
  incomplete: 'h',
};

/** How a column is written: its type, and how a value of a row is put into the record. */
interface Field {
  readonly column: Column & { readonly at: number };
  readonly type: DtaType;
  readonly offset: number;
  readonly label: string;
  /** @param status - why there is no value, where the column has such a status */
  readonly put: (record: Buffer, offset: number, value: Value, status: Value) => void;
}

/** `.dta` of format 118 (https://www.stata.com/help.cgi?dta_118): Stata 14 and later, R's haven, pandas. */
export function stataSink({ dir, table, facts, version }: SinkOptions): Sink {
  const fields = layOut(columnsIn(table, 'stata'), facts.columns);
  const width = fields.reduce((sum, { type }) => sum + widthOf(type), 0);
  const file = openOutput(join(dir, `${table.name}.dta`));
  const { before, after } = frameDta({
    label: `gongkai ${table.name} ${version}`,
    rows: facts.rows,
    fields: fields.map(({ column: { name, label }, type, label: values }) => ({
      ...{ name, type, valueLabel: values },
      label: `${label.zh} ${label.en}`,
    })),
    valueLabels: valueLabelsOf(fields),
  });
  file.write(before);
  let block = Buffer.alloc(0);
  let used = 0;
  const flush = (): void => {
    file.write(block.subarray(0, used));
    used = 0;
  };
  return {
    write: (batch) => {
      if (block.length === 0)
        block = Buffer.alloc(Math.max(width, Math.floor((1024 * 1024) / width) * width));
      const held = fields.map((field) => ({ ...field, ...heldBy(field, batch) }));
      const rows = rowsIn(batch);
      for (let row = 0; row < rows; row++) {
        if (used + width > block.length) flush();
        for (const { offset, put, values, statuses } of held)
          put(block, used + offset, values[row] ?? null, statuses[row] ?? null);
        used += width;
      }
    },
    close: () => {
      flush();
      file.write(after);
      file.close();
    },
  };
}

const heldBy = ({ column }: Field, batch: Batch): Record<'values' | 'statuses', readonly Value[]> => ({
  values: valuesOf(batch, column.at),
  statuses: column.statusAt === undefined ? [] : valuesOf(batch, column.statusAt),
});

/** Name of the value labels of extended missing values. */
const MISSING_LABEL = 'status_of_missing';

function layOut(
  columns: readonly (Column & { readonly at: number })[],
  facts: readonly ColumnFacts[],
): Field[] {
  const labels = new Map<readonly string[], string>();
  let offset = 0;
  return columns.map((column) => {
    const { categories, name } = column;
    if (categories && !labels.has(categories)) labels.set(categories, name);
    const { type, put } = howToWrite(column, facts[column.at] ?? { maxBytes: 1, integral: false });
    // R's haven takes labels on whole numbers only; a double has the same missing values, unlabelled.
    const valueLabel = column.statusAt !== undefined && type === 'long' ? MISSING_LABEL : '';
    const field: Field = {
      ...{ column, type, offset, put },
      label: categories ? (labels.get(categories) ?? '') : valueLabel,
    };
    offset += widthOf(type);
    return field;
  });
}

function howToWrite({ type, categories, statusAt }: Column, facts: ColumnFacts): Pick<Field, 'type' | 'put'> {
  if (categories) {
    const codes = new Map(categories.map((category, index) => [category, index + 1]));
    return {
      type: 'byte',
      put: (record, offset, value) => record.writeInt8(codes.get(String(value)) ?? BYTE_MISSING, offset),
    };
  }
  if (type === 'text') {
    const bytes = Math.min(Math.max(facts.maxBytes, 1), STRING_BYTES);
    return { type: bytes, put: (record, offset, value) => putText(record, offset, bytes, value) };
  }
  const letterOf = (status: Value): number =>
    statusAt === undefined ? 0 : (STATA_MISSING[String(status)]?.charCodeAt(0) ?? 96) - 96;
  return facts.integral
    ? {
        type: 'long',
        put: (record, offset, value, status) =>
          record.writeInt32LE(typeof value === 'number' ? value : LONG_MISSING + letterOf(status), offset),
      }
    : {
        type: 'double',
        put: (record, offset, value, status) => {
          if (typeof value === 'number') record.writeDoubleLE(value, offset);
          else record.writeBigUInt64LE(DOUBLE_MISSING + BigInt(letterOf(status)) * DOUBLE_STEP, offset);
        },
      };
}

/** The missing values `.` of each type; .a, .b … follow (dta 118, "Missing values"). */
const BYTE_MISSING = 101;
export const LONG_MISSING = 2_147_483_621;
const DOUBLE_MISSING = 0x7fe0000000000000n;
const DOUBLE_STEP = 0x0000010000000000n;

/** Zero bytes fill the field; a text that is too long is cut between two characters and ends with …. */
function putText(record: Buffer, offset: number, bytes: number, value: Value): void {
  const end = offset + bytes;
  const written =
    offset + record.write(value === null ? '' : fitText(String(value), bytes), offset, bytes, 'utf8');
  record.fill(0, written, end);
}

function fitText(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes - 3) break;
    kept += character;
  }
  return `${kept}…`;
}

function valueLabelsOf(fields: readonly Field[]): Map<string, [value: number, text: string][]> {
  const sets = new Map<string, [number, string][]>();
  for (const { column, label } of fields)
    if (column.categories)
      sets.set(
        label,
        column.categories.map((text, index) => [index + 1, text]),
      );
  if (fields.some(({ label }) => label === MISSING_LABEL))
    sets.set(
      MISSING_LABEL,
      Object.entries(STATA_MISSING).map(([status, letter]) => [
        LONG_MISSING + letter.charCodeAt(0) - 96,
        status,
      ]),
    );
  return sets;
}
