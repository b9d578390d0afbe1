import type { ChildNode, Element } from 'domhandler';

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
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** A length of nothing, in whatever unit; 0.5em is not one. */
const NO_SIZE = /(?:^|;)\s*font-size\s*:\s*0+(?:\.0+)?(?![\d.])/i;
/** A size of its own, which shows the text inside of an element without one; 1em and 100 % of nothing are nothing. */
const OWN_SIZE =
  /(?:^|;)\s*font-size\s*:\s*(?:\d*\.?\d+\s*(?:px|pt|pc|cm|mm|in|rem|vw|vh)|(?:x{1,2}-)?(?:small|large)|medium)/i;
const REVERSED_STYLE = /unicode-bidi\s*:\s*(?:isolate-)?(?:bidi-)?override/i;
const RIGHT_TO_LEFT = /direction\s*:\s*rtl/i;
const WHITE =
  /(?:^|;)\s*color\s*:\s*(?:white|#f{3}|#f{6}|rgba?\(\s*255\s*,\s*255\s*,\s*255\b[^)]*\))\s*(?:;|!|$)/i;
const BACKGROUND = /background/i;

/** What a style says of the text in its element. */
interface Style {
  readonly hides: boolean;
  readonly hasNoSize: boolean;
  readonly hasOwnSize: boolean;
  readonly isOverride: boolean;
  readonly isRightToLeft: boolean;
  readonly isWhite: boolean;
  readonly hasBackground: boolean;
}

const readStyle = (style: string): Style => ({
  hides: HIDDEN_STYLE.test(style),
  hasNoSize: NO_SIZE.test(style),
  hasOwnSize: OWN_SIZE.test(style),
  isOverride: REVERSED_STYLE.test(style),
  isRightToLeft: RIGHT_TO_LEFT.test(style),
  isWhite: WHITE.test(style),
  hasBackground: BACKGROUND.test(style),
});

/** Word processors style every span, all in a handful of ways. */
const styles = new Map<string, Style>();
const MOST_STYLES = 1000;
/** Longer ones are read anew each time: what is remembered of pages stays small. */
const LONGEST_STYLE = 1000;
const NO_STYLE = readStyle('');

function styleOf({ attribs }: Element): Style {
  const text = attribs['style'];
  if (text === undefined) return NO_STYLE;
  const known = styles.get(text);
  if (known) return known;
  const style = readStyle(text);
  if (styles.size >= MOST_STYLES) styles.clear();
  if (text.length <= LONGEST_STYLE) styles.set(text, style);
  return style;
}

export const isElement = (node: ChildNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

/** Whether a reader of the page sees the element: what is hidden is not part of the report. */
export const isShown = (element: Element): boolean => !NEVER_SHOWN.has(element.name) && !isHidden(element);

/** Whether the element's own attributes hide it. */
export const isHidden = (element: Element): boolean => 'hidden' in element.attribs || styleOf(element).hides;

/**
 * Whether text right inside an element has no size, and so is not printed: what its style says, else what holds
 * around it. Spacing between boxes is taken away like this, with a size in each box, so that the element is no
 * hidden one.
 */
export function hasNoSize(element: Element, around: boolean): boolean {
  const style = styleOf(element);
  return style.hasNoSize || (around && !style.hasOwnSize);
}

/** Whether the characters of an element are shown from right to left whatever they are: 21 is seen as 12. */
export function isReversed(element: Element): boolean {
  const style = styleOf(element);
  const rightToLeft = element.attribs['dir']?.toLowerCase() === 'rtl' || style.isRightToLeft;
  return rightToLeft && (element.name === 'bdo' || style.isOverride);
}

/** White letters with nothing dark behind them, as far as the elements around say: a reader sees none. */
export function isWhiteOnWhite(element: Element): boolean {
  const { color = '' } = element.attribs;
  const isWhite = styleOf(element).isWhite || (element.name === 'font' && WHITE.test(`color:${color}`));
  if (!isWhite) return false;
  for (let node: Element | null = element; node; node = parentElement(node)) {
    const { bgcolor, background, class: name } = node.attribs;
    if (styleOf(node).hasBackground || bgcolor !== undefined || background !== undefined) return false;
    // A style sheet, which is not read, may colour what has a class.
    if (name !== undefined) return false;
  }
  return true;
}

export const isBlock = (element: Element): boolean => BLOCKS.has(element.name);

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
