import type { ChildNode, Element } from 'domhandler';
import { pixelsOf, styleOf } from './style.ts';

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'object',
  'embed',
  'svg',
  'math',
  'select',
  'option',
  'textarea',
  'iframe',
  'audio',
  'video',
  'canvas',
  // Readings above characters, as in a word processor's file.
  'rt',
  'rp',
]);
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'ucapcontent',
  'caption',
]);
export const isElement = (node: ChildNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

/** Whether a reader of the page sees the element: what is hidden is not part of the report. */
export const isShown = (element: Element): boolean => !NEVER_SHOWN.has(element.name) && !isHidden(element);

/** Whether the element is hidden by what is declared of it. */
export function isHidden(element: Element): boolean {
  if ('hidden' in element.attribs) return true;
  const style = styleOf(element);
  return style.get('display') === 'none' || /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '');
}

/** A length of nothing, in whatever unit; 0.5em is not one. */
const NO_SIZE = /^0+(?:\.0+)?(?![\d.])/;
/** A size of its own, which shows the text inside of an element without one; 1em and 100 % of nothing are nothing. */
const OWN_SIZE = /^(?:\d*\.?\d+\s*(?:px|pt|pc|cm|mm|in|rem|vw|vh)|(?:x{1,2}-)?(?:small|large)|medium)/;

/**
 * Whether text right inside an element has no size, and so is not printed: what its style says, else what holds
 * around it. Spacing between boxes is taken away like this, with a size in each box, so that the element is no
 * hidden one.
 */
export function hasNoSize(element: Element, around: boolean): boolean {
  const size = styleOf(element).get('font-size');
  if (size === undefined) return around;
  return NO_SIZE.test(size) || (around && !OWN_SIZE.test(size));
}

/** Letters up to this size are specks. */
const SPECK_PX = 2;
/** Nobody shifts text so far to be read. */
const FAR_PX = -300;
const OUT_OF_FLOW = /^(?:absolute|fixed)$/;

/**
 * Whether text has its place on the page and cannot be seen there: shifted away, without colour, cut to nothing, or of
 * the size of a speck.
 */
export function isOutOfSight(element: Element): boolean {
  const style = styleOf(element);
  if (style.size === 0) return false;
  const isFar = (name: string): boolean => (pixelsOf(style.get(name)) ?? 0) <= FAR_PX;
  if (isFar('text-indent') || pixelsOf(style.get('opacity')) === 0) return true;
  if (style.get('color') === 'transparent') return true;
  const size = pixelsOf(style.get('font-size'));
  if (size !== null && size > 0 && size <= SPECK_PX) return true;
  if (OUT_OF_FLOW.test(style.get('position') ?? ''))
    return ['left', 'right', 'top', 'bottom'].some(isFar) || /^rect\(\s*[01]/.test(style.get('clip') ?? '');
  return (
    style.get('overflow') === 'hidden' &&
    (pixelsOf(style.get('width')) === 0 || pixelsOf(style.get('height')) === 0)
  );
}

/** Whether a line goes through the text, as through a number that no longer holds. */
export function isStruck(element: Element): boolean {
  const style = styleOf(element);
  const line = style.get('text-decoration-line') ?? style.get('text-decoration');
  return line?.includes('line-through') ?? false;
}

/** Text that is set to a line of numbers by less than this stands in the line. */
const RAISED_PX = 2.5;

/** Whether text stands above or below its line, as the mark of a note does. */
export function isRaised(element: Element): boolean {
  const style = styleOf(element);
  if (style.size === 0 || isBlock(element)) return false;
  const align = style.get('vertical-align') ?? '';
  if (/^(?:super|sub)$/.test(align)) return true;
  const shift = style.get('position') === 'relative' ? (style.get('top') ?? style.get('bottom')) : undefined;
  const shifts = [align, style.get('mso-text-raise'), shift];
  return shifts.some((value) => Math.abs(pixelsOf(value) ?? 0) >= RAISED_PX);
}

/** Whether the characters of an element are shown from right to left whatever they are: 21 is seen as 12. */
export function isReversed(element: Element): boolean {
  const { name, attribs } = element;
  const style = styleOf(element);
  const rightToLeft = attribs['dir']?.toLowerCase() === 'rtl' || style.get('direction') === 'rtl';
  return rightToLeft && (name === 'bdo' || (style.get('unicode-bidi') ?? '').endsWith('override'));
}

const WHITE = /^(?:white|#f{3}|#f{6}|rgba?\(\s*255\s*,\s*255\s*,\s*255\b[^)]*\))$/;
const BACKGROUNDS = ['background', 'background-color', 'background-image'];

/**
 * Whether letters are white with nothing dark behind them, as far as the elements around say: a reader sees none.
 * `maybe` when an element around has a class, which a style sheet at another address may colour.
 */
export function isWhiteOnWhite(element: Element): 'yes' | 'maybe' | 'no' {
  const color = styleOf(element).get('color') ?? (element.name === 'font' ? element.attribs['color'] : '');
  if (!WHITE.test(color?.toLowerCase() ?? '')) return 'no';
  let isClassed = false;
  for (let node: Element | null = element; node; node = parentElement(node)) {
    const { bgcolor, background, class: name } = node.attribs;
    const own = styleOf(node);
    if (BACKGROUNDS.some((one) => own.has(one)) || bgcolor !== undefined || background !== undefined)
      return 'no';
    isClassed ||= name !== undefined;
  }
  return isClassed ? 'maybe' : 'yes';
}

/** Whether an element begins a line of its own. */
export const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.name) || styleOf(element).get('display') === 'block';

/** The element's place as a CSS path from the root, by position among siblings of the same name. */
export function cssPath(element: Element): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = parentElement(node)) {
    steps.push(`${node.name}${nthOfType(node)}`);
  }
  return steps.reverse().join(' > ');
}

export function parentElement(node: Element): Element | null {
  const parent = node.parent;
  return parent && isElement(parent as ChildNode) ? (parent as Element) : null;
}

function nthOfType(node: Element): string {
  if (node.name === 'html' || node.name === 'body') return '';
  let position = 1;
  for (let sibling = node.prev; sibling; sibling = sibling.prev) {
    if (isElement(sibling) && sibling.name === node.name) position++;
  }
  return `:nth-of-type(${position})`;
}
