import { SMALLEST_HALF_POINTS } from '../docx/story.ts';
import type { DocFile } from './file-information.ts';
import { type Piece, readPieces } from './pieces.ts';
import { characterRuns, type PropertyRun, paragraphRuns, runAt } from './property-runs.ts';
import { isToggledOn, SPRM, type Sprm } from './sprms.ts';

/** What the file says of single characters; kept as bits, one byte a character. */
export const MARK = {
  deleted: 1,
  hidden: 2,
  struck: 4,
  raised: 8,
  special: 16,
  code: 32,
  white: 64,
  tiny: 128,
} as const;

/** The text of all stories of a document, marks of each character, and the modifiers of each paragraph. */
export interface DocText {
  readonly text: string;
  readonly marks: Uint8Array;
  /** The modifiers of the paragraph that ends with this character. */
  paragraphSprms(character: number): readonly Sprm[];
}

const FIELD_BEGIN = 0x13;
/** 0x14, between the two, parts the instruction from the result. */
const FIELD_END = 0x15;

export function readDocText(file: DocFile): DocText {
  const pieces = readPieces(file.clx, file.main);
  const text = pieces.map((piece) => piece.text).join('');
  const marks = new Uint8Array(text.length);
  const characters = characterRuns(file.characterPages, file.main);
  for (const piece of pieces) markPiece(piece, characters, marks);
  markFieldCodes(text, marks);
  const paragraphs = paragraphRuns(file.paragraphPages, file.main);
  return {
    text,
    marks,
    paragraphSprms: (character) => {
      const piece = pieceOf(pieces, character);
      if (!piece) return [];
      const offset = piece.offset + (character - piece.start) * piece.bytesPerCharacter;
      return [...(runAt(paragraphs, offset)?.sprms ?? []), ...piece.sprms];
    },
  };
}

function pieceOf(pieces: readonly Piece[], character: number): Piece | null {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= character) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? null;
}

function markPiece(piece: Piece, runs: readonly PropertyRun[], marks: Uint8Array): void {
  const own = marksOf(piece.sprms, 0);
  let run: PropertyRun | null = null;
  let mark = own;
  for (let at = 0; at < piece.text.length; at++) {
    const offset = piece.offset + at * piece.bytesPerCharacter;
    if (!run || offset < run.from || offset >= run.to) {
      run = runAt(runs, offset);
      mark = run ? marksOf(piece.sprms, marksOf(run.sprms, 0)) : own;
    }
    marks[piece.start + at] = mark;
  }
}

interface MarkRule {
  readonly mark: number;
  readonly isOn: (operand: Buffer) => boolean;
}

/** Ico ([MS-DOC] 2.9.119) and COLORREF (2.9.43), whose last byte is set for the automatic colour. */
const WHITE_ICO = 8;
const isWhite = (operand: Buffer): boolean => operand.readUInt32LE(0) === 0x00ffffff;

const MARKS: ReadonlyMap<number, MarkRule> = new Map<number, MarkRule>([
  [SPRM.deleted, { mark: MARK.deleted, isOn: isToggledOn }],
  [SPRM.special, { mark: MARK.special, isOn: isToggledOn }],
  [SPRM.hidden, { mark: MARK.hidden, isOn: isToggledOn }],
  [SPRM.struck, { mark: MARK.struck, isOn: isToggledOn }],
  [SPRM.doublyStruck, { mark: MARK.struck, isOn: isToggledOn }],
  [SPRM.size, { mark: MARK.tiny, isOn: (operand) => operand.readUInt16LE(0) <= SMALLEST_HALF_POINTS }],
  [SPRM.paletteColor, { mark: MARK.white, isOn: (operand) => operand[0] === WHITE_ICO }],
  [SPRM.color, { mark: MARK.white, isOn: isWhite }],
  [SPRM.raised, { mark: MARK.raised, isOn: (operand) => operand[0] === 1 || operand[0] === 2 }],
]);

function marksOf(sprms: readonly Sprm[], before: number): number {
  let marks = before;
  for (const { code, operand } of sprms) {
    const known = MARKS.get(code);
    if (known) marks = known.isOn(operand) ? marks | known.mark : marks & ~known.mark;
  }
  return marks;
}

/** Instructions of fields ([MS-DOC] 2.8.25): from the begin mark to the separator, or to the end without one. */
function markFieldCodes(text: string, marks: Uint8Array): void {
  const open: { from: number; instruction: boolean }[] = [];
  const mark = (from: number, to: number): void => {
    for (let at = from; at <= to; at++) marks[at] = (marks[at] ?? 0) | MARK.code;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIELD_BEGIN || code > FIELD_END || !((marks[at] ?? 0) & MARK.special)) continue;
    const field = open.at(-1);
    if (code === FIELD_BEGIN) open.push({ from: at, instruction: true });
    else if (field) {
      // Fields within the instruction of another are hidden with it, once: the outermost marks them all.
      const nested = open.slice(0, -1).some((outer) => outer.instruction);
      if (field.instruction && !nested) mark(field.from, at);
      field.instruction = false;
      if (code === FIELD_END) open.pop();
    }
  }
}
