import { sliceOf } from '../doc/bytes.ts';

/** A record of a workbook stream ([MS-XLS] 2.1.4); what did not fit goes on in `more`, its CONTINUE records. */
export interface BiffRecord {
  readonly type: number;
  readonly at: number;
  readonly data: Buffer;
  readonly more: readonly Buffer[];
}

export const BIFF = {
  formula: 0x0006,
  endOfPart: 0x000a,
  date1904: 0x0022,
  password: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  columns: 0x007d,
  sheet: 0x0085,
  numbers: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merges: 0x00e5,
  strings: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  boolean: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  shortNumber: 0x027e,
  format: 0x041e,
  part: 0x0809,
} as const;

/** The records from `from` to the end of the part that begins there; parts within it (charts) are left out. */
export function* readPart(stream: Buffer, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const data = sliceOf(stream, at + 4, stream.readUInt16LE(at + 2));
    let next = at + 4 + data.length;
    const more: Buffer[] = [];
    while (next + 4 <= stream.length && stream.readUInt16LE(next) === BIFF.continued) {
      const rest = sliceOf(stream, next + 4, stream.readUInt16LE(next + 2));
      more.push(rest);
      next += 4 + rest.length;
    }
    if (type === BIFF.part) depth++;
    if (depth === 1) yield { type, at, data, more };
    if (type === BIFF.endOfPart && --depth <= 0) return;
    at = next;
  }
  throw new RangeError('a part of the workbook has no end');
}
