import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  type Batch,
  batchOf,
  clearBatch,
  newBatch,
  pushValue,
  rowsIn,
  valuesOf,
} from '../../src/export/batch.ts';
import { encodeRowGroup, parquetFile } from '../../src/export/formats/parquet.ts';
import { bitWidth, encodeRuns } from '../../src/export/formats/parquet-runs.ts';
import type { Column, ReleaseTable, Value } from '../../src/export/release-table.ts';
import { tempDir } from '../store/temp-store.ts';

const duck = await (await DuckDBInstance.create(':memory:')).connect();
afterAll(() => duck.closeSync());

const label = { zh: '列', en: 'column' };
const columns: readonly Column[] = [
  { name: 'division', type: 'text', label, shared: true },
  { name: 'year', type: 'integer', label, shared: true },
  { name: 'words', type: 'text', label },
  { name: 'whole', type: 'integer', label },
  { name: 'amount', type: 'number', label },
];
const table: ReleaseTable = { name: 't', title: label, columns, key: [] };

const texts = fc.oneof(fc.constantFrom('甲', '乙', 'a,"b"', ''), fc.string());
const rare = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3, nil: null });
/** A report with its rows; runs are likely, since neighbours are drawn from few. */
const report = fc.record({
  shared: fc.tuple(rare(texts), rare(fc.integer({ min: 2008, max: 2030 }))),
  rows: fc.array(
    fc.tuple(
      rare(texts),
      rare(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      rare(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }))),
    ),
    { maxLength: 60 },
  ),
});

function put({ columns: held }: Batch, first: number, values: readonly Value[]): void {
  values.forEach((value, at) => {
    const column = held[first + at];
    if (column) pushValue(column, value);
  });
}

test('any rows are read back from Parquet by DuckDB as they were, also when the batch was used before', async () => {
  const dir = tempDir();
  const batch = newBatch(table);
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 8 }), async (reports) => {
      clearBatch(batch);
      const expected: Value[][] = [];
      for (const { shared, rows } of reports) {
        batch.rows.push(rows.length);
        put(batch, 0, shared);
        for (const row of rows) {
          put(batch, 2, row);
          // -0 is written as 0.
          expected.push([...shared, ...row].map((value) => (value === 0 ? 0 : value)));
        }
      }
      const held = columns.map((_, at) => valuesOf(batch, at));
      expect(expected.map((_, row) => held.map((values) => values[row]))).toEqual(expected);
      if (rowsIn(batch) === 0) return;
      const path = join(dir, `${files++}.parquet`);
      const file = parquetFile(path, table);
      // Twice: a second row group has its places behind the first.
      file.append(encodeRowGroup(table, batch));
      file.append(encodeRowGroup(table, batch));
      file.close('1');
      const read = await duck.runAndReadAll(`SELECT * FROM '${path}'`);
      expect(read.getRowsJS()).toEqual([...expected, ...expected]);
      const least = expected.map(([, year]) => year).filter((year) => year !== null) as number[];
      const [[told] = []] = (
        await duck.runAndReadAll(
          `SELECT stats_min_value FROM parquet_metadata('${path}') WHERE path_in_schema = 'year' LIMIT 1`,
        )
      ).getRowsJS();
      expect(told).toBe(least.length === 0 ? null : String(Math.min(...least)));
    }),
    { numRuns: 150 },
  );
});

test('a table that does not come from reports is one batch', () => {
  const plain = { ...table, columns: columns.map(({ shared: _, ...column }) => column) };
  const rows: Value[][] = [
    ['220382', 2021, '甲', 1, 1.5],
    [null, null, null, null, null],
  ];
  const batch = batchOf(plain, rows);
  expect(rowsIn(batch)).toBe(2);
  expect(columns.map((_, at) => valuesOf(batch, at))).toEqual(
    columns.map((_, at) => rows.map((row) => row[at])),
  );
});

test.each([
  // Parquet, "Encodings", RLE/bit-packing hybrid: 0 to 7 in three bits; a run of one value.
  { name: 'groups', values: [0, 1, 2, 3, 4, 5, 6, 7], bytes: [0x03, 0x88, 0xc6, 0xfa] },
  { name: 'a run', values: Array(100).fill(5), bytes: [0xc8, 0x01, 0x05] },
  { name: 'a part of a group, filled up with 0', values: [7, 7, 7], bytes: [0x03, 0xff, 0x01, 0x00] },
])('$name: written as the format says', ({ values, bytes }) => {
  expect([...encodeRuns(Int32Array.from(values), 3)]).toEqual(bytes);
});

test.each([
  [0, 0],
  [1, 1],
  [7, 3],
  [8, 4],
  [203_999, 18],
])('numbers up to %i take %i bits', (most, width) => expect(bitWidth(most)).toBe(width));
