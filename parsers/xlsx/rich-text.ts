import type { Element } from 'domhandler';
import { assemble, type Piece } from '../cell-pieces.ts';
import { childOf, childrenOf, isTag, textOf } from '../docx/xml.ts';

/** A character that XML or a writer cannot take: _x000D_ (ECMA-376 part 1, 22.9.2.19). */
const ESCAPED = /_x([\da-f]{4})_/gi;
const CARRIAGE_RETURN = '\r';

/** A text or its runs; readings above characters (rPh) are no part of it, and a note's raised mark is no digit. */
export function richText(item: Element): string {
  const pieces = item.children.filter(isTag).flatMap((child): readonly Piece[] => {
    if (child.name === 't') return [{ text: unescaped(child), manner: null }];
    if (child.name !== 'r') return [];
    const text = childrenOf(child, 't').map(unescaped).join('');
    return [{ text, manner: mannerOf(childOf(child, 'rPr')) }];
  });
  return assemble(pieces).join('');
}

const unescaped = (element: Element): string =>
  textOf(element)
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(CARRIAGE_RETURN, '');

/** Points; smaller text is not seen. */
const SMALLEST_POINTS = 2;

/** How a run stands to the rest, by its font (18.4.7, 18.8.22). */
function mannerOf(font: Element | undefined): Piece['manner'] {
  const settingOf = (name: string): string | undefined => childOf(font, name)?.attribs['val'];
  if (Number(settingOf('sz') ?? Number.NaN) <= SMALLEST_POINTS) return { kind: 'unseen' };
  const strike = childOf(font, 'strike');
  const isStruck = strike !== undefined && !['0', 'false'].includes(strike.attribs['val'] ?? '');
  const place = settingOf('vertAlign');
  if (isStruck || place === 'superscript' || place === 'subscript') return { kind: 'beside' };
  return isWhite(childOf(font, 'color')) ? { kind: 'apart' } : null;
}

/** Index 9 of the palette and 0 of the theme are white, as is the colour of a sheet. */
const isWhite = (color: Element | undefined): boolean =>
  /^ff(?:f[a-f]){3}$/i.test(color?.attribs['rgb'] ?? '') ||
  color?.attribs['indexed'] === '9' ||
  (color?.attribs['theme'] === '0' && color.attribs['tint'] === undefined);
