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
const SYMBOL = 0x28;
/** Stands for a character of a symbol font: what it shows is not known, and a number with it is none. */
const UNKNOWN = '□';

export interface PrintedText {
  /** Line breaks are line feeds. */
  readonly text: string;
  readonly pictures: number;
}

/** The characters from `from` up to `to` as they are printed: without deleted and hidden ones and field codes. */
export function printedText({ text, marks }: DocText, from: number, to: number): PrintedText {
  const parts: string[] = [];
  let pictures = 0;
  let aside = '';
  // The mark of a note behind a number is not its last digit, and 27 struck out before 28 is not 2728.
  const close = (): void => {
    if (aside !== '') parts.push(aside.trim() === '' ? aside : `〔${aside}〕`);
    aside = '';
  };
  for (let at = from; at < to; at++) {
    const mark = marks[at] ?? 0;
    if (mark & (MARK.deleted | MARK.hidden | MARK.code)) continue;
    const code = text.charCodeAt(at);
    const special = (mark & MARK.special) !== 0;
    if (code === PICTURE && special) pictures++;
    const printed = code === SYMBOL && special ? UNKNOWN : code < 0x20 ? CONTROLS[code] : text[at];
    if (printed === undefined) continue;
    if (mark & (MARK.raised | MARK.struck)) aside += printed;
    else {
      close();
      parts.push(printed);
    }
  }
  close();
  return { text: parts.join(''), pictures };
}
