import type { Source } from '../../model/source.ts';
import { ByteWriter } from './bytes.ts';
import { writeDecimals } from './decimals.ts';
import { writeIntegers } from './integers.ts';
import { makePathSplitter } from './path-pattern.ts';
import { toRowSteps } from './row-steps.ts';
import { squeeze } from './squeeze.ts';

/** The places of a report's cells in the order of the record; `variables[i]` was read from `sources[i]`. */
export interface Places {
  readonly variables: readonly number[];
  readonly sources: readonly (Source | null)[];
}

/** `paths`: the patterns of CSS paths that the block refers to, by number. */
export interface EncodedPlaces {
  readonly paths: readonly string[];
  readonly block: Uint8Array;
}

/**
 * Boxes on pages (PDF, scans) make long blocks, of which a quarter is left. Web pages and texts stay below: there
 * is little left in theirs to save, and an export would take 7 % longer.
 */
const LEAST_SQUEEZED = 600;

/** First byte of a block: how the rest is written. Formats are added, never changed. */
export const FORMAT = { json: 0, columns: 1, squeezed: 2, relative: 3 } as const;
/** A kind is written as its place in this list; 0 is a cell without a place. */
export const KINDS = ['none', 'html', 'text', 'docx', 'pdf', 'ocr', 'xlsx'] as const;

type Of<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>;
type Printed = Of<'pdf'> | Of<'ocr'>;

/**
 * Places column by column (all tables, all rows, …), a byte or two a cell instead of the hundred of JSON: what follows
 * from another column is left out, and of long ones what repeats is written once. decodePlaces gives back exactly what
 * went in: what does not fit columns is written as JSON.
 */
export function encodePlaces(places: Places): EncodedPlaces {
  const { paths, block } = encodeInFull(places);
  if (block.length < LEAST_SQUEEZED) return { paths, block };
  const squeezed = Buffer.concat([Buffer.of(FORMAT.squeezed), squeeze(block)]);
  return { paths, block: squeezed.length < block.length ? squeezed : block };
}

function encodeInFull(places: Places): EncodedPlaces {
  try {
    return encodeAsColumns(places);
  } catch (error) {
    if (error instanceof RangeError) return encodeAsJson(places);
    throw error;
  }
}

function encodeAsColumns(places: Places): EncodedPlaces {
  const writer = new ByteWriter();
  writer.byte(FORMAT.relative);
  writer.unsigned(places.sources.length);
  writeIntegers(writer, places.variables);
  writeIntegers(
    writer,
    places.sources.map((source) => (source ? KINDS.indexOf(source.kind) : 0)),
  );
  const ofKind = groupKinds(places.sources);
  const paths = writeHtml(writer, ofKind('html'));
  writeText(writer, ofKind('text'));
  writeTables(writer, ofKind('docx'));
  writePrinted(writer, ofKind('pdf'));
  const scans = ofKind('ocr');
  writePrinted(writer, scans);
  if (scans.length > 0)
    writeDecimals(
      writer,
      scans.map((source) => source.confidence),
    );
  writeTables(writer, ofKind('xlsx'));
  return { paths, block: writer.finish() };
}

function encodeAsJson(places: Places): EncodedPlaces {
  return { paths: [], block: Buffer.concat([Buffer.of(FORMAT.json), Buffer.from(JSON.stringify(places))]) };
}

function writeTables(writer: ByteWriter, sources: readonly Source[]): void {
  if (sources.length === 0) return;
  writeIntegers(
    writer,
    sources.map((source) => source.table),
  );
  const columns = sources.map((source) => source.column);
  writeIntegers(
    writer,
    toRowSteps(
      sources.map((source) => source.row),
      columns,
    ),
  );
  writeIntegers(writer, columns);
}

function writeHtml(writer: ByteWriter, sources: readonly Of<'html'>[]): readonly string[] {
  if (sources.length === 0) return [];
  writeTables(writer, sources);
  const splitPath = makePathSplitter();
  const parts = sources.map(({ path }) => splitPath(path));
  const slotsOf = new Map<string, number[][]>();
  let slots: number[][] = [];
  let current: string | undefined;
  for (const [index, { pattern, numbers }] of parts.entries()) {
    if (pattern !== current) {
      slots = slotsOf.get(pattern) ?? numbers.map(() => []);
      slotsOf.set(pattern, slots);
      current = pattern;
    }
    const source = sources[index];
    for (let i = 0; i < slots.length; i++)
      slots[i]?.push((numbers[i] ?? 0) - usualNumber(source, slots.length - i));
  }
  const paths = [...slotsOf.keys()];
  const numberOf = new Map(paths.map((path, number) => [path, number]));
  writeIntegers(
    writer,
    parts.map(({ pattern }) => numberOf.get(pattern) ?? 0),
  );
  for (const slot of [...slotsOf.values()].flat()) writeIntegers(writer, slot);
  return paths;
}

/** What a number of a path goes up with, told from its end: the last one with the column, the one before with the row. */
export function usualNumber(
  place: { readonly row: number; readonly column: number } | undefined,
  fromEnd: number,
): number {
  if (fromEnd === 1) return place?.column ?? 0;
  return fromEnd === 2 ? (place?.row ?? 0) : 0;
}

/** Characters as the gap after the cell before and the length: both are often the same down a table. */
function writeText(writer: ByteWriter, sources: readonly Of<'text'>[]): void {
  if (sources.length === 0) return;
  writeTables(writer, sources);
  writeIntegers(
    writer,
    sources.map(({ start }, index) => start - (sources[index - 1]?.end ?? 0)),
  );
  writeIntegers(
    writer,
    sources.map(({ start, end }) => end - start),
  );
}

function writePrinted(writer: ByteWriter, sources: readonly Printed[]): void {
  if (sources.length === 0) return;
  writeTables(writer, sources);
  writeIntegers(
    writer,
    sources.map(({ page }) => page),
  );
  for (const side of [0, 1, 2, 3] as const)
    writeDecimals(
      writer,
      sources.map(({ bbox }) => bbox[side]),
    );
}

function groupKinds(
  sources: readonly (Source | null)[],
): <Kind extends Source['kind']>(kind: Kind) => readonly Of<Kind>[] {
  const groups = new Map<Source['kind'], Source[]>();
  for (const source of sources) {
    if (source === null) continue;
    const group = groups.get(source.kind);
    if (group) group.push(source);
    else groups.set(source.kind, [source]);
  }
  return <Kind extends Source['kind']>(kind: Kind) => (groups.get(kind) ?? []) as Of<Kind>[];
}
