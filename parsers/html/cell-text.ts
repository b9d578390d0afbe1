import type { Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import { hasNoSize, isBlock, isElement, isReversed, isShown, isWhiteOnWhite } from './visible.ts';

/** Longer than any label or number: a cell this long is layout, and its end is of no use here. */
const CAP = 400;

/** RIGHT-TO-LEFT OVERRIDE and its end (Unicode, UAX 9): how text says what bdo says. */
export const OVERRIDE = '\u202e';
export const OVERRIDE_END = '\u202c';

/** A note's mark or a struck figure is printed beside the number and is none of its digits: 5<sup>1</sup> is not 51. */
const BESIDE = new Set(['sup', 'sub', 'del', 's', 'strike']);
/** Whether what an element prints is no part of the text around it. */
export const isBeside = (element: Element): boolean => BESIDE.has(element.name) || isWhiteOnWhite(element);

/** What stands for a cell that holds nothing but a picture: no number, and not blank. */
export const PICTURE = '〔图〕';

/**
 * The visible text of a table cell: inline pieces joined without a blank (a word processor puts each digit in
 * its own span), lines and paragraphs separated by a line feed, white space folded as a browser folds it.
 */
export function cellText(cell: Element): string {
  const parts: string[] = [];
  // Printed characters only: a number may stand behind a screenful of indentation.
  let length = 0;
  let images = false;
  const visit = (element: Element, depth: number, around: boolean): void => {
    if (depth > LIMITS.depth) return;
    const isSizeless = hasNoSize(element, around);
    for (const child of element.children) {
      if (length > CAP) return;
      if (child.type === 'text') {
        if (isSizeless) continue;
        parts.push(child.data);
        length += child.data.trim().length;
      } else if (isElement(child) && isShown(child)) {
        if (child.name === 'br') parts.push('\n');
        else if (child.name === 'img') images ||= isPicture(child);
        else if (child.name === 'input') parts.push(fieldText(child));
        else if (isReversed(child)) {
          parts.push(OVERRIDE);
          visit(child, depth + 1, isSizeless);
          parts.push(OVERRIDE_END);
        } else if (isBeside(child)) {
          const from = parts.length;
          visit(child, depth + 1, isSizeless);
          const inside = parts.splice(from).join('');
          if (inside.trim() !== '') parts.push(`〔${inside.trim()}〕`);
        } else if (isBlock(child)) {
          parts.push('\n');
          visit(child, depth + 1, isSizeless);
          parts.push('\n');
        } else visit(child, depth + 1, isSizeless);
      }
    }
  };
  visit(cell, 0, false);
  const text = foldLines(parts);
  return text === '' && images ? PICTURE : text;
}

/** Spacers are a pixel or two; anything larger may be a number that somebody pasted as an image. */
export function isPicture({ attribs }: Element): boolean {
  const isSmall = (size: string | undefined): boolean => size !== undefined && Number.parseInt(size, 10) <= 3;
  return !isSmall(attribs['width']) && !isSmall(attribs['height']);
}

/** What a field of a form shows. */
export function fieldText({ attribs }: Element): string {
  const type = (attribs['type'] ?? 'text').toLowerCase();
  return type === 'text' || type === 'number' ? (attribs['value'] ?? '') : '';
}

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
