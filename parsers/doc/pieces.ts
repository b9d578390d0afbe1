import { RefusedFile } from '../docx/refused-file.ts';
import { LIMITS } from '../limits.ts';
import { sliceOf } from './bytes.ts';
import { readSprms, SPRM, type Sprm } from './sprms.ts';

/** A stretch of text that lies in one place of the main stream ([MS-DOC] 2.8.35, 2.9.177). */
export interface Piece {
  readonly text: string;
  /** Its first character in the text, and its first byte in the stream. */
  readonly start: number;
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Modifiers of a quick save that apply to the whole piece. */
  readonly sprms: readonly Sprm[];
}

const GROUP = 1;
const PIECE_TABLE = 2;
const COMPRESSED = 0x40000000;
/**
 * Bytes 80 to 9F of compressed text (FcCompressed, 2.9.73). TextDecoder is of no use here: Node 20 reads
 * windows-1252 as latin1 and loses quotes and dashes.
 */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Single modifiers of a piece by their short number ([MS-DOC] 2.9.215), as far as they decide what is printed. */
const SHORT_SPRMS: ReadonlyMap<number, number> = new Map([
  [0x18, SPRM.inTable],
  [0x19, SPRM.rowEnd],
  [0x41, SPRM.deleted],
  [0x57, SPRM.struck],
  [0x5c, SPRM.hidden],
]);

/** The text of a document, piece by piece in the order of its characters. */
export function readPieces(clx: Buffer, main: Buffer): readonly Piece[] {
  const groups: Buffer[] = [];
  let at = 0;
  while (clx.readUInt8(at) === GROUP) {
    const length = clx.readUInt16LE(at + 1);
    groups.push(sliceOf(clx, at + 3, length));
    at += 3 + length;
  }
  if (clx.readUInt8(at) !== PIECE_TABLE) throw new RangeError('no piece table');
  const table = sliceOf(clx, at + 5, clx.readUInt32LE(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  let characters = 0;
  return Array.from({ length: count }, (_, index) => {
    const start = table.readUInt32LE(4 * index);
    const length = table.readUInt32LE(4 * index + 4) - start;
    characters += length;
    if (length < 0 || start !== characters - length) throw new RangeError('pieces out of order');
    if (characters > LIMITS.characters)
      throw new RefusedFile('too_large', { characters, most: LIMITS.characters });
    const descriptor = sliceOf(table, 4 * (count + 1) + 8 * index, 8);
    return readPiece(main, descriptor, start, length, groups);
  });
}

function readPiece(
  main: Buffer,
  descriptor: Buffer,
  start: number,
  length: number,
  groups: readonly Buffer[],
): Piece {
  const place = descriptor.readUInt32LE(2);
  const sprms = pieceSprms(descriptor.readUInt16LE(6), groups);
  if (place & COMPRESSED) {
    const offset = (place & ~COMPRESSED) >>> 1;
    const text = sliceOf(main, offset, length)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (byte) => UPPER_CONTROLS[byte.charCodeAt(0) - 0x80] ?? byte);
    return { text, start, offset, bytesPerCharacter: 1, sprms };
  }
  const text = sliceOf(main, place, length * 2).toString('utf16le');
  return { text, start, offset: place, bytesPerCharacter: 2, sprms };
}

function pieceSprms(modifier: number, groups: readonly Buffer[]): readonly Sprm[] {
  if (modifier & 1) {
    const group = groups[modifier >> 1];
    return group ? readSprms(group) : [];
  }
  const code = SHORT_SPRMS.get((modifier >> 1) & 0x7f);
  return code === undefined ? [] : [{ code, operand: Buffer.of(modifier >> 8) }];
}
