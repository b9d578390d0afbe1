import type { ChildNode, Element } from 'domhandler';
import { meaningsOf } from '../labels/label-index.ts';
import { hasText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import { mayBeUnlabelled } from '../tables/unlabelled-row.ts';
import { cellText } from './cell-text.ts';
import { styleOf } from './style.ts';
import { isBlock, isElement, isShown } from './visible.ts';

/**
 * What an element is to the text of a page: a cell in a row, a line, a word of a line that no blank parts from the
 * next one, or a piece of the text around it.
 */
export type BoxKind = 'cell' | 'line' | 'word' | 'text';

/** WAI-ARIA 1.2, 5.3.3: the cells of a row, whatever elements they are. */
const CELL_ROLES = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);
const LINES = new Set(['block', 'table', 'table-row', 'flex', 'grid', 'list-item']);

/** A box longer than this is a column of the page's layout: no label is as long. */
const LONGEST_CELL = 120;

const displayOf = (element: Element): string => styleOf(element).get('display') ?? '';

/** What an element is by its own attributes, else by what stands around it (`inside`), else by its name. */
export function boxKind(element: Element, inside: BoxKind | null): BoxKind {
  const { role = '' } = element.attribs;
  const display = displayOf(element);
  if (CELL_ROLES.has(role) || display === 'table-cell') return isShort(element) ? 'cell' : 'line';
  if (inside !== null) return inside;
  return isBlock(element) || role === 'row' || LINES.has(display) ? 'line' : 'text';
}

/** What the elements right inside of an element are; null when it says nothing of them. */
export function insideOf(element: Element): BoxKind | null {
  const display = displayOf(element);
  if (display.endsWith('grid')) return 'line';
  if (display.endsWith('flex')) {
    const isColumn = styleOf(element).get('flex-direction')?.startsWith('column') ?? false;
    return !isColumn && shownIn(element).every(isShort) ? 'cell' : 'line';
  }
  return isBlock(element) && isLineOfWords(element) ? 'word' : null;
}

/** `white-space` as pre and its like keep lines; undefined when the element says nothing of it. */
export function isPreformatted(element: Element): boolean | undefined {
  const said = styleOf(element).get('white-space');
  return said === undefined ? PREFORMATTED.has(element.name) || undefined : said.startsWith('pre');
}
const PREFORMATTED = new Set(['pre', 'xmp', 'listing']);

const shownIn = ({ children }: Element): readonly Element[] =>
  children.filter((child): child is Element => isElement(child) && isShown(child));

const isShort = (element: Element): boolean => cellText(element).length <= LONGEST_CELL;

/**
 * A label and behind it nothing but elements of the same name, whose gaps a style sheet makes: without one they would
 * stand side by side. Word processors cut a number into such elements too, but not with a label of the form before it,
 * and not into as many as a row without a label has.
 */
function isLineOfWords(element: Element): boolean {
  const words = shownIn(element);
  const [first] = words;
  const isEven =
    first !== undefined &&
    words.length > 1 &&
    words.every((word) => word.name === first.name && !isBlock(word)) &&
    element.children.every((child) => isElement(child) || !isPrinted(child));
  return isEven && (isLabel(first) || (words.every(isValue) && mayBeUnlabelled(words.length)));
}

const isLabel = (element: Element): boolean => meaningsOf(cellText(element)).length > 0;
const isValue = (element: Element): boolean => looksLikeValue(cellText(element));
const isPrinted = (node: ChildNode): boolean => node.type === 'text' && hasText(node.data);
