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

export const isElement = (node: ChildNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

/** Word processors style every span, and few styles hide: a plain search first, capitals left to the pattern. */
const mayHide = (style: string): boolean =>
  style.includes('none') || style.includes('hidden') || /NONE|HIDDEN|None|Hidden/.test(style);

/** Whether a reader of the page sees the element: what is hidden is not part of the report. */
export const isShown = (element: Element): boolean => !NEVER_SHOWN.has(element.name) && !isHidden(element);

/** Whether the element's own attributes hide it. */
export function isHidden(element: Element): boolean {
  if ('hidden' in element.attribs) return true;
  const style = element.attribs['style'];
  return style !== undefined && mayHide(style) && HIDDEN_STYLE.test(style);
}

/** A length of nothing, in whatever unit; 0.5em is not one. */
const NO_SIZE = /(?:^|;)\s*font-size\s*:\s*0+(?:\.0+)?(?![\d.])/i;
/** A size of its own, which shows the text inside of an element without one; 1em and 100 % of nothing are nothing. */
const OWN_SIZE =
  /(?:^|;)\s*font-size\s*:\s*(?:\d*\.?\d+\s*(?:px|pt|pc|cm|mm|in|rem|vw|vh)|(?:x{1,2}-)?(?:small|large)|medium)/i;

/**
 * Whether text right inside an element has no size, and so is not printed: what its style says, else what holds
 * around it. Spacing between boxes is taken away like this, with a size in each box, so that the element is no
 * hidden one.
 */
export function hasNoSize({ attribs }: Element, around: boolean): boolean {
  const style = attribs['style'];
  if (style === undefined || !style.toLowerCase().includes('font-size')) return around;
  return NO_SIZE.test(style) || (around && !OWN_SIZE.test(style));
}

const REVERSED_STYLE = /unicode-bidi\s*:\s*(?:isolate-)?(?:bidi-)?override/i;
const RIGHT_TO_LEFT = /direction\s*:\s*rtl/i;

/** Whether the characters of an element are shown from right to left whatever they are: 21 is seen as 12. */
export function isReversed({ name, attribs }: Element): boolean {
  const style = attribs['style'] ?? '';
  const rightToLeft = attribs['dir']?.toLowerCase() === 'rtl' || RIGHT_TO_LEFT.test(style);
  return rightToLeft && (name === 'bdo' || REVERSED_STYLE.test(style));
}

const WHITE =
  /(?:^|;)\s*color\s*:\s*(?:white|#f{3}|#f{6}|rgba?\(\s*255\s*,\s*255\s*,\s*255\b[^)]*\))\s*(?:;|!|$)/i;
const BACKGROUND = /background/i;

/** White letters with nothing dark behind them, as far as the elements around say: a reader sees none. */
export function isWhiteOnWhite(element: Element): boolean {
  const { style = '', color = '' } = element.attribs;
  if (!WHITE.test(style) && !(element.name === 'font' && WHITE.test(`color:${color}`))) return false;
  for (let node: Element | null = element; node; node = parentElement(node)) {
    const { style: own = '', bgcolor, background, class: name } = node.attribs;
    if (BACKGROUND.test(own) || bgcolor !== undefined || background !== undefined) return false;
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
