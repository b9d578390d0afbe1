import type { Element } from 'domhandler';
import { textOf } from './xml.ts';

/** Stands for a character of a symbol font: what it shows is not known, and a number with it is none. */
const UNKNOWN = '□';

const TEXTS: Readonly<Record<string, (element: Element) => string>> = {
  'w:t': textOf,
  'm:t': textOf,
  'w:tab': () => ' ',
  'w:ptab': () => ' ',
  'w:noBreakHyphen': () => '\u2011',
  'w:sym': symbol,
};

/** What one element of a run prints (ECMA-376 part 1, 17.3.3); empty for elements that are no characters. */
export const runText = (element: Element): string => TEXTS[element.name]?.(element) ?? '';

/** F0xx is character xx of the font; in the font Symbol digits are digits. */
function symbol(element: Element): string {
  const code = Number.parseInt(element.attribs['w:char'] ?? '', 16) & 0xff;
  const isDigit = /^Symbol$/i.test(element.attribs['w:font'] ?? '') && code >= 0x30 && code <= 0x39;
  return isDigit ? String.fromCharCode(code) : UNKNOWN;
}
