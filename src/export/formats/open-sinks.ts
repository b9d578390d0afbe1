import { join } from 'node:path';
import { createReleaseDatabase } from '../../store/release/release-database.ts';
import { columnsIn, type Format, isIn, type ReleaseTable, type Row, type Sink } from '../release-table.ts';
import type { TableFacts } from '../survey.ts';
import { csvSink } from './csv.ts';
import { parquetSink } from './parquet.ts';
import type { SinkOptions } from './sink-options.ts';
import { stataSink } from './stata.ts';
import { xlsxSink } from './xlsx.ts';

/** Opens one table for writing in one format. */
type OpenSink = (options: SinkOptions) => Sink;

export interface Sinks {
  /** Writes rows of a table in every format that has it. */
  readonly write: (table: ReleaseTable, rows: readonly Row[]) => void;
  readonly close: () => void;
}

export interface SinksOptions {
  readonly dir: string;
  readonly version: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Opens every table in every format asked for, under `dir/<format>`. */
export function openSinks(
  tables: ReadonlyMap<ReleaseTable, TableFacts>,
  formats: readonly Format[],
  { dir, version, meta }: SinksOptions,
): Sinks {
  const closers: (() => void)[] = [];
  const openers: Readonly<Record<Format, OpenSink>> = {
    csv: csvSink,
    parquet: parquetSink,
    xlsx: xlsxSink,
    stata: stataSink,
    sqlite: formats.includes('sqlite')
      ? sqliteSinks(join(dir, 'sqlite', 'gongkai.sqlite'), meta, closers)
      : notOpen,
  };
  const sinks = new Map<ReleaseTable, readonly Sink[]>();
  for (const [table, facts] of tables)
    sinks.set(
      table,
      formats
        .filter((format) => isIn(table, format))
        .map((format) => openers[format]({ dir: join(dir, format), table, facts, version })),
    );
  return {
    write: (table, rows) => {
      for (const sink of sinks.get(table) ?? []) for (const row of rows) sink.write(row);
    },
    close: () => {
      for (const each of sinks.values()) for (const sink of each) sink.close();
      for (const close of closers) close();
    },
  };
}

/** All tables go into one file, which is closed after the last. */
function sqliteSinks(
  file: string,
  meta: Readonly<Record<string, string>>,
  closers: (() => void)[],
): OpenSink {
  const database = createReleaseDatabase(file, meta);
  closers.push(database.close);
  return ({ table }) => {
    const columns = columnsIn(table, 'sqlite');
    const insert = database.addTable({ name: table.name, columns, key: table.key });
    return { write: (row) => insert(columns.map(({ at }) => row[at] ?? null)), close: () => {} };
  };
}

const notOpen: OpenSink = () => {
  throw new Error('this format was not asked for');
};
