import type { Store } from '../../store/store.ts';
import { rowsIn } from '../batch.ts';
import { takeFrom } from '../formats/chunks.ts';
import { encodeCsv } from '../formats/csv.ts';
import { encodeRowGroup, type RowGroup } from '../formats/parquet.ts';
import { isIn } from '../release-table.ts';
import { surveyBatch, type TableFacts } from '../survey.ts';
import { REPORT_VALUES } from '../tables/report-values.ts';
import type { Part } from './part.ts';
import { type ReleaseTables, readPart } from './read-part.ts';
import { type Tally, tallyBatches } from './tally.ts';

/** Formats whose files are made of pieces that can be encoded in any order and put one after the other. */
export const PIECE_FORMATS = ['csv', 'parquet'] as const;
type PieceFormat = (typeof PIECE_FORMATS)[number];

export interface EncodeTask {
  readonly part: Part;
  readonly formats: readonly PieceFormat[];
  /** The long table as CSV is needed to tell what changed, also when no CSV is asked for. */
  readonly compares: boolean;
  /** Memory to be used again. */
  readonly spare: ArrayBuffer[];
}

/** A part of a release, ready to be written: of each table its measures and its bytes. */
export interface EncodedPart {
  readonly year: number | null;
  readonly reports: number;
  readonly tally: Tally;
  readonly tables: readonly EncodedTable[];
}

export interface EncodedTable {
  readonly facts: TableFacts;
  readonly csv?: readonly Uint8Array<ArrayBuffer>[];
  readonly parquet?: RowGroup;
}

/** Reads a part once and encodes it in every such format. Throws StoreError. */
export function encodePart(
  store: Store,
  tables: ReleaseTables,
  { part, formats, compares, spare }: EncodeTask,
): EncodedPart {
  const take = takeFrom(spare);
  const batches = readPart(store, tables, part);
  const wants = (format: PieceFormat): boolean => formats.includes(format);
  return {
    ...{ year: part.year, reports: part.reports.length, tally: tallyBatches(batches) },
    tables: [...batches].map(([table, batch]) => {
      const asCsv = (wants('csv') && isIn(table, 'csv')) || (compares && table === REPORT_VALUES);
      return {
        facts: surveyBatch(table, batch),
        ...(asCsv ? { csv: encodeCsv(table, batch, take) } : {}),
        ...(wants('parquet') && isIn(table, 'parquet') && rowsIn(batch) > 0
          ? { parquet: encodeRowGroup(table, batch) }
          : {}),
      };
    }),
  };
}

/** The memory of a part, to be handed to another thread rather than copied. */
export const buffersOf = ({ tables }: EncodedPart): ArrayBuffer[] =>
  tables.flatMap(({ csv = [], parquet }) => [
    ...csv.map(({ buffer }) => buffer),
    ...(parquet ? [parquet.bytes.buffer] : []),
  ]);
