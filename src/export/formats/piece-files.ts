import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Batch } from '../batch.ts';
import type { EncodedTable } from '../parts/encode-part.ts';
import { type Format, isIn, type ReleaseTable } from '../release-table.ts';
import { csvHead, encodeCsv } from './csv.ts';
import { openDigested, type Written } from './output-file.ts';
import { encodeRowGroup, type ParquetFile, parquetFile } from './parquet.ts';

/** The files of CSV and Parquet, to which the pieces of a release are appended in their order. */
export interface PieceFiles {
  /** @param year - of all its rows: Parquet has a file for each year of a large table */
  readonly append: (table: ReleaseTable, year: number | null, piece: EncodedTable) => Promise<void>;
  /** A table that does not come from the reports. */
  readonly addWhole: (table: ReleaseTable, batch: Batch) => void;
  /** Returns what was written as CSV, by its place in the release. */
  readonly close: (version: string) => ReadonlyMap<string, Written>;
  /** After a failure: what is staged is thrown away, but its files must not stay open. */
  readonly discard: () => void;
}

/**
 * Opens the files of the tables that come from the reports.
 *
 * @param compared - file of a table as CSV when CSV is not asked for
 */
export function openPieceFiles(
  dir: string,
  tables: readonly ReleaseTable[],
  formats: readonly Format[],
  compared: ReadonlyMap<ReleaseTable, string>,
): PieceFiles {
  type CsvFile = ReturnType<typeof openDigested>;
  const csv = new Map<ReleaseTable, CsvFile>();
  const parquet = new Map<string, ParquetFile>();
  const openCsv = (table: ReleaseTable, path: string): CsvFile => {
    const file = openDigested(path);
    file.write(csvHead(table));
    csv.set(table, file);
    return file;
  };
  const openParquet = (table: ReleaseTable, year: number | null | undefined): ParquetFile => {
    const path = join(dir, 'parquet', parquetPath(table, year));
    const file = parquet.get(path) ?? parquetFile(path, table);
    parquet.set(path, file);
    return file;
  };
  const has = (table: ReleaseTable, format: Format): boolean =>
    formats.includes(format) && isIn(table, format);
  const csvPath = (table: ReleaseTable): string => join(dir, 'csv', `${table.name}.csv`);
  for (const table of tables) {
    const path = has(table, 'csv') ? csvPath(table) : compared.get(table);
    if (path !== undefined) openCsv(table, path);
    if (has(table, 'parquet') && table.partitionAt === undefined) openParquet(table, undefined);
  }
  const closeAll = (closeParquet: (file: ParquetFile) => void): void => {
    for (const file of csv.values()) file.close();
    for (const file of parquet.values()) closeParquet(file);
  };
  return {
    append: async (table, year, { csv: chunks = [], parquet: group }) => {
      for (const chunk of chunks) {
        csv.get(table)?.write(chunk);
        // A thread that has done its part is given the next one meanwhile.
        await setImmediate();
      }
      if (group) openParquet(table, year).append(group);
    },
    addWhole: (table, batch) => {
      if (has(table, 'csv'))
        for (const chunk of encodeCsv(table, batch))
          (csv.get(table) ?? openCsv(table, csvPath(table))).write(chunk);
      if (has(table, 'parquet')) openParquet(table, undefined).append(encodeRowGroup(table, batch));
    },
    close: (version) => {
      // A table without a row is there all the same, with its columns.
      for (const table of tables)
        if (has(table, 'parquet') && ![...parquet.keys()].some((path) => isOf(table, path, dir)))
          openParquet(table, undefined);
      closeAll((file) => file.close(version));
      return new Map([...csv].map(([{ name }, file]) => [`csv/${name}.csv`, file.written()]));
    },
    discard: () => closeAll((file) => file.discard()),
  };
}

/** `name.parquet`, or a file for each year: `name/name-2021.parquet`, `name/name-none.parquet` where it is not known. */
function parquetPath({ name, partitionAt }: ReleaseTable, year: number | null | undefined): string {
  if (partitionAt === undefined) return `${name}.parquet`;
  return join(name, year === undefined ? `${name}.parquet` : `${name}-${year ?? 'none'}.parquet`);
}

const isOf = ({ name, partitionAt }: ReleaseTable, path: string, dir: string): boolean =>
  path.startsWith(join(dir, 'parquet', partitionAt === undefined ? `${name}.` : `${name}/`));
