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

export const isBlock = (element: Element): boolean => BLOCKS.has(element.name);

/** The element's place as a CSS path from the root, by position among siblings of the same name. */
export function cssPath(element: Element): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = parentElement(node)) {
    steps.push(`${node.name}${nthOfType(node)}`);
  }
  return steps.reverse().join(' > ');
}

function parentElement(node: Element): Element | null {
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
