import { assemble, type Piece } from '../cell-pieces.ts';
import { type DocText, MARK } from './doc-text.ts';

/** What characters below the blank stand for ([MS-DOC] 2.4.1); those not listed print nothing. */
const CONTROLS: Readonly<Record<number, string>> = {
  9: ' ',
  11: '\n',
  12: '\n',
  14: '\n',
  30: '\u2011',
};
const PICTURE = 0x01;
const DRAWN = 0x08;
const SYMBOL = 0x28;
/** Stands for a character of a symbol font: what it shows is not known, and a number with it is none. */
const UNKNOWN = '□';

export interface PrintedText {
  /** Line breaks are line feeds. */
  readonly text: string;
  readonly pictures: number;
  /** Objects that float and hang on this paragraph: pictures, shapes, text boxes. */
  readonly floating: number;
}

const BESIDE: Piece['manner'] = { kind: 'beside' };
const APART: Piece['manner'] = { kind: 'apart' };
const UNSEEN: Piece['manner'] = { kind: 'unseen' };

/** The mark of a note behind a number is not its last digit, and 27 struck out before 28 is not 2728. */
const mannerOf = (mark: number): Piece['manner'] =>
  mark & MARK.tiny ? UNSEEN : mark & (MARK.raised | MARK.struck) ? BESIDE : mark & MARK.white ? APART : null;

/** The characters from `from` up to `to` as they are printed: without deleted and hidden ones and field codes. */
export function printedText({ text, marks }: DocText, from: number, to: number): PrintedText {
  const pieces: Piece[] = [];
  let pictures = 0;
  let floating = 0;
  for (let at = from; at < to; at++) {
    const mark = marks[at] ?? 0;
    if (mark & (MARK.deleted | MARK.hidden | MARK.code)) continue;
    const code = text.charCodeAt(at);
    const special = (mark & MARK.special) !== 0;
    if (code === PICTURE && special) pictures++;
    if (code === DRAWN && special) floating++;
    const printed = code === SYMBOL && special ? UNKNOWN : code < 0x20 ? CONTROLS[code] : text[at];
    if (printed !== undefined) pieces.push({ text: printed, manner: mannerOf(mark) });
  }
  return { text: assemble(pieces).join(''), pictures, floating };
}
