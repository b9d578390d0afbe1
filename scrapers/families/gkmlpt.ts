import type { z } from 'zod';
import type { FetchRequest } from '../../src/model/exchange.ts';
import { sortLinks } from '../discover-reports.ts';
import { readArticlePage } from './article.ts';
import { weighSigns } from './evidence.ts';
import type { ArticleReading, Family, ListReading, Page } from './family.ts';
import { Answer, Article, type Category, Detail, dayOf, findReportNodes } from './gkmlpt-shapes.ts';
import { jsonBehind, parseJson } from './inline-json.ts';
import { resolveUrl } from './links.ts';

const API = /\/gkmlpt\/api\/all\/(\d+)\?/;

/** Guangdong's shared catalogue of open information: a shell whose list comes as JSON and whose article is escaped in a script. */
export const gkmlpt: Family = {
  id: 'gkmlpt',
  recognise: (page) =>
    weighSigns(page, { address: /\/gkmlpt\//, markup: [/window\._CONFIG\b/, /gkmlpt/, /\bSID\s*:/] }),
  readList: (page) => (API.test(page.url) ? readAnswer(page) : readShell(page)),
  readArticle,
  listsFor: (url) => {
    const [, unit] = /^(https?:\/\/[^/]+\/(?:[^/]+\/)?gkmlpt\/)content\//.exec(url) ?? [];
    return unit === undefined ? [] : [`${unit}index`];
  },
  patternFor: () => null,
  needsScripts: false,
};

/** The shell names its categories; without one for yearly reports, category 0 lists everything. */
function readShell(page: Page): ListReading {
  const { url, text } = page;
  const sid = /\bSID['"]?\s*:\s*['"]?(\w+)/.exec(text)?.[1];
  const named = findReportNodes(jsonBehind(text, /\bTREE['"]?\s*:\s*/));
  const all: readonly Category[] = sid === undefined ? [] : [{ id: '0', jump: '' }];
  const root = /^https?:\/\/[^/]+\/(?:[^/?#]+\/)?gkmlpt\//.exec(url)?.[0];
  const more = (named.length === 0 ? all : named).flatMap(({ id, jump }): FetchRequest[] => {
    const elsewhere = jump === '' ? null : resolveUrl(jump, url);
    if (elsewhere !== null) return [{ url: elsewhere }];
    return root === undefined ? [] : [apiRequest(`${root}api/all/${id}?page=1&sid=${sid ?? ''}`, url)];
  });
  const { isReport, title } = readArticle(page);
  return { reports: isReport ? [{ url, title: title ?? '' }] : [], more, total: null, leftOut: [] };
}

const apiRequest = (url: string, referer: string): FetchRequest => ({
  url,
  headers: { referer, 'x-requested-with': 'XMLHttpRequest' },
});

function readAnswer({ url, text }: Page): ListReading {
  const answer = Answer.safeParse(parseJson(text)).data;
  if (answer === undefined) return { reports: [], more: [], total: null, leftOut: [] };
  const links = answer.articles.flatMap((raw) => {
    const article = Article.safeParse(raw).data;
    const address = resolveUrl(article?.url || article?.post_url || '', url);
    if (article === undefined || address === null) return [];
    const date = dayOf(article.display_publish_time) ?? dayOf(article.created_at);
    return [{ url: address, title: article.title, ...(date === null ? {} : { date }) }];
  });
  // Category 0 is everything; any other was chosen because it holds the yearly reports.
  const inReports = API.exec(url)?.[1] !== '0';
  const { reports, leftOut } = sortLinks(links, { url, inReports });
  const total = answer.total ?? answer.classify?.post_count ?? null;
  const at = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1);
  // 100 a page as far as known; by what came rather than by that, at the price of one empty answer for a long list.
  const count = answer.articles.length;
  const isLast = count === 0 || (total !== null && at * count >= total);
  const next = url.replace(/([?&]page=)\d+/, `$1${at + 1}`);
  return { reports, more: isLast || next === url ? [] : [apiRequest(next, url)], total, leftOut };
}

/** A rendered page is read as it is; a shell is read from the article that its script holds. */
function readArticle(page: Page): ArticleReading {
  const rendered = readArticlePage(page);
  const detail = Detail.safeParse(jsonBehind(page.text, /\bDETAIL['"]?\s*:\s*/)).data;
  if (rendered.isReport || detail === undefined) return rendered;
  const content = markupOf(detail);
  const held = readArticlePage({ url: page.url, text: content });
  const published = dayOf(detail.display_publish_time) ?? held.published ?? rendered.published;
  return { ...held, published, content };
}

/** The article as a page of its own, its files linked below it. */
function markupOf({ title, content, attachment }: z.infer<typeof Detail>): string {
  const files = attachment.map(
    ({ name, url, file_name, file_url }) =>
      `<p>附件：<a href="${escapeMarkup(url || file_url || '')}">${escapeMarkup(name || file_name || '')}</a></p>`,
  );
  const head = escapeMarkup(title ?? '');
  return `<html><head><title>${head}</title></head><body><h1>${head}</h1><div class="article-content">${content ?? ''}${files.join('')}</div></body></html>`;
}

const escapeMarkup = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
