import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type Batch, rowsIn } from '../batch.ts';
import { columnsIn, type ReleaseTable } from '../release-table.ts';
import { openOutput } from './output-file.ts';
import { type ColumnChunk, PARQUET_TYPES, writeChunk } from './parquet-chunk.ts';
import { codeColumn } from './parquet-codes.ts';

/** Fixed: the version of a library would change the bytes of the same data. */
const CREATED_BY = 'gongkai';
/** What rows are sorted by; the least and the greatest of any other column tell a reader nothing. */
const SORTED: ReadonlySet<string> = new Set(['year', 'division']);
/** Both ends of a file. */
const MAGIC = Buffer.from('PAR1');

const schemaOf = (table: ReleaseTable): ParquetWriter['schema'] => {
  const columns = columnsIn(table, 'parquet');
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({
      ...{ name, ...PARQUET_TYPES[type], repetition_type: 'OPTIONAL' as const },
    })),
  ];
};

/** Rows as one row group, with places counted from its first byte: it can be made in any thread and put into a file. */
export interface RowGroup {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly group: ParquetWriter['row_groups'][number];
}

export function encodeRowGroup(table: ReleaseTable, batch: Batch): RowGroup {
  const out = new ByteWriter();
  const columns = columnsIn(table, 'parquet').flatMap(({ name, type, at }): ColumnChunk[] => {
    const column = batch.columns[at];
    if (!column) return [];
    return [writeChunk(out, { name, type, statistics: SORTED.has(name) }, codeColumn(column, batch.rows))];
  });
  const uncompressed = columns.reduce(
    (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
    0n,
  );
  return {
    bytes: out.getBytes(),
    group: {
      ...{ columns, num_rows: BigInt(rowsIn(batch)) },
      ...{ total_byte_size: uncompressed, total_compressed_size: BigInt(out.offset) },
    },
  };
}

/** A file of row groups in the order in which they come. */
export interface ParquetFile {
  readonly append: (group: RowGroup) => void;
  /** @param version - known only when the last row was read */
  readonly close: (version: string) => void;
  readonly discard: () => void;
}

export function parquetFile(path: string, table: ReleaseTable): ParquetFile {
  const file = openOutput(path);
  file.write(MAGIC);
  let offset = MAGIC.length;
  const held: RowGroup['group'][] = [];
  return {
    append: ({ bytes, group }) => {
      for (const chunk of group.columns) moveChunk(chunk, BigInt(offset));
      file.write(bytes);
      offset += bytes.length;
      held.push(group);
    },
    close: (version) => {
      file.write(footerOf(table, held, offset, version));
      file.close();
    },
    discard: file.close,
  };
}

/** Everything after the rows, as the library writes it at this place of a file. */
function footerOf(
  table: ReleaseTable,
  held: readonly RowGroup['group'][],
  offset: number,
  version: string,
): Uint8Array {
  const out = new ByteWriter();
  const writer = new ParquetWriter({
    ...{ writer: out, schema: schemaOf(table), createdBy: CREATED_BY },
    kvMetadata: [{ key: 'dataset_version', value: version }],
  });
  for (const group of held) {
    writer.row_groups.push(group);
    writer.num_rows += group.num_rows;
  }
  // The library asks its writer where it is.
  out.offset = offset;
  void writer.finish();
  return out.getBytes().subarray(MAGIC.length);
}

function moveChunk(chunk: ColumnChunk, by: bigint): void {
  chunk.file_offset += by;
  const { meta_data } = chunk;
  if (!meta_data) return;
  meta_data.data_page_offset += by;
  if (meta_data.dictionary_page_offset !== undefined) meta_data.dictionary_page_offset += by;
}
