import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { type ColumnType, columnsIn, type Row, type Sink, type Value } from '../release-table.ts';
import type { SinkOptions } from './sink-options.ts';

/** Rows that are held in memory until they are written. */
const ROW_GROUP = 50_000;
/** Fixed: the version of a library would change the bytes of the same data. */
const CREATED_BY = 'gongkai';

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
} as const satisfies Record<ColumnType, object>;

/** `name.parquet`, or a file for each year: `name-2021.parquet`, `name-none.parquet` where the year is not known. */
export function parquetSink({ dir, table, version }: SinkOptions): Sink {
  const { name, partitionAt } = table;
  const folder = partitionAt === undefined ? dir : join(dir, name);
  mkdirSync(folder, { recursive: true });
  const columns = columnsIn(table, 'parquet');
  const open = (file: string): Sink => groupSink(join(folder, file), columns, version);
  let part: { readonly key: Value; readonly sink: Sink } | undefined;
  return {
    write: (row) => {
      const key = partitionAt === undefined ? null : (row[partitionAt] ?? null);
      if (!part || part.key !== key) {
        part?.sink.close();
        part = {
          key,
          sink: open(partitionAt === undefined ? `${name}.parquet` : `${name}-${key ?? 'none'}.parquet`),
        };
      }
      part.sink.write(row);
    },
    close: () => (part?.sink ?? open(`${name}.parquet`)).close(),
  };
}

function groupSink(file: string, columns: ReturnType<typeof columnsIn>, version: string): Sink {
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, ...TYPES[type], repetition_type: 'OPTIONAL' as const })),
    ],
    kvMetadata: [{ key: 'dataset_version', value: version }],
    createdBy: CREATED_BY,
  });
  let rows: Row[] = [];
  const flush = (): void => {
    if (rows.length > 0)
      void writer.write({
        columnData: columns.map(({ name, at }) => ({ name, data: rows.map((row) => row[at] ?? null) })),
        rowGroupSize: ROW_GROUP,
      });
    rows = [];
  };
  return {
    write: (row) => {
      if (rows.push(row) >= ROW_GROUP) flush();
    },
    close: () => {
      flush();
      void writer.finish();
    },
  };
}
