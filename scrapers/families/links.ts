import type { CheerioAPI } from 'cheerio';
// The whole of it loads a second parser and a client of the web, in each thread that reads pages.
import { load } from 'cheerio/slim';
import type { ChildNode, Element, ParentNode } from 'domhandler';
import { allElements, elementsOf } from './elements.ts';
import type { Page, ReportLink } from './family.ts';

/** A page with more markup than this is no list and no article that a person would read. */
const MOST_CHARACTERS = 8_000_000;
/** Longer than any title; and than the rest of a row of a list. */
const LONGEST_TITLE = 300;
const LONGEST_ROW = 600;
/** Rows hold one item: its link, perhaps that of its picture or its file. */
const MOST_LINKS_IN_ROW = 4;
const MOST_ELEMENTS_IN_ROW = 60;

/** A link with what the list says of it. */
export interface PageLink extends ReportLink {
  readonly element: Element;
}

/** The markup as a tree, quickly and without repairs: a list need not be valid to be read. */
export function openPage(text: string): CheerioAPI {
  const markup = cutAtDepth(text.slice(0, MOST_CHARACTERS));
  return load(markup, { xml: { xmlMode: false, decodeEntities: true } });
}

const trees = new WeakMap<Page, CheerioAPI>();

/** The tree of a page, made once: a list is read as a list and as an article. No reader changes it. */
export function treeOf(page: Page): CheerioAPI {
  const tree = trees.get(page) ?? openPage(page.text);
  trees.set(page, tree);
  return tree;
}

/** No editor nests elements as deep; the time to parse and to search grows with the square of the depth. */
const DEEPEST = 1_000;
const TAG = /<(\/?)([a-z][a-z\d]*)/gi;
/** Elements without an end, and those that the next of their kind ends. */
const OPEN_ENDED =
  /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|html|head|body)$/i;

/** The markup as far as it is nested within measure. */
function cutAtDepth(markup: string): string {
  if (!hasMore(markup, '<', DEEPEST)) return markup;
  let depth = 0;
  for (const { 1: slash, 2: name = '', index } of markup.matchAll(TAG)) {
    if (OPEN_ENDED.test(name)) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > DEEPEST) return markup.slice(0, index);
  }
  return markup;
}

/** Whether a text has more than so many of a character. */
function hasMore(text: string, character: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (++count > most) return true;
  }
  return false;
}

/** The links of a page as `linksOf` gives them, each with the date that its row prints. */
export function readLinks(page: Page, $ = treeOf(page)): readonly PageLink[] {
  return linksOf(page, $).map((link) => {
    const date = rowDate(link.element);
    return date === null ? link : { ...link, date };
  });
}

const links = new WeakMap<CheerioAPI, readonly PageLink[]>();

/**
 * The links of a page in its order, gathered once: addresses whole, without those that lead nowhere (`javascript:`,
 * `#`, `mailto:`).
 */
export function linksOf(page: Page, $: CheerioAPI): readonly PageLink[] {
  const known = links.get($) ?? gatherLinks(page, $);
  links.set($, known);
  return known;
}

function gatherLinks(page: Page, $: CheerioAPI): readonly PageLink[] {
  const base = baseOf(page, $);
  return allElements($)
    .filter(({ name, attribs }) => (name === 'a' || name === 'area') && attribs['href'] !== undefined)
    .flatMap((element) => {
      const url = resolveUrl(element.attribs['href'] ?? '', base);
      return url === null ? [] : [{ url, title: linkTitle(element), element }];
    });
}

/** An address against that of its page, without its fragment; null when it is none that can be fetched. */
export function resolveUrl(href: string, base: string): string | null {
  // Editors leave line breaks and blanks in addresses; a browser drops them.
  const cleaned = href.replace(/[\t\r\n]/g, '').trim();
  if (cleaned === '' || cleaned.startsWith('#')) return null;
  try {
    const url = new URL(cleaned, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

/** What relative addresses of a page stand on: `<base href>`, else its own address. */
export function baseOf(page: Page, $: CheerioAPI): string {
  const base = allElements($).find(({ name, attribs }) => name === 'base' && attribs['href'] !== undefined)
    ?.attribs['href'];
  return (base === undefined ? null : resolveUrl(base, page.url)) ?? page.url;
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title']);

/** Elements that stand on lines of their own: a date at the end of one must not run into the year that begins the next. */
const BLOCKS = new Set(
  'address article br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table td th tr ul'.split(
    ' ',
  ),
);

/** Printed text of a node, white space folded, at most `most` characters; without that of elements that `skip` names. */
export function textOf(root: ParentNode, most: number, skip: ReadonlySet<string> = SILENT): string {
  const parts: string[] = [];
  let length = 0;
  const stack: (ChildNode | ' ')[] = [...root.children].reverse();
  for (let node = stack.pop(); node !== undefined && length <= most; node = stack.pop()) {
    if (node === ' ') parts.push(node);
    else if (node.type === 'text') {
      parts.push(node.data);
      length += node.data.trim().length;
    } else if ('children' in node && !('name' in node && skip.has(node.name))) {
      if ('name' in node && BLOCKS.has(node.name)) {
        parts.push(' ');
        stack.push(' ');
      }
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as ChildNode);
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, most);
}

/** The longer of `title` and the printed text: lists cut the text with dots, and some titles say only “打开”. */
function linkTitle(element: Element): string {
  const printed = textOf(element, LONGEST_TITLE);
  const attribute = (element.attribs['title'] ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  const isCut = /(?:\.{2,}|…)$/.test(printed);
  return attribute.length > printed.length || isCut ? attribute || printed : printed;
}

const DATE = /(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;

/** The first date of a text as ISO; null when it holds none that exists. */
export function isoDate(text: string): string | null {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year !== undefined && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? iso : null;
}

/** The date printed in the link's row. */
function rowDate(element: Element): string | null {
  const row = rowOf(element);
  if (row === null) return null;
  const inside = elementsOf(row, MOST_ELEMENTS_IN_ROW);
  const links = inside.filter(({ name }) => name === 'a').length;
  if (links > MOST_LINKS_IN_ROW || inside.length === MOST_ELEMENTS_IN_ROW) return null;
  const beside = textOf(row, LONGEST_ROW);
  return beside.length < LONGEST_ROW ? isoDate(beside) : null;
}

const ROWS = new Set(['li', 'tr', 'dd', 'dl']);

function rowOf(element: Element): Element | null {
  let node = element.parent as Element | null;
  for (let up = 0; up < 4 && node !== null; up++, node = node.parent as Element | null) {
    if (ROWS.has(node.name)) return node;
  }
  return element.parent as Element | null;
}
