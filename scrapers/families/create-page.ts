import type { FetchRequest } from '../../src/model/exchange.ts';
import type { Page } from './family.ts';
import { type PageLink, resolveUrl } from './links.ts';
import { findPages } from './paging.ts';

/** A list with more pages is none of yearly reports: 20 bodies with 15 reports each fill 20 pages. */
const MOST_PAGES = 200;

/** What the script call says that prints the numbers of a list's pages. */
export interface CreatePage {
  readonly pages: number;
  readonly current: number;
  /** Of the first page: `index` and `html`. */
  readonly name: string;
  readonly ending: string;
  /** How many entries the list has; null when not said. */
  readonly rows: number | null;
  /** The number of the first page. */
  readonly first: 0 | 1;
}

const CALL = /\bcreatePage(?:HTML)?\s*\(([^()]{1,200})\)/gi;

/**
 * Reads `createPageHTML(3, 0, "index", "html")` (TRS, `createPage` in Chongqing: the first page is 0) and
 * `createPageHTML('page_div', 3, 1, 'index', 'shtml', 44)` (UCAP: the first page is 1); null when the page has no
 * such call. The definition of the function, whose arguments are no values, is passed over.
 */
export function readCreatePage(text: string): CreatePage | null {
  for (const [, list = ''] of text.matchAll(CALL)) {
    const values = list.split(',').map((value) => value.trim());
    const numbers = values.filter((value) => /^\d{1,9}$/.test(value)).map(Number);
    const names = values.flatMap((value) => /^(['"])([\w-]{1,80})\1$/.exec(value)?.[2] ?? []);
    const [pages, current, rows = null] = numbers;
    const [name, ending] = names.slice(-2);
    if (pages === undefined || current === undefined || name === undefined || ending === undefined) continue;
    return { pages, current, name, ending, rows, first: names.length > 2 ? 1 : 0 };
  }
  return null;
}

/** Pages of the list by its script call, else those that its links name. */
export function otherPages(page: Page, links: readonly PageLink[]): readonly FetchRequest[] {
  const behind = pagesBehind(page);
  return behind.length > 0 ? behind : findPages(page, links).map((url) => ({ url }));
}

/** The pages of the list behind this one; empty on the last, and on a page that does not say. */
export function pagesBehind({ url, text }: Page): readonly FetchRequest[] {
  const call = readCreatePage(text);
  if (call === null) return [];
  // A first page that says 1 comes from an installation that counts from 1, whatever the form of its call.
  const isFirst = !/_\d+\.\w+(?:$|[?#])/.test(url);
  const first = isFirst && call.current === 1 ? 1 : call.first;
  const last = Math.min(call.pages - 1 + first, MOST_PAGES);
  return Array.from({ length: Math.max(0, last - call.current) }, (_, at) =>
    resolveUrl(`${call.name}_${call.current + 1 + at}.${call.ending}`, url),
  ).flatMap((next) => (next === null ? [] : [{ url: next }]));
}
