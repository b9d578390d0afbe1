import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type Batch, rowsIn } from '../batch.ts';
import { type ColumnType, columnsIn, type ReleaseTable } from '../release-table.ts';
import { openOutput } from './output-file.ts';

/** Fixed: the version of a library would change the bytes of the same data. */
const CREATED_BY = 'gongkai';
/** What rows are sorted by; the least and the greatest of any other column tell a reader nothing. */
const SORTED: ReadonlySet<string> = new Set(['year', 'division']);
/** Both ends of a file. */
const MAGIC = Buffer.from('PAR1');

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
} as const satisfies Record<ColumnType, object>;

const schemaOf = (table: ReleaseTable): ParquetWriter['schema'] => {
  const columns = columnsIn(table, 'parquet');
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, ...TYPES[type], repetition_type: 'OPTIONAL' as const })),
  ];
};

/** Rows as one row group, with places counted from its first byte: it can be made in any thread and put into a file. */
export interface RowGroup {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly groups: ParquetWriter['row_groups'];
  readonly indexes: ParquetWriter['pendingIndexes'];
  readonly rows: bigint;
}

export function encodeRowGroup(table: ReleaseTable, batch: Batch): RowGroup {
  const out = new ByteWriter();
  const writer = new ParquetWriter({ writer: out, schema: schemaOf(table), createdBy: CREATED_BY });
  void writer.write({
    columnData: columnsIn(table, 'parquet').map(({ name, at }) => ({
      ...{ name, data: (batch[at] ?? []) as never, statistics: SORTED.has(name) },
    })),
    rowGroupSize: Math.max(1, rowsIn(batch)),
  });
  const { row_groups: groups, pendingIndexes: indexes, num_rows: rows } = writer;
  move(groups, indexes, -MAGIC.length);
  return { bytes: new Uint8Array(out.getBytes().subarray(MAGIC.length)), groups, indexes, rows };
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
  const held: RowGroup[] = [];
  return {
    append: (group) => {
      move(group.groups, group.indexes, offset);
      file.write(group.bytes);
      offset += group.bytes.length;
      held.push({ ...group, bytes: new Uint8Array(0) });
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
  held: readonly RowGroup[],
  offset: number,
  version: string,
): Uint8Array {
  const out = new ByteWriter();
  const writer = new ParquetWriter({
    ...{ writer: out, schema: schemaOf(table), createdBy: CREATED_BY },
    kvMetadata: [{ key: 'dataset_version', value: version }],
  });
  for (const { groups, indexes, rows } of held) {
    writer.row_groups.push(...groups);
    writer.pendingIndexes.push(...indexes);
    writer.num_rows += rows;
  }
  // The library asks its writer where it is.
  out.offset = offset;
  void writer.finish();
  return out.getBytes().subarray(MAGIC.length);
}

function move(groups: RowGroup['groups'], indexes: RowGroup['indexes'], by: number): void {
  for (const { columns } of groups)
    for (const chunk of columns) {
      chunk.file_offset += BigInt(by);
      const { meta_data } = chunk;
      if (!meta_data) continue;
      meta_data.data_page_offset += BigInt(by);
      if (meta_data.dictionary_page_offset !== undefined) meta_data.dictionary_page_offset += BigInt(by);
    }
  for (const { offsetIndex } of indexes)
    for (const place of offsetIndex?.page_locations ?? []) place.offset += BigInt(by);
}
