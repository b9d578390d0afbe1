import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { ColumnType } from '../release-table.ts';
import type { Coded } from './parquet-codes.ts';
import { bitWidth, encodeRuns } from './parquet-runs.ts';

/** How each type is stored. */
export const PARQUET_TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
} as const satisfies Record<ColumnType, object>;

export type ColumnChunk = ParquetWriter['row_groups'][number]['columns'][number];

/**
 * Writes a column of a row group: a page with the different values and one that says which of them stands in which
 * row. The library has the frame of pages, the compression and the end of a file; it would find the different values
 * by looking at each row, while a batch knows them.
 *
 * @param statistics - whether the least and the greatest value are told to the reader
 */
export function writeChunk(
  out: ByteWriter,
  {
    name,
    type,
    statistics,
  }: { readonly name: string; readonly type: ColumnType; readonly statistics: boolean },
  { dictionary, codes, present }: Coded,
): ColumnChunk {
  const start = out.offset;
  const rows = present.length;
  const values = plainValues(type, dictionary);
  let uncompressed = writePage(out, {
    head: {
      type: 'DICTIONARY_PAGE',
      dictionary_page_header: { num_values: dictionary.length, encoding: 'PLAIN' },
    },
    levels: NOTHING,
    data: values,
  });
  const dataStart = out.offset;
  const levels = encodeRuns(present, 1);
  uncompressed += writePage(out, {
    head: {
      type: 'DATA_PAGE_V2',
      data_page_header_v2: {
        ...{ num_values: rows, num_nulls: rows - codes.length, num_rows: rows, encoding: 'RLE_DICTIONARY' },
        ...{
          definition_levels_byte_length: levels.length,
          repetition_levels_byte_length: 0,
          is_compressed: true,
        },
      },
    },
    levels,
    data: codesOf(codes, dictionary.length),
  });
  return {
    file_offset: BigInt(start),
    meta_data: {
      ...{ type: PARQUET_TYPES[type].type, encodings: ['PLAIN', 'RLE_DICTIONARY'], path_in_schema: [name] },
      ...{ codec: 'SNAPPY', num_values: BigInt(rows) },
      total_uncompressed_size: BigInt(uncompressed),
      total_compressed_size: BigInt(out.offset - start),
      data_page_offset: BigInt(dataStart),
      dictionary_page_offset: BigInt(start),
      ...(statistics
        ? { statistics: { ...bounds(dictionary), null_count: BigInt(rows - codes.length) } }
        : {}),
    },
  };
}

const NOTHING = new Uint8Array(0);

interface Page {
  readonly head: Omit<
    Parameters<typeof writePageHeader>[1],
    'uncompressed_page_size' | 'compressed_page_size'
  >;
  /** Written as they are. */
  readonly levels: Uint8Array;
  readonly data: Uint8Array;
}

/** Returns the size before compression, as the description of a chunk counts it. */
function writePage(out: ByteWriter, { head, levels, data }: Page): number {
  const compressed = snappyCompress(data);
  const start = out.offset;
  writePageHeader(out, {
    ...head,
    uncompressed_page_size: levels.length + data.length,
    compressed_page_size: levels.length + compressed.length,
  });
  const headBytes = out.offset - start;
  if (levels.length > 0) out.appendBytes(levels);
  out.appendBytes(compressed);
  return headBytes + levels.length + data.length;
}

/** The width of a code in its first byte, then the codes. */
function codesOf(codes: Int32Array, different: number): Uint8Array {
  const width = bitWidth(Math.max(0, different - 1));
  const page = encodeRuns(codes, width, 1);
  page[0] = width;
  return page;
}

/** Values one after the other, texts with their length before them, all with the low byte first. */
function plainValues(type: ColumnType, values: readonly (string | number)[]): Uint8Array {
  if (type === 'text') return plainTexts(values);
  const width = type === 'integer' ? 4 : 8;
  const bytes = Buffer.alloc(values.length * width);
  values.forEach((value, index) => {
    if (type === 'integer') bytes.writeInt32LE(Number(value), index * width);
    else bytes.writeDoubleLE(Number(value), index * width);
  });
  return bytes;
}

function plainTexts(values: readonly (string | number)[]): Uint8Array {
  const texts = values.map((value) => Buffer.from(String(value), 'utf8'));
  const bytes = Buffer.alloc(texts.reduce((sum, { length }) => sum + 4 + length, 0));
  let at = 0;
  for (const text of texts) {
    at = bytes.writeUInt32LE(text.length, at);
    bytes.set(text, at);
    at += text.length;
  }
  return bytes;
}

/** Of texts by code unit, which for the ASCII of codes is the order of their bytes. */
function bounds(values: readonly (string | number)[]): {
  min_value?: string | number;
  max_value?: string | number;
} {
  const [first] = values;
  if (first === undefined) return {};
  const least = values.reduce((least, value) => (value < least ? value : least), first);
  const greatest = values.reduce((greatest, value) => (value > greatest ? value : greatest), first);
  return { min_value: least, max_value: greatest };
}
