import { assemble, type Piece } from '../cell-pieces.ts';
import type { MannerOfFont } from './biff-fonts.ts';
import type { BiffRecord } from './biff-records.ts';

const WIDE = 0x01;
const PHONETIC = 0x04;
const RICH = 0x08;

/** Reads strings that run over the records of one chain ([MS-XLS] 2.5.293, 2.5.294). */
export interface StringReader {
  /** A string whose length is told in one byte or two; its runs stand to each other as their fonts say. */
  read(lengthSize: 1 | 2, mannerOf?: MannerOfFont): string;
  skip(bytes: number): void;
}

export function readStrings({ data, more }: Pick<BiffRecord, 'data' | 'more'>, from: number): StringReader {
  const segments = [data, ...more];
  let segment = 0;
  let at = from;
  const current = (): Buffer => {
    while (at >= (segments[segment]?.length ?? 0)) {
      if (segment + 1 >= segments.length) throw new RangeError('a string runs beyond its record');
      at -= segments[segment]?.length ?? 0;
      segment++;
    }
    return segments[segment] as Buffer;
  };
  const skip = (bytes: number): void => {
    at += bytes;
  };
  const number = (size: 1 | 2 | 4): number => {
    const buffer = current();
    at += size;
    return buffer.readUIntLE(at - size, size);
  };
  const characters = (length: number, flags: number): string => {
    const parts: string[] = [];
    let left = length;
    let wide = (flags & WIDE) !== 0;
    while (left > 0) {
      // A string that goes on in the next record begins there with a byte that says how wide it goes on.
      if (at >= (segments[segment]?.length ?? 0)) {
        current();
        wide = (number(1) & WIDE) !== 0;
      }
      const buffer = current();
      const size = wide ? 2 : 1;
      const count = Math.min(left, Math.floor((buffer.length - at) / size));
      if (count === 0) throw new RangeError('a character is cut in two');
      parts.push(buffer.toString(wide ? 'utf16le' : 'latin1', at, at + count * size));
      at += count * size;
      left -= count;
    }
    return parts.join('');
  };
  return {
    skip,
    read: (lengthSize, mannerOf) => {
      const length = number(lengthSize);
      const flags = number(1);
      const runs = flags & RICH ? number(2) : 0;
      const phonetic = flags & PHONETIC ? number(4) : 0;
      const text = characters(length, flags);
      if (!mannerOf) {
        skip(4 * runs + phonetic);
        return text;
      }
      const starts = Array.from({ length: runs }, () => ({ from: number(2), manner: mannerOf(number(2)) }));
      skip(phonetic);
      return assemble(piecesOf(text, starts)).join('');
    },
  };
}

/** The text up to its first run has the font of the cell. */
function piecesOf(
  text: string,
  starts: readonly { readonly from: number; readonly manner: Piece['manner'] }[],
): readonly Piece[] {
  const runs = [{ from: 0, manner: null }, ...starts];
  return runs.map(({ from, manner }, at) => ({ text: text.slice(from, runs[at + 1]?.from), manner }));
}
