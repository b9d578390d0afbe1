import type { Batch, SharedColumn, TextColumn } from '../batch.ts';
import { type Column, columnsIn, type ReleaseTable, type Value } from '../release-table.ts';
import { type TakeChunk, takeNew } from './chunks.ts';
import { guardText } from './guard-text.ts';

/** The first line of a table: RFC 4180 with LF, UTF-8 without a mark. */
export const csvHead = (table: ReleaseTable): string =>
  `${columnsIn(table, 'csv')
    .map(({ name }) => name)
    .join(',')}\n`;

/**
 * Some fields of a row with the comma or the end of line behind them, as they are put into the bytes of a row: those
 * that neighbours share as one stretch written once a report, a text as a stretch of `bytes`, a number as its digits.
 */
type Piece =
  | { readonly kind: 'shared'; readonly fields: readonly SharedField[]; bytes: Uint8Array }
  | {
      readonly kind: 'text';
      readonly codes: Int32Array;
      readonly from: Int32Array;
      readonly bytes: Uint8Array;
      readonly most: number;
      /** The same, one by one. */
      readonly fields: readonly Uint8Array[];
    }
  | { readonly kind: 'number'; readonly values: Float64Array; readonly end: number };

interface SharedField {
  readonly column: Column;
  readonly held: SharedColumn;
  readonly end: string;
}

/** Below, putting bytes one by one takes less time than a call does. */
const LONG_BYTES = 32;
/** A small table needs little. */
const FIRST_BYTES = 64 * 1024;
/** No number takes more in JavaScript's writing ("-1.2345678901234567e-100"), with the comma behind it. */
const NUMBER_BYTES = 26;

/**
 * Rows as CSV, in pieces of bytes: null is an empty field. One loop over all fields of a row, into bytes and never
 * into strings: this is where a release of millions of rows spends its time.
 */
export function encodeCsv(
  table: ReleaseTable,
  batch: Batch,
  take: TakeChunk = takeNew,
): Uint8Array<ArrayBuffer>[] {
  const pieces = piecesOf(table, batch);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let chunk = new Uint8Array(FIRST_BYTES);
  let used = 0;
  let row = 0;
  for (let report = 0; report < batch.rows.length; report++) {
    for (const piece of pieces) if (piece.kind === 'shared') piece.bytes = sharedBytes(piece.fields, report);
    const most = pieces.reduce((sum, piece) => sum + mostBytes(piece), 0);
    for (const end = row + (batch.rows[report] ?? 0); row < end; row++) {
      if (used + most > chunk.length) {
        if (used > 0) chunks.push(chunk.subarray(0, used));
        chunk = take(most);
        used = 0;
      }
      for (let at = 0; at < pieces.length; at++) {
        const piece = pieces[at] as Piece;
        if (piece.kind === 'number') used = putNumber(chunk, used, piece.values[row] as number, piece.end);
        else if (piece.kind === 'text') {
          const { codes, from, bytes, fields } = piece;
          const code = codes[row] as number;
          const to = from[code + 1] as number;
          let byte = from[code] as number;
          if (to - byte > LONG_BYTES) {
            chunk.set(fields[code] as Uint8Array, used);
            used += to - byte;
          } else for (; byte < to; byte++) chunk[used++] = bytes[byte] as number;
        } else {
          chunk.set(piece.bytes, used);
          used += piece.bytes.length;
        }
      }
    }
  }
  return used > 0 ? [...chunks, chunk.subarray(0, used)] : chunks;
}

const DIGIT_0 = 0x30;

/** Most are whole and small: their digits are put without a string. Returns where the next field begins. */
function putNumber(out: Uint8Array, from: number, value: number, end: number): number {
  let used = from;
  const small = value | 0;
  if (small === value && small >= 0 && small < 1000) {
    if (small > 99) out[used++] = DIGIT_0 + ((small / 100) | 0);
    if (small > 9) out[used++] = DIGIT_0 + (((small / 10) | 0) % 10);
    out[used++] = DIGIT_0 + (small % 10);
  } else if (!Number.isNaN(value)) {
    const text = String(value);
    for (let at = 0; at < text.length; at++) out[used++] = text.charCodeAt(at);
  }
  out[used++] = end;
  return used;
}

function piecesOf(table: ReleaseTable, batch: Batch): Piece[] {
  const columns = columnsIn(table, 'csv');
  const pieces: Piece[] = [];
  let neighbours: SharedField[] = [];
  columns.forEach((column, index) => {
    const held = batch.columns[column.at];
    const isLast = index === columns.length - 1;
    const end = isLast ? '\n' : ',';
    if (held?.kind === 'shared') neighbours.push({ column, held, end });
    if (neighbours.length > 0 && (isLast || held?.kind !== 'shared')) {
      pieces.push({ kind: 'shared', fields: neighbours, bytes: new Uint8Array(0) });
      neighbours = [];
    }
    if (held?.kind === 'text') pieces.push(textPiece(column, held, end));
    if (held?.kind === 'number') pieces.push({ kind: 'number', values: held.values, end: end.charCodeAt(0) });
  });
  return pieces;
}

/** All texts of the column stand one after the other: a field is a stretch of them. */
function textPiece(column: Column, { codes, texts }: TextColumn, end: string): Piece {
  const fields = texts.map((text) => Buffer.from(fieldOf(column, text) + end, 'utf8'));
  const from = new Int32Array(fields.length + 1);
  fields.forEach(({ length }, code) => {
    from[code + 1] = (from[code] ?? 0) + length;
  });
  const most = fields.reduce((most, { length }) => Math.max(most, length), 0);
  return { kind: 'text', codes, from, bytes: Buffer.concat(fields), fields, most };
}

const sharedBytes = (fields: readonly SharedField[], report: number): Uint8Array =>
  Buffer.from(
    fields.map(({ column, held, end }) => fieldOf(column, held.values[report] ?? null) + end).join(''),
    'utf8',
  );

function mostBytes(piece: Piece): number {
  if (piece.kind === 'number') return NUMBER_BYTES;
  return piece.kind === 'text' ? piece.most : piece.bytes.length;
}

const NEEDS_QUOTES = /[",\r\n]/;

/** A number as JavaScript writes it: a point, no separators, 12 and never 12.0. */
export function csvField(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const fieldOf = ({ free }: Column, value: Value): string =>
  csvField(free && typeof value === 'string' ? guardText(value) : value);
