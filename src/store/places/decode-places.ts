import type { Source } from '../../model/source.ts';
import { ByteReader } from './bytes.ts';
import { readDecimals } from './decimals.ts';
import { type EncodedPlaces, FORMAT, KINDS, type Places, usualNumber } from './encode-places.ts';
import { readIntegers } from './integers.ts';
import { countNumbers, joinPath } from './path-pattern.ts';
import { fromRowSteps } from './row-steps.ts';
import { unsqueeze } from './squeeze.ts';

type Kind = (typeof KINDS)[number];
type Column = readonly number[];

/** Gives back what encodePlaces was given. Throws RangeError when the block is no such block. */
export function decodePlaces({ paths, block: stored }: EncodedPlaces): Places {
  const block = inFull(stored);
  const reader = new ByteReader(block);
  const format = reader.byte();
  if (format === FORMAT.json) return JSON.parse(Buffer.from(block.subarray(1)).toString('utf8')) as Places;
  const relative = format === FORMAT.relative;
  if (!relative && format !== FORMAT.columns)
    throw new RangeError(`places are written in an unknown format (${format})`);
  const count = reader.unsigned();
  const variables = readIntegers(reader, count);
  const kinds = readIntegers(reader, count).map(kindOf);
  const queues = readKinds(
    { reader, relative },
    paths,
    (kind) => kinds.filter((each) => each === kind).length,
  );
  return { variables, sources: kinds.map((kind) => queues[kind].next().value ?? null) };
}

const inFull = (block: Uint8Array): Uint8Array =>
  block[0] === FORMAT.squeezed ? unsqueeze(block.subarray(1)) : block;

/** Where a cell is printed, without the path or the box: what a table of many million cells says of each. */
export interface CellPlace {
  readonly kind: Source['kind'];
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Only kinds of documents that have pages. */
  readonly page: number | null;
}

/** As decodePlaces, without paths and boxes, and so in a fraction of the time. */
export function decodeCellPlaces({
  paths,
  block: stored,
}: {
  readonly paths: string | null;
  readonly block: Uint8Array;
}): {
  readonly variables: readonly number[];
  readonly places: readonly (CellPlace | null)[];
} {
  const block = inFull(stored);
  const reader = new ByteReader(block);
  const format = reader.byte();
  const relative = format === FORMAT.relative;
  if (!relative && format !== FORMAT.columns) return decodeWhole(paths, block);
  const count = reader.unsigned();
  const variables = readIntegers(reader, count);
  const kinds = readIntegers(reader, count);
  const kind = onlyKind(kinds);
  if (kind === null) return decodeWhole(paths, block);
  // Tables stand first in what follows of each kind, then the pages of those that have them.
  const printed = kinds.reduce((sum, each) => (each === 0 ? sum : sum + 1), 0);
  const { tables, rows, columns } = readColumns({ reader, relative }, printed);
  const pages = HAS_PAGES.has(kind) && printed > 0 ? readIntegers(reader, printed) : undefined;
  let next = 0;
  const places = kinds.map((each): CellPlace | null => {
    if (each === 0) return null;
    const index = next++;
    return {
      kind,
      table: at(tables, index),
      row: at(rows, index),
      column: at(columns, index),
      page: pages ? at(pages, index) : null,
    };
  });
  return { variables, places };
}

const HAS_PAGES: ReadonlySet<Kind> = new Set(['pdf', 'ocr']);

/** The kind of all places of a report, as nearly every one has; null when there are several. */
function onlyKind(kinds: readonly number[]): Source['kind'] | null {
  let found = 0;
  for (const kind of kinds)
    if (kind !== 0) {
      if (found !== 0 && found !== kind) return null;
      found = kind;
    }
  const kind = kindOf(found === 0 ? KINDS.indexOf('html') : found);
  return kind === 'none' ? null : kind;
}

function decodeWhole(paths: string | null, block: Uint8Array): ReturnType<typeof decodeCellPlaces> {
  const whole = decodePlaces({ paths: paths === null ? [] : (JSON.parse(paths) as string[]), block });
  const places = whole.sources.map((source): CellPlace | null => {
    if (source === null) return null;
    const { kind, table, row, column } = source;
    return { kind, table, row, column, page: 'page' in source ? source.page : null };
  });
  return { variables: whole.variables, places };
}

/** What is read, and whether its numbers are told from those they usually go up with, or (before) each by itself. */
interface Block {
  readonly reader: ByteReader;
  readonly relative: boolean;
}

function readColumns(
  { reader, relative }: Block,
  count: number,
): { readonly tables: Column; readonly rows: Column; readonly columns: Column } {
  if (count === 0) return { tables: [], rows: [], columns: [] };
  const tables = readIntegers(reader, count);
  const rows = readIntegers(reader, count);
  const columns = readIntegers(reader, count);
  return { tables, rows: relative ? fromRowSteps(rows, columns) : rows, columns };
}

/** The places of each kind in order, to be dealt out again to the cells. */
function readKinds(
  block: Block,
  paths: readonly string[],
  count: (kind: Kind) => number,
): Record<Kind, Iterator<Source, undefined>> {
  const none: Source[] = [];
  // The order of evaluation is the order in which encodePlaces wrote them.
  const html = count('html') > 0 ? readHtml(block, paths, count('html')) : none;
  const text = count('text') > 0 ? readText(block, count('text')) : none;
  const docx = count('docx') > 0 ? readInTable(block, 'docx', count('docx')) : none;
  const pdf = count('pdf') > 0 ? readPdf(block, count('pdf')) : none;
  const ocr = count('ocr') > 0 ? readOcr(block, count('ocr')) : none;
  const xlsx = count('xlsx') > 0 ? readInTable(block, 'xlsx', count('xlsx')) : none;
  return {
    none: none.values(),
    html: html.values(),
    text: text.values(),
    docx: docx.values(),
    pdf: pdf.values(),
    ocr: ocr.values(),
    xlsx: xlsx.values(),
  };
}

function readTables(
  block: Block,
  count: number,
): (index: number) => { table: number; row: number; column: number } {
  const { tables, rows, columns } = readColumns(block, count);
  return (index) => ({ table: at(tables, index), row: at(rows, index), column: at(columns, index) });
}

function readHtml(block: Block, paths: readonly string[], count: number): Source[] {
  const inTable = readTables(block, count);
  const patterns = readIntegers(block.reader, count);
  const numbersOf = paths.map((path, number) => {
    const same = patterns.filter((pattern) => pattern === number).length;
    const slots = Array.from({ length: countNumbers(path) }, () => readIntegers(block.reader, same));
    let next = 0;
    return (): number[] => {
      const index = next++;
      return slots.map((slot) => at(slot, index));
    };
  });
  return patterns.map((pattern, index) => {
    const numbers = numbersOf[pattern]?.() ?? [];
    const place = inTable(index);
    const printed = block.relative
      ? numbers.map((number, at) => number + usualNumber(place, numbers.length - at))
      : numbers;
    return { kind: 'html', ...place, path: joinPath(paths[pattern] ?? '', printed) };
  });
}

function readText(block: Block, count: number): Source[] {
  const inTable = readTables(block, count);
  const gaps = readIntegers(block.reader, count);
  const lengths = readIntegers(block.reader, count);
  let end = 0;
  return gaps.map((gap, index) => {
    const start = end + gap;
    end = start + at(lengths, index);
    return { kind: 'text', ...inTable(index), start, end };
  });
}

function readInTable(block: Block, kind: 'docx' | 'xlsx', count: number): Source[] {
  const inTable = readTables(block, count);
  return Array.from({ length: count }, (_, index) => ({ kind, ...inTable(index) }));
}

function readPdf(block: Block, count: number): Source[] {
  const printed = readPrinted(block, count);
  return Array.from({ length: count }, (_, index) => ({ kind: 'pdf', ...printed(index) }));
}

function readOcr(block: Block, count: number): Source[] {
  const printed = readPrinted(block, count);
  const confidences = readDecimals(block.reader, count);
  return confidences.map((confidence, index) => ({ kind: 'ocr', ...printed(index), confidence }));
}

function readPrinted(block: Block, count: number) {
  const inTable = readTables(block, count);
  const pages = readIntegers(block.reader, count);
  const x0 = readDecimals(block.reader, count);
  const y0 = readDecimals(block.reader, count);
  const x1 = readDecimals(block.reader, count);
  const y1 = readDecimals(block.reader, count);
  return (index: number) => {
    const bbox: [number, number, number, number] = [
      at(x0, index),
      at(y0, index),
      at(x1, index),
      at(y1, index),
    ];
    return { ...inTable(index), page: at(pages, index), bbox };
  };
}

const kindOf = (number: number): Kind => KINDS[number] ?? 'none';

function at(column: Column, index: number): number {
  const value = column[index];
  if (value === undefined) throw new RangeError('the block of places is cut short');
  return value;
}
