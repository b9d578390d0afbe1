import { type Batch, rowsIn } from '../batch.ts';
import { type Column, columnsIn, type ReleaseTable, type Value } from '../release-table.ts';
import { type ByteText, byteText } from './byte-text.ts';
import { guardText } from './guard-text.ts';

/** The first line of a table: RFC 4180 with LF, UTF-8 without a mark. */
export const csvHead = (table: ReleaseTable): string =>
  `${columnsIn(table, 'csv')
    .map(({ name }) => name)
    .join(',')}\n`;

const [COMMA, LINE_END] = [0x2c, 0x0a];

/** Rows as CSV: null is an empty field. */
export function encodeCsv(table: ReleaseTable, batch: Batch): Uint8Array<ArrayBuffer>[] {
  const out = byteText();
  const columns = columnsIn(table, 'csv').map((column) => ({
    values: batch[column.at] ?? [],
    put: column.type === 'text' ? textWriter(out, column) : numberWriter(out),
  }));
  const rows = rowsIn(batch);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < columns.length; at++) {
      if (at > 0) out.byte(COMMA);
      const { values, put } = columns[at] as (typeof columns)[number];
      put(values[row] as Value);
    }
    out.byte(LINE_END);
  }
  return out.finish();
}

type Put = (value: Value) => void;

/** Texts that are kept as bytes; a column of ever new texts must not keep them all. */
const MOST_KEPT = 5000;

function textWriter({ bytes }: ByteText, { free }: Column): Put {
  const kept = new Map<Value, Uint8Array>();
  const encoder = new TextEncoder();
  let last: Value = null;
  let lastBytes: Uint8Array = new Uint8Array(0);
  return (value) => {
    if (value === null) return;
    if (value !== last) {
      last = value;
      const known = kept.get(value);
      lastBytes = known ?? encoder.encode(free ? freeField(value) : csvField(value));
      if (!known) {
        if (kept.size === MOST_KEPT) kept.clear();
        kept.set(value, lastBytes);
      }
    }
    bytes(lastBytes);
  };
}

/** Small whole numbers, which most values are. */
const SMALL = Array.from({ length: 1000 }, (_, value) => new TextEncoder().encode(String(value)));

function numberWriter({ bytes, ascii }: ByteText): Put {
  return (value) => {
    if (value === null) return;
    const small = SMALL[value as number];
    if (small) bytes(small);
    else ascii(csvField(value));
  };
}

const NEEDS_QUOTES = /[",\r\n]/;

/** A number as JavaScript writes it: a point, no separators, 12 and never 12.0. */
export function csvField(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const freeField = (value: Value): string => csvField(typeof value === 'string' ? guardText(value) : value);
