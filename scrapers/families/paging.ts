import type { Page } from './family.ts';
import type { PageLink } from './links.ts';

/** No list of yearly reports is longer; a wrong number of pages must not fill the night. */
const MOST_PAGES = 200;

/** Printed on links to other pages of a list. */
const PAGE_WORDS = /^(?:\d{1,4}|下一?页|后一?页|尾页|末页|最后一?页|最末页|[>›»]{1,2}|next|last)$/i;
/** Query parameters that count pages. */
const PAGE_PARAMETERS =
  /([?&](?:page|pageIndex|pageNo|pageNum|currPage|currentPage|curPage|pageNumber|pn|p)=)(\d{1,4})(?=&|$)/i;
/** `index_2.html`, `column-index-3.shtml`, `list_2.htm`, `/zfxxgknb/2.htm`, `/2/`. */
const PAGE_NAMES = /([_-]|\/)(\d{1,4})(?=(?:\.(?:s?html?|jhtml|aspx|jsp|php))?\/?(?:$|\?))/i;
/** Script variables of the number of pages. */
const PAGE_COUNTS =
  /\b(?:totalPages?|pageCount|countPage|pagesCount|totalPageCount)\b['"]?\s*[:=]\s*['"]?(\d{1,4})\b/i;

/** An address that counts pages, cut around its number. */
interface Numbered {
  readonly before: string;
  readonly number: number;
  readonly after: string;
}

/**
 * Addresses of the other pages of a list, in order: those that its links lead to, and those between the first and
 * the last that they or a script name. Finds nothing where pages have no address.
 */
export function findPages(page: Page, links: readonly PageLink[]): readonly string[] {
  const listed = links.flatMap(({ url, title }) => {
    const numbered = PAGE_WORDS.test(title.replace(/[\s[\]【】]/g, '')) ? cutNumber(url) : null;
    return numbered !== null && isPageOf(numbered, page.url) ? [numbered] : [];
  });
  const own = cutNumber(page.url);
  const sample = listed[0] ?? (own !== null && PAGE_PARAMETERS.test(page.url) ? own : null);
  if (sample === null) return [];
  const same = listed.filter(({ before, after }) => before === sample.before && after === sample.after);
  const counted = Number(PAGE_COUNTS.exec(page.text)?.[1] ?? 0);
  const numbers = [...same.map(({ number }) => number), ...(counted > 1 ? [counted] : [])];
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  const last = Math.min(Math.max(...numbers), first + MOST_PAGES);
  const all = Array.from(
    { length: last - first + 1 },
    (_, at) => `${sample.before}${first + at}${sample.after}`,
  );
  return all.filter((url) => url !== page.url);
}

function cutNumber(url: string): Numbered | null {
  const found = PAGE_PARAMETERS.exec(url) ?? PAGE_NAMES.exec(url);
  if (found === null) return null;
  const [whole, before = '', number = ''] = found;
  const at = found.index + before.length;
  return { before: url.slice(0, at), number: Number(number), after: url.slice(found.index + whole.length) };
}

/** Whether an address counts pages of the list at `list`: the same but for the number and its sign. */
function isPageOf({ before, after }: Numbered, list: string): boolean {
  const stem = (url: string): string =>
    url
      .replace(/^https?:/i, '')
      .replace(PAGE_PARAMETERS, '')
      .replace(PAGE_NAMES, '')
      .replace(/(?:column-index|index|list|default)?(?:\.(?:s?html?|jhtml|aspx|jsp|php))?(?=$|\?)/i, '')
      .replace(/[/?&_-]+$/, '');
  return stem(`${before}1${after}`) === stem(list);
}
