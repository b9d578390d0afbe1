import type { Source } from '../../model/source.ts';
import { ByteReader } from './bytes.ts';
import { readDecimals } from './decimals.ts';
import { type EncodedPlaces, FORMAT, KINDS, type Places } from './encode-places.ts';
import { readIntegers } from './integers.ts';
import { countNumbers, joinPath } from './path-pattern.ts';

type Kind = (typeof KINDS)[number];
type Column = readonly number[];

/** Gives back what encodePlaces was given. Throws RangeError when the block is no such block. */
export function decodePlaces({ paths, block }: EncodedPlaces): Places {
  const reader = new ByteReader(block);
  const format = reader.byte();
  if (format === FORMAT.json) return JSON.parse(Buffer.from(block.subarray(1)).toString('utf8')) as Places;
  if (format !== FORMAT.columns) throw new RangeError(`places are written in an unknown format (${format})`);
  const count = reader.unsigned();
  const variables = readIntegers(reader, count);
  const kinds = readIntegers(reader, count).map(kindOf);
  const queues = readKinds(reader, paths, (kind) => kinds.filter((each) => each === kind).length);
  return { variables, sources: kinds.map((kind) => queues[kind].next().value ?? null) };
}

/** The places of each kind in order, to be dealt out again to the cells. */
function readKinds(
  reader: ByteReader,
  paths: readonly string[],
  count: (kind: Kind) => number,
): Record<Kind, Iterator<Source, undefined>> {
  const none: Source[] = [];
  // The order of evaluation is the order in which encodePlaces wrote them.
  const html = count('html') > 0 ? readHtml(reader, paths, count('html')) : none;
  const text = count('text') > 0 ? readText(reader, count('text')) : none;
  const docx = count('docx') > 0 ? readInTable(reader, 'docx', count('docx')) : none;
  const pdf = count('pdf') > 0 ? readPdf(reader, count('pdf')) : none;
  const ocr = count('ocr') > 0 ? readOcr(reader, count('ocr')) : none;
  const xlsx = count('xlsx') > 0 ? readInTable(reader, 'xlsx', count('xlsx')) : none;
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
  reader: ByteReader,
  count: number,
): (index: number) => { table: number; row: number; column: number } {
  const tables = readIntegers(reader, count);
  const rows = readIntegers(reader, count);
  const columns = readIntegers(reader, count);
  return (index) => ({ table: at(tables, index), row: at(rows, index), column: at(columns, index) });
}

function readHtml(reader: ByteReader, paths: readonly string[], count: number): Source[] {
  const inTable = readTables(reader, count);
  const patterns = readIntegers(reader, count);
  const numbersOf = paths.map((path, number) => {
    const same = patterns.filter((pattern) => pattern === number).length;
    const slots = Array.from({ length: countNumbers(path) }, () => readIntegers(reader, same));
    let next = 0;
    return (): number[] => {
      const index = next++;
      return slots.map((slot) => at(slot, index));
    };
  });
  return patterns.map((pattern, index) => {
    const numbers = numbersOf[pattern]?.() ?? [];
    return { kind: 'html', ...inTable(index), path: joinPath(paths[pattern] ?? '', numbers) };
  });
}

function readText(reader: ByteReader, count: number): Source[] {
  const inTable = readTables(reader, count);
  const gaps = readIntegers(reader, count);
  const lengths = readIntegers(reader, count);
  let end = 0;
  return gaps.map((gap, index) => {
    const start = end + gap;
    end = start + at(lengths, index);
    return { kind: 'text', ...inTable(index), start, end };
  });
}

function readInTable(reader: ByteReader, kind: 'docx' | 'xlsx', count: number): Source[] {
  const inTable = readTables(reader, count);
  return Array.from({ length: count }, (_, index) => ({ kind, ...inTable(index) }));
}

function readPdf(reader: ByteReader, count: number): Source[] {
  const printed = readPrinted(reader, count);
  return Array.from({ length: count }, (_, index) => ({ kind: 'pdf', ...printed(index) }));
}

function readOcr(reader: ByteReader, count: number): Source[] {
  const printed = readPrinted(reader, count);
  const confidences = readDecimals(reader, count);
  return confidences.map((confidence, index) => ({ kind: 'ocr', ...printed(index), confidence }));
}

function readPrinted(reader: ByteReader, count: number) {
  const inTable = readTables(reader, count);
  const pages = readIntegers(reader, count);
  const x0 = readDecimals(reader, count);
  const y0 = readDecimals(reader, count);
  const x1 = readDecimals(reader, count);
  const y1 = readDecimals(reader, count);
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
