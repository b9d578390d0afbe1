import { compile } from 'css-select';
import type { AnyNode, ChildNode, Element } from 'domhandler';
import { isScreen, readSheet, type SheetRule } from './read-sheet.ts';
import { isElement, isHidden } from './visible.ts';

/** Selectors of one page: the sheet of a whole framework has some three thousand that say how text is seen. */
const MOST_RULES = 5000;
/** Rules compared with elements on one page. */
const MOST_TESTS = 1_000_000;
/** A hidden piece longer than this is a part of the page and no slip in a cell. */
const LONG_TEXT = 300;

type Test = (element: Element) => boolean;
interface Ranked extends SheetRule {
  readonly order: number;
  readonly test: Test;
  /** Whether it looks at all elements beside one. */
  readonly isCounting: boolean;
}

const COUNTING = /~(?!=)|:(?:nth|only|last)/;
/** What looks through all that is below an element hides no single character. */
const COSTLY = /:(?:has|i?contains)/;

/**
 * Writes what the page's own style sheets declare of an element into its style attribute, before what stands there: a
 * class may hide a character as well as a style does. Sheets at other addresses are not known.
 *
 * A part of the page that is longer than what is left of it is not hidden for good (tabs, parts that a script opens):
 * it is taken as shown.
 *
 * @returns false when there are too many rules and elements or too long sheets, and the rest was left as it stands
 */
export function applyPageStyles(nodes: readonly ChildNode[]): boolean {
  const elements = elementsOf(nodes);
  const sheets = elements.filter(({ name }) => name === 'style').map(sheetRules);
  if (sheets.includes(null)) return false;
  const rules = sheets.flatMap((sheet) => sheet ?? []);
  if (rules.length === 0) return true;
  if (rules.length > MOST_RULES) return false;
  const candidates = indexRules(rules);
  let tests = 0;
  const before = new Map<Element, string | undefined>();
  for (const element of elements) {
    const possible = candidates(element);
    for (const { isCounting } of possible) tests += isCounting ? (element.parent?.children.length ?? 1) : 1;
    if (tests > MOST_TESTS) return false;
    const hits = possible.filter(({ test }) => test(element));
    if (hits.length === 0) continue;
    hits.sort((a, b) => a.specificity - b.specificity || a.order - b.order);
    const wasHidden = isHidden(element);
    const own = element.attribs['style'];
    element.attribs['style'] = [...hits.map(({ declarations }) => declarations), own ?? ''].join(';');
    if (!wasHidden && isHidden(element)) before.set(element, own);
  }
  showWhatIsOpened(nodes, before);
  return true;
}

function sheetRules(style: Element): readonly SheetRule[] | null {
  if (!isScreen(style.attribs['media'] ?? '')) return [];
  return readSheet(style.children.map((node) => ('data' in node ? node.data : '')).join(''));
}

/** The rules that may hold for an element, by the identifier, class or name that they end with. */
function indexRules(rules: readonly SheetRule[]): (element: Element) => Ranked[] {
  const byKey = new Map<string, Ranked[]>();
  for (const [order, rule] of rules.entries()) {
    const test = testOf(rule.selector);
    if (!test) continue;
    const key = keyOf(rule.selector);
    const sameKey = byKey.get(key) ?? [];
    byKey.set(key, sameKey);
    sameKey.push({ ...rule, order, test, isCounting: COUNTING.test(rule.selector) });
  }
  return ({ name, attribs }) => {
    const keys = ['', name];
    if (attribs['id'] !== undefined) keys.push(`#${attribs['id']}`);
    for (const one of new Set((attribs['class'] ?? '').slice(0, 1000).split(/\s+/))) keys.push(`.${one}`);
    return keys.flatMap((key) => byKey.get(key) ?? []);
  };
}

const LAST_COMPOUND = /^(?:.*[\s>+~])?([^\s>+~]+)$/s;
const keyOf = (selector: string): string => {
  if (/[[(\\]/.test(selector)) return '';
  const last = LAST_COMPOUND.exec(selector)?.[1] ?? '';
  return (/#[\w-]+/.exec(last) ?? /\.[\w-]+/.exec(last) ?? /^[a-z][\w-]*/i.exec(last))?.[0] ?? '';
};

/** Null for what css-select does not know: states and pieces (`:hover`, `::before`) that are no element as it stands. */
function testOf(selector: string): Test | null {
  if (COSTLY.test(selector)) return null;
  try {
    return compile<AnyNode, Element>(selector, { xmlMode: false });
  } catch {
    return null;
  }
}

/** Undoes the hiding of long parts when more text is hidden than is left. */
function showWhatIsOpened(
  nodes: readonly ChildNode[],
  before: ReadonlyMap<Element, string | undefined>,
): void {
  if (before.size === 0) return;
  const { shown, hidden } = measureText(nodes, before);
  const long = [...hidden].filter(([, length]) => length > LONG_TEXT);
  if (long.reduce((sum, [, length]) => sum + length, 0) <= shown) return;
  for (const [element] of long) element.attribs['style'] = before.get(element) ?? '';
}

/** Printed characters, and those of each hidden element that lies in no other one. */
function measureText(
  nodes: readonly ChildNode[],
  hiding: ReadonlyMap<Element, unknown>,
): { readonly shown: number; readonly hidden: ReadonlyMap<Element, number> } {
  let shown = 0;
  const hidden = new Map<Element, number>();
  const stack = nodes.map((node) => ({ node, within: null as Element | null }));
  for (let open = stack.pop(); open; open = stack.pop()) {
    const { node, within } = open;
    if (node.type === 'text') {
      const length = node.data.trim().length;
      if (within) hidden.set(within, (hidden.get(within) ?? 0) + length);
      else shown += length;
    } else if (isElement(node) && node.type === 'tag') {
      const around = within ?? (hiding.has(node) ? node : null);
      for (const child of node.children) stack.push({ node: child, within: around });
    }
  }
  return { shown, hidden };
}

/** Every element below some nodes in the order of the page; with a stack of its own, for pages nest deeper than calls. */
function elementsOf(nodes: readonly ChildNode[]): Element[] {
  const found: Element[] = [];
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as ChildNode);
  }
  return found;
}
