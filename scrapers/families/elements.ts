import type { CheerioAPI } from 'cheerio';
import { compile } from 'css-select';
import type { AnyNode, Document, Element, ParentNode } from 'domhandler';

/**
 * The elements below a node in the order of the page, at most `most`. With a stack of its own: a page may be nested
 * deeper than calls may.
 */
export function elementsOf(root: ParentNode, most = Number.POSITIVE_INFINITY): Element[] {
  const found: Element[] = [];
  const stack = [...root.children].reverse();
  for (let node = stack.pop(); node !== undefined && found.length < most; node = stack.pop()) {
    if (!('children' in node)) continue;
    if ('attribs' in node) found.push(node as Element);
    for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Element);
  }
  return found;
}

const elements = new WeakMap<CheerioAPI, readonly Element[]>();

/** All elements of a tree in the order of the page, gathered once. */
export function allElements($: CheerioAPI): readonly Element[] {
  const known = elements.get($) ?? elementsOf($.root()[0] as unknown as Document);
  elements.set($, known);
  return known;
}

type Test = (element: Element) => boolean;

const selectors = new Map<string, Test>();

/**
 * The elements that a selector names, in the order of the page: as `$(selector)`, but that the selector is read once
 * and the tree walked once.
 */
export function selectAll($: CheerioAPI, selector: string): Element[] {
  const test = selectors.get(selector) ?? testOf(selector);
  selectors.set(selector, test);
  return allElements($).filter(test);
}

/** A report has hundreds of cells without a class or an identifier: only what may be named at all is compared. */
function testOf(selector: string): Test {
  const isNamed = compile<AnyNode, Element>(selector, { xmlMode: false });
  const alternatives = selector.split(',').map((one) => one.trim());
  // `div .title` or `a[title="1,2"]` says of the element itself what stands at its end, or what cannot be cut at commas.
  if (!alternatives.every((one) => /^[^\s>+~,]+$/.test(one))) return isNamed;
  const names = new Set(alternatives.map((one) => /^[a-z][\w-]*/i.exec(one)?.[0]?.toLowerCase()));
  const ofMarked = alternatives.some((one) => /^(?:[.#]|\[(?:class|id)\b)/i.test(one));
  const ofAny = alternatives.some((one) => !/^(?:[a-z.#]|\[(?:class|id)\b)/i.test(one));
  if (ofAny) return isNamed;
  const isMarked = ({ attribs }: Element): boolean =>
    ofMarked && (attribs['class'] !== undefined || attribs['id'] !== undefined);
  return (element) => (names.has(element.name) || isMarked(element)) && isNamed(element);
}
