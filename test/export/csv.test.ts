import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchOf } from '../../src/export/batch.ts';
import { csvField, csvHead, encodeCsv } from '../../src/export/formats/csv.ts';
import type { ReleaseTable, Row } from '../../src/export/release-table.ts';

const label = { zh: '', en: '' };
const TABLE: ReleaseTable = {
  ...{ name: 'made', title: label, key: [] },
  columns: [
    { name: 'number', type: 'number', label },
    { name: 'text', type: 'text', label },
    { name: 'last', type: 'integer', label },
  ],
};
const written = (rows: readonly Row[]): string =>
  Buffer.concat(encodeCsv(TABLE, batchOf(TABLE, rows))).toString('utf8');

test('every number and text of any length is written as JavaScript writes it, field by field', () => {
  const number = fc.oneof(
    fc.integer({ min: -1, max: 1001 }),
    fc.integer(),
    fc.double({ noNaN: true }).map((value) => value + 0),
    fc.constant(null),
  );
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(number, text, number), { maxLength: 30 }), (rows) => {
      expect(written(rows)).toBe(rows.map((row) => `${row.map(csvField).join(',')}\n`).join(''));
    }),
    { numRuns: 500 },
  );
});

test('whole numbers up to a thousand, around which they are written in another way', () => {
  const numbers = Array.from({ length: 1003 }, (_, value) => value - 1);
  const rows = numbers.map((value): Row => [value, null, value]);
  expect(written(rows)).toBe(numbers.map((value) => `${value},,${value}\n`).join(''));
  expect(csvHead(TABLE)).toBe('number,text,last\n');
});
