import { z } from 'zod';
import type { FetchRequest } from '../../src/model/exchange.ts';
import { readArticlePage } from './article.ts';
import { columnsAbove } from './columns-above.ts';
import { otherPages, readCreatePage } from './create-page.ts';
import { weighSigns } from './evidence.ts';
import type { Family, ListReading, Page } from './family.ts';
import { parseJson } from './inline-json.ts';
import { isoDate, resolveUrl } from './links.ts';
import { readListPage } from './list-page.ts';
import { readEntries } from './read-entries.ts';

/** `/xjwqx/c112125/202201/<32 hex>.shtml`, in Harbin `c111204/202301/c01_591175.shtml`. */
const ARTICLE = /\d{6}\/(?:[\da-f]{32}|c\d{2}_\d+)\.shtml(?:[?#].*)?$/;

const COLUMN = /\/c\d{5,6}\/(?:[\w-]+\.shtml)?$/;

const SIGNS = {
  address:
    /\/\d{6}\/(?:[\da-f]{32}|c\d{2}_\d+)\.shtml(?:$|[?#])|\/c\d{5,6}\/(?:[\w-]+\.shtml)?(?:$|[?#])|\/common\/search\/[\w-]{6,64}\?/,
  markup: [
    /UCAP-?CONTENT/i,
    /\bcreatePageHTML\s*\(\s*['"]\w{1,40}['"]\s*,[^()]{1,150}['"]shtml['"]/i,
    /\/common\/search\/[\w-]{6,64}\?/,
  ],
};
const MOST_PAGES = 200;

/** The search that some installations (Heilongjiang) fill their lists from. */
const SEARCH = /\/common\/search\/[\w-]{6,64}\?[^'"\s<>]{0,300}_isJson=true[^'"\s<>]{0,200}/;
const SearchAnswer = z.object({
  data: z.object({
    total: z.int().nonnegative(),
    page: z.int().positive(),
    rows: z.int().positive(),
    results: z.array(
      z.object({ title: z.string(), url: z.string(), publishedTimeStr: z.string().nullish() }),
    ),
  }),
});

/** The shared platform whose pages call their body UCAP-CONTENT. */
export const ucap: Family = {
  id: 'ucap',
  recognise: (page) => weighSigns(page, SIGNS),
  readList: (page) =>
    readSearch(page) ??
    readListPage(page, {
      pages: (_, links) => [...otherPages(page, links), ...searchesOf(page)],
      flatColumns: COLUMN,
      total: ({ text }) => readCreatePage(text)?.rows ?? null,
    }),
  readArticle: (page) => readArticlePage(page, ['#UCAP-CONTENT', 'ucapcontent']),
  // The name of a list's page differs between installations; `list` is the commonest.
  listsFor: (reportUrl) => columnsAbove(reportUrl, ARTICLE, 'list.shtml'),
  patternFor: () => null,
  needsScripts: false,
};

const searchesOf = ({ url, text }: Page): readonly FetchRequest[] => {
  const search = resolveUrl((SEARCH.exec(text)?.[0] ?? '').replaceAll('&amp;', '&'), url);
  return search === null ? [] : [{ url: withPage(search, 1) }];
};

/** Reads an answer of the search; null when the page is none. */
function readSearch(page: Page): ListReading | null {
  const answer =
    SEARCH.test(page.url) && resolveUrl(page.url, page.url) !== null
      ? SearchAnswer.safeParse(parseJson(page.text)).data
      : undefined;
  if (answer === undefined) return null;
  const { total, page: number, rows, results } = answer.data;
  const entries = results.flatMap(({ title, url: href, publishedTimeStr }) => {
    const url = resolveUrl(href, page.url);
    const date = isoDate(publishedTimeStr ?? '');
    if (url === null) return [];
    return [{ url, title: title.replace(/<[^>]*>/g, ''), ...(date === null ? {} : { date }) }];
  });
  const last = Math.min(Math.ceil(total / rows), MOST_PAGES);
  const pages = Array.from({ length: Math.max(0, last - number) }, (_, at) => ({
    url: withPage(page.url, number + 1 + at),
  }));
  return readEntries(page, entries, pages, total);
}

function withPage(url: string, number: number): string {
  const asked = new URL(url);
  asked.searchParams.set('page', String(number));
  return asked.href;
}
