import type { Element } from 'domhandler';

/** What is declared of an element, by property; names and values in small letters, without `!important`. */
export type Style = ReadonlyMap<string, string>;

const NONE: Style = new Map();
/** Word processors write the same few styles on every span of a page. */
const known = new Map<string, Style>();
const MOST_KNOWN = 5000;
/** Longer ones are read anew each time: what is remembered of pages stays small. */
const LONGEST_KNOWN = 1000;

/** What the element's own attribute declares; of a property that is declared twice the last one counts, as in CSS. */
export function styleOf({ attribs }: Element): Style {
  const text = attribs['style'];
  if (text === undefined) return NONE;
  const before = known.get(text);
  if (before) return before;
  const style = readDeclarations(text);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LONGEST_KNOWN) known.set(text, style);
  return style;
}

function readDeclarations(text: string): Style {
  const style = new Map<string, string>();
  const fixed = new Set<string>();
  for (const declaration of text.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const name = declaration.slice(0, colon).trim();
    const [value = '', important] = declaration.slice(colon + 1).split('!');
    if (important === undefined && fixed.has(name)) continue;
    if (important !== undefined) fixed.add(name);
    style.set(name, value.trim());
  }
  return style;
}

/** Pixels of one unit (CSS Values 3, 5.2), with the usual size for what is told in sizes of letters. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  cm: 37.8,
  mm: 3.78,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};
const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*)$/;

/** A length in pixels; null for what is no length (a percentage, a word, nothing). */
export function pixelsOf(value: string | undefined): number | null {
  const [, number = '', unit = ''] = LENGTH.exec(value ?? '') ?? [];
  const factor = PIXELS[unit];
  return number === '' || factor === undefined ? null : Number(number) * factor;
}
