import type { Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import { isBlock, isElement, isShown } from './visible.ts';

/** Longer than any label or number: a cell this long is layout, and its end is of no use here. */
const CAP = 400;

/**
 * The visible text of a table cell: inline pieces joined without a blank (a word processor puts each digit in
 * its own span), lines and paragraphs separated by a line feed, white space folded as a browser folds it.
 */
export function cellText(cell: Element): string {
  const parts: string[] = [];
  let length = 0;
  const visit = (element: Element, depth: number): void => {
    if (depth > LIMITS.depth) return;
    for (const child of element.children) {
      if (length > CAP) return;
      if (child.type === 'text') {
        parts.push(child.data);
        length += child.data.length;
      } else if (isElement(child) && isShown(child)) {
        if (child.name === 'br') parts.push('\n');
        else if (isBlock(child)) {
          parts.push('\n');
          visit(child, depth + 1);
          parts.push('\n');
        } else visit(child, depth + 1);
      }
    }
  };
  visit(cell, 0);
  return foldLines(parts);
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
