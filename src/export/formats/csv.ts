import { join } from 'node:path';
import { columnsIn, type Sink, type Value } from '../release-table.ts';
import { guardText } from './guard-text.ts';
import { openOutput } from './output-file.ts';
import type { SinkOptions } from './sink-options.ts';

/** RFC 4180 with LF: UTF-8 without a mark, null is an empty field. */
export function csvSink({ dir, table }: SinkOptions): Sink {
  const columns = columnsIn(table, 'csv');
  const file = openOutput(join(dir, `${table.name}.csv`));
  file.write(`${columns.map(({ name }) => name).join(',')}\n`);
  const fields = columns.map(({ at, free }, index) => ({
    at,
    before: index === 0 ? '' : ',',
    toText: free ? freeField : csvField,
  }));
  return {
    write: (row) => {
      let line = '';
      for (const { at, before, toText } of fields) line += before + toText(row[at] ?? null);
      file.write(`${line}\n`);
    },
    close: file.close,
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
