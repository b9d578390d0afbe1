import { openCompoundFile } from '../doc/ole.ts';
import { RefusedFile } from '../docx/refused-file.ts';
import { CELL_READERS } from './biff-cells.ts';
import { type MannerOfFont, mannersOfFonts } from './biff-fonts.ts';
import { BIFF, type BiffRecord, readPart } from './biff-records.ts';
import { readStrings } from './biff-strings.ts';
import { MOST, type Range, type RawCell, type RawSheet, type RawWorkbook } from './raw-sheet.ts';
import type { WorkbookTables } from './workbook-tables.ts';

const BIFF8 = 0x0600;
const WORKSHEET = 0;
const MOST_STRINGS = 1_000_000;

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly at: number;
}

/**
 * An Excel 97–2003 workbook ([MS-XLS]) → its sheets, cells as displayed. Its records are read here: the
 * library that reads both formats runs out of memory on broken ones. Throws RefusedFile or RangeError.
 */
export function openXls(bytes: Uint8Array): RawWorkbook {
  const file = openCompoundFile(bytes);
  const stream = file.stream('Workbook');
  if (!stream) throw new RefusedFile('unsupported', { kind: 'Excel 95 (.xls)' });
  const { sheets, tables } = readGlobals(stream);
  return {
    sheets: sheets.slice(0, MOST.sheets).map((entry) => readSheet(stream, entry, tables)),
    title: undefined,
  };
}

function readGlobals(stream: Buffer): { sheets: readonly SheetEntry[]; tables: WorkbookTables } {
  const sheets: SheetEntry[] = [];
  const styles: number[] = [];
  const fonts: Buffer[] = [];
  const formats = new Map<number, string>();
  let strings: readonly string[] = [];
  let date1904 = false;
  for (const record of readPart(stream, 0)) {
    const { type, data } = record;
    if (type === BIFF.part && data.readUInt16LE(0) !== BIFF8) {
      throw new RefusedFile('unsupported', { kind: 'Excel 95 (.xls)' });
    }
    if (type === BIFF.password) throw new RefusedFile('encrypted');
    if (type === BIFF.date1904) date1904 = data.readUInt16LE(0) === 1;
    if (type === BIFF.style) styles.push(data.readUInt16LE(2));
    if (type === BIFF.font) fonts.push(data);
    if (type === BIFF.strings) strings = sharedStrings(record, mannersOfFonts(fonts));
    if (type === BIFF.format) formats.set(data.readUInt16LE(0), readStrings(record, 2).read(2));
    if (type === BIFF.sheet && data.readUInt8(5) === WORKSHEET) {
      const hidden = (data.readUInt8(4) & 3) !== 0;
      sheets.push({ name: readStrings(record, 6).read(1), hidden, at: data.readUInt32LE(0) });
    }
  }
  return { sheets, tables: { strings, styles, formats, date1904 } };
}

function sharedStrings(record: BiffRecord, mannerOf: MannerOfFont): readonly string[] {
  const count = record.data.readUInt32LE(4);
  if (count > MOST_STRINGS) throw new RefusedFile('too_large', { bytes: count, most: MOST_STRINGS });
  const reader = readStrings(record, 8);
  return Array.from({ length: count }, () => reader.read(2, mannerOf));
}

function readSheet(stream: Buffer, { name, hidden, at }: SheetEntry, tables: WorkbookTables): RawSheet {
  const cells: RawCell[] = [];
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let cut = false;
  for (const record of readPart(stream, at)) {
    const { type, data } = record;
    if (type === BIFF.row && data.readUInt16LE(12) & 0x20) hiddenRows.add(data.readUInt16LE(0));
    if (type === BIFF.columns && data.readUInt16LE(8) & 1) addColumns(data, hiddenColumns);
    if (type === BIFF.merges) merges.push(...readMerges(data));
    if (type === BIFF.formulaText) setLastText(cells, readStrings(record, 0).read(2));
    for (const cell of CELL_READERS.get(type)?.(record, tables) ?? []) {
      if (cell.row >= MOST.rows || cells.length >= MOST.cells) cut = true;
      else cells.push(cell);
    }
  }
  return { name, hidden, cells, merges, hiddenRows, hiddenColumns, cut };
}

/** The text of a formula comes behind it. */
function setLastText(cells: RawCell[], text: string): void {
  const last = cells.pop();
  if (last) cells.push({ ...last, text });
}

function addColumns(data: Buffer, columns: Set<number>): void {
  const last = Math.min(data.readUInt16LE(2), 255);
  for (let column = data.readUInt16LE(0); column <= last; column++) columns.add(column);
}

function readMerges(data: Buffer): readonly Range[] {
  return Array.from({ length: data.readUInt16LE(0) }, (_, index) => {
    const at = 2 + 8 * index;
    return {
      top: data.readUInt16LE(at),
      bottom: data.readUInt16LE(at + 2),
      left: data.readUInt16LE(at + 4),
      right: data.readUInt16LE(at + 6),
    };
  });
}
