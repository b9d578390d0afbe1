import { join } from 'node:path';
import { createReleaseDatabase } from '../../store/release/release-database.ts';
import { type Batch, rowsIn, valuesOf } from '../batch.ts';
import { columnsIn, isIn, type ReleaseTable } from '../release-table.ts';
import type { TableFacts } from '../survey.ts';
import type { Sink, SinkOptions } from './sink-options.ts';
import { stataSink } from './stata.ts';
import { xlsxSink } from './xlsx.ts';

/** Formats whose files are written from beginning to end by one thread, once all rows were measured. */
export const WHOLE_FORMATS = ['xlsx', 'sqlite', 'stata'] as const;
export type WholeFormat = (typeof WHOLE_FORMATS)[number];

export interface WholeOptions {
  readonly dir: string;
  readonly version: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface WholeFiles {
  readonly write: (table: ReleaseTable, batch: Batch) => void;
  readonly close: () => void;
}

/** Opens every table in each of the formats, under `dir/<format>`. */
export function openWholeFiles(
  tables: ReadonlyMap<ReleaseTable, TableFacts>,
  formats: readonly WholeFormat[],
  { dir, version, meta }: WholeOptions,
): WholeFiles {
  const closers: (() => void)[] = [];
  const sinks = new Map<ReleaseTable, Sink[]>();
  for (const format of formats) {
    const open = format === 'sqlite' ? sqliteSinks(join(dir, 'sqlite'), meta, closers) : SINKS[format];
    for (const [table, facts] of tables) {
      if (!isIn(table, format)) continue;
      const sink = open({ dir: join(dir, format), table, facts, version });
      sinks.set(table, [...(sinks.get(table) ?? []), sink]);
    }
  }
  return {
    write: (table, batch) => {
      for (const sink of sinks.get(table) ?? []) sink.write(batch);
    },
    close: () => {
      for (const each of sinks.values()) for (const sink of each) sink.close();
      for (const close of closers) close();
    },
  };
}

type OpenSink = (options: SinkOptions) => Sink;
const SINKS = { xlsx: xlsxSink, stata: stataSink } as const;

/** All tables go into one file, which is closed after the last. */
function sqliteSinks(dir: string, meta: Readonly<Record<string, string>>, closers: (() => void)[]): OpenSink {
  const database = createReleaseDatabase(join(dir, 'gongkai.sqlite'), meta);
  closers.push(database.close);
  return ({ table }) => {
    const columns = columnsIn(table, 'sqlite');
    const insert = database.addTable({ name: table.name, columns, key: table.key });
    return {
      write: (batch) => {
        const held = columns.map(({ at }) => valuesOf(batch, at));
        const rows = rowsIn(batch);
        for (let row = 0; row < rows; row++) insert(held.map((values) => values[row] ?? null));
      },
      close: () => {},
    };
  };
}
