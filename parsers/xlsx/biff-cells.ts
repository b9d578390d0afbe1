import { BIFF, type BiffRecord } from './biff-records.ts';
import { readStrings } from './biff-strings.ts';
import { type Shown, shown } from './displayed-number.ts';
import type { RawCell } from './raw-sheet.ts';
import type { WorkbookTables } from './workbook-tables.ts';

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

type ReadCells = (record: BiffRecord, tables: WorkbookTables) => readonly RawCell[];

const one =
  (show: (record: BiffRecord, tables: WorkbookTables, style: number) => Shown): ReadCells =>
  (record, tables) => [{ ...placeOf(record), ...show(record, tables, record.data.readUInt16LE(4)) }];

/** The records that hold cells ([MS-XLS] 2.4); a formula's text comes in a record of its own behind it. */
export const CELL_READERS: ReadonlyMap<number, ReadCells> = new Map<number, ReadCells>([
  [BIFF.number, one(({ data }, tables, style) => shown(data.readDoubleLE(6), style, tables))],
  [BIFF.shortNumber, one(({ data }, tables, style) => shown(shortNumber(data, 6), style, tables))],
  [BIFF.numbers, manyNumbers],
  [
    BIFF.sharedText,
    one(({ data }, tables, style) =>
      shown(sharedString(tables.strings, data.readUInt32LE(6)), style, tables),
    ),
  ],
  [BIFF.text, one((record) => ({ text: readStrings(record, 6).read(2) }))],
  [BIFF.richText, one((record) => ({ text: readStrings(record, 6).read(2) }))],
  [BIFF.boolean, one(({ data }) => constant(data.readUInt8(7) === 1, data.readUInt8(6)))],
  [BIFF.formula, one(({ data }, tables, style) => formulaResult(data, tables, style))],
]);

const placeOf = ({ data }: BiffRecord): { row: number; column: number } => ({
  row: data.readUInt16LE(0),
  column: data.readUInt16LE(2),
});

const constant = (isError: boolean, value: number): Shown => ({
  text: isError ? (ERRORS[value] ?? '#ERROR!') : value === 0 ? 'FALSE' : 'TRUE',
});

function sharedString(strings: readonly string[], index: number): string {
  const text = strings[index];
  if (text === undefined) throw new RangeError(`no shared string ${index}`);
  return text;
}

/** RkNumber ([MS-XLS] 2.5.217): an integer or the upper part of a double, perhaps a hundred times too large. */
function shortNumber(data: Buffer, at: number): number {
  const packed = data.readInt32LE(at);
  const double = Buffer.alloc(8);
  double.writeInt32LE(packed & ~3, 4);
  const number = packed & 2 ? packed >> 2 : double.readDoubleLE(0);
  return packed & 1 ? number / 100 : number;
}

function manyNumbers({ data }: BiffRecord, tables: WorkbookTables): readonly RawCell[] {
  const row = data.readUInt16LE(0);
  const first = data.readUInt16LE(2);
  const count = Math.floor((data.length - 6) / 6);
  return Array.from({ length: count }, (_, index) => {
    const at = 4 + 6 * index;
    const cell = shown(shortNumber(data, at + 2), data.readUInt16LE(at), tables);
    return { row, column: first + index, ...cell };
  });
}

/** FormulaValue (2.5.133): a number, or a mark and a constant; empty for a text, which follows. */
function formulaResult(data: Buffer, tables: WorkbookTables, style: number): Shown {
  if (data.readUInt16LE(12) !== 0xffff) return shown(data.readDoubleLE(6), style, tables);
  const kind = data.readUInt8(6);
  return kind === 1 || kind === 2 ? constant(kind === 2, data.readUInt8(8)) : { text: '' };
}
