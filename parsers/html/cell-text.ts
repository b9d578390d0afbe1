import type { Element } from 'domhandler';
import { assemble, type Piece } from '../cell-pieces.ts';
import { LIMITS } from '../limits.ts';
import { mannerOf, mannerOfCell } from './manner.ts';
import { pixelsOf, styleOf } from './style.ts';
import { hasNoSize, isBlock, isElement, isHidden, isReversed, isShown } from './visible.ts';

/** Longer than any label or number: a cell this long is layout, and its end is of no use here. */
const CAP = 400;

/** RIGHT-TO-LEFT OVERRIDE and its end (Unicode, UAX 9): how text says what bdo says. */
export const OVERRIDE = '\u202e';
export const OVERRIDE_END = '\u202c';

/** What stands for a cell that holds nothing but a picture: no number, and not blank. */
export const PICTURE = '〔图〕';
/** What stands for a cell that a script fills: what it shows is not known. */
const SCRIPTED = '〔脚本〕';
const WRITES = /document\.write|innerHTML|innerText|textContent/;

/**
 * The visible text of a table cell: inline pieces joined without a blank (a word processor puts each digit in
 * its own span), lines and paragraphs separated by a line feed, white space folded as a browser folds it.
 */
export function cellText(cell: Element): string {
  const pieces: Piece[] = [];
  // Printed characters only: a number may stand behind a screenful of indentation.
  let length = 0;
  let images = false;
  let isScripted = false;
  const visit = (element: Element, depth: number, around: boolean, manner: Piece['manner']): void => {
    if (depth > LIMITS.depth) return;
    const isSizeless = hasNoSize(element, around);
    const add = (text: string): void => void pieces.push({ text, manner });
    for (const child of isFolded(element) ? summaryOf(element) : element.children) {
      if (length > CAP) return;
      if (child.type === 'text') {
        if (isSizeless) continue;
        add(child.data);
        length += child.data.trim().length;
      } else if (isElement(child) && Object.hasOwn(FIELDS, child.name)) {
        if (!isHidden(child)) add(fieldText(child));
      } else if (isElement(child) && child.name === 'svg') {
        images ||= !isHidden(child) && holdsDigit(child, 0);
      } else if (isElement(child) && child.name === 'script') {
        isScripted ||= WRITES.test(ownText(child));
      } else if (isElement(child) && isShown(child)) {
        if (child.name === 'br') add('\n');
        else if (child.name === 'img') images ||= isPicture(child);
        else {
          add(swallowedBy(child));
          const kind = manner === null ? mannerOf(child) : null;
          const [before, after] = isReversed(child) ? REVERSED : isBlock(child) ? LINE : gapsOf(child);
          if (before !== '') add(before);
          visit(child, depth + 1, isSizeless, kind === null ? manner : { kind });
          if (after !== '') add(after);
        }
      }
    }
  };
  const kind = mannerOfCell(cell);
  visit(cell, 0, false, kind === null ? null : { kind });
  const text = foldLines(assemble(pieces));
  if (text !== '') return text;
  if (images) return PICTURE;
  return isScripted ? SCRIPTED : '';
}

/** A gap as wide as a letter parts what stands on both sides of it, as a line end does. */
const GAP_PX = 12;

function gapsOf(element: Element): readonly [string, string] {
  const style = styleOf(element);
  if (style.size === 0) return INLINE;
  const gap = (side: string): string =>
    ['margin', 'padding'].some((kind) => (pixelsOf(style.get(`${kind}-${side}`)) ?? 0) >= GAP_PX) ? '\n' : '';
  return [gap('left'), gap('right')];
}

/** What stands before and behind an element's text. */
const REVERSED = [OVERRIDE, OVERRIDE_END] as const;
const LINE = ['\n', '\n'] as const;
const INLINE = ['', ''] as const;

/** Spacers are a pixel or two; anything larger may be a number that somebody pasted as an image. */
export function isPicture({ attribs }: Element): boolean {
  const isSmall = (size: string | undefined): boolean => size !== undefined && Number.parseInt(size, 10) <= 3;
  return !isSmall(attribs['width']) && !isSmall(attribs['height']);
}

/** What fields of a form show (HTML, 4.10). */
const FIELDS: Readonly<Record<string, (field: Element) => string>> = {
  input: ({ attribs }) => {
    const type = (attribs['type'] ?? 'text').toLowerCase();
    return type === 'text' || type === 'number' ? (attribs['value'] ?? '') : '';
  },
  textarea: ownText,
  select: (field) => {
    const options = childrenNamed(field, 'option');
    const chosen = options.find(({ attribs }) => 'selected' in attribs) ?? options[0];
    return chosen ? ownText(chosen) : '';
  },
};

/** What a field of a form shows; nothing for any other element. */
export const fieldText = (element: Element): string =>
  Object.hasOwn(FIELDS, element.name) ? (FIELDS[element.name]?.(element) ?? '') : '';

function ownText({ children }: Element): string {
  return children.map((child) => ('data' in child ? child.data : '')).join('');
}

/**
 * A tag that took digits into itself, as far as it is known: `<span?8</span>` is one tag, named `span?8<`; of `<b 8</b>`
 * the number is an attribute. What is left of the cell would pass for the whole number. No sound tag has such names.
 */
function swallowedBy({ name, attribs }: Element): string {
  const names = Object.keys(attribs);
  if (!name.includes('<') && !names.some((each) => each.includes('<'))) return '';
  const told = [name, ...names].join(' ');
  return /\d/.test(told) ? `<${told}>` : '';
}

/** A drawing may write a number; an icon writes none. */
function holdsDigit({ children }: Element, depth: number): boolean {
  return children.some((child) =>
    child.type === 'text'
      ? /\d/.test(child.data)
      : isElement(child) && child.type === 'tag' && depth < LIMITS.depth && holdsDigit(child, depth + 1),
  );
}

function childrenNamed({ children }: Element, name: string): readonly Element[] {
  return children.filter((child): child is Element => isElement(child) && child.name === name);
}

/** Details that are closed show their summary alone (HTML, 4.11.1). */
const isFolded = ({ name, attribs }: Element): boolean => name === 'details' && !('open' in attribs);
const summaryOf = (details: Element): readonly Element[] => childrenNamed(details, 'summary').slice(0, 1);

/** Source line breaks are blanks to a browser; only the line feeds we put in ourselves are lines. */
function foldLines(parts: readonly string[]): string {
  const folded = parts.map((part) => (part === '\n' ? part : part.replace(/[ \t\r\n\f]+/g, ' '))).join('');
  return folded.includes('\n')
    ? folded
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : folded.trim();
}
