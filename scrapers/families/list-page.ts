import type { FetchRequest } from '../../src/model/exchange.ts';
import { isReportAddress, sortLinks, speaksOfReports } from '../discover-reports.ts';
import { foldTitle } from '../fold-title.ts';
import { YEAR } from '../report-words.ts';
import { readArticlePage } from './article.ts';
import type { ArticleReading, ListReading, Page, ReportLink } from './family.ts';
import { headTitle, readMeta } from './header-facts.ts';
import { type PageLink, readLinks, treeOf } from './links.ts';
import { locationOf } from './location.ts';
import { findPages } from './paging.ts';

/** What a system's lists have of their own. */
export interface ListRules {
  /** The other pages of the list; by default those that its links name. */
  readonly pages?: (page: Page, links: readonly PageLink[]) => readonly FetchRequest[];
  readonly total?: (page: Page) => number | null;
  /** The address says that all reports stand here. */
  readonly isReportList?: (url: string) => boolean;
  /** Links beyond those of the page, and those changed on the way. */
  readonly links?: (page: Page, links: readonly PageLink[]) => readonly ReportLink[];
  readonly readArticle?: (page: Page) => ArticleReading;
  /** See LinkContext. */
  readonly flatColumns?: RegExp;
}

/**
 * Reads a list in markup. The page itself is a report where it prints one, unless it also names that year's own
 * page or lists the report itself: then the report is left to that page, so that it is found once.
 */
export function readListPage(page: Page, rules: ListRules = {}): ListReading {
  const $ = treeOf(page);
  const found = readLinks(page, $);
  const names = [...readMeta($).classes, headTitle($), locationOf($)];
  const inReports =
    (rules.isReportList ?? isReportAddress)(page.url) || names.some((name) => isReportColumn(name));
  const article = (rules.readArticle ?? readArticlePage)(page);
  // What hangs on the report that the page prints is no report of its own.
  const files = new Set(article.isReport ? article.attachments.map(({ url }) => url) : []);
  const links = (rules.links?.(page, found) ?? found).filter(({ url }) => !files.has(url));
  const { reports, lists, leftOut } = sortLinks(links, {
    ...{ url: page.url, inReports, flatColumns: rules.flatColumns },
  });
  const own = ownReport(page, article, lists, reports);
  const pages = rules.pages?.(page, found) ?? findPages(page, found).map((url) => ({ url }));
  // A page that lists nothing may be there only to send browsers on, or to hold the frame of the list.
  const isEmpty = own.length + reports.length + pages.length + lists.length + leftOut.length === 0;
  const onward = isEmpty ? article.elsewhere.map((url) => ({ url })) : [];
  const more = uniqueRequests([...pages, ...lists.map(({ url }) => ({ url })), ...onward]);
  return {
    reports: [...own, ...reports],
    more: more.filter((request) => request.body !== undefined || request.url !== page.url),
    total: rules.total?.(page) ?? null,
    leftOut,
  };
}

/** A column's name: 政府信息公开年报, 年度报告-某局. */
function isReportColumn(name: string): boolean {
  const text = foldTitle(name);
  return speaksOfReports(text) || /^(?:年度报告|年报|\d{4}年?年报)(?:$|[-_|—])/.test(text);
}

function ownReport(
  page: Page,
  article: ArticleReading,
  lists: readonly ReportLink[],
  reports: readonly ReportLink[],
): readonly ReportLink[] {
  if (!article.isReport) return [];
  const year = YEAR.exec(foldTitle(article.title ?? ''))?.[0];
  const hasOwnPage = lists.some(({ title }) => year !== undefined && foldTitle(title).startsWith(year));
  const isListed = reports.some(({ title }) => foldTitle(title) === foldTitle(article.title ?? ''));
  if (hasOwnPage || isListed) return [];
  const date = article.published === null ? {} : { date: article.published };
  return [{ url: page.url, title: article.title ?? '', ...date }];
}

/** Each request once, in order. */
export function uniqueRequests(requests: readonly FetchRequest[]): readonly FetchRequest[] {
  const keyOf = ({ method, url, body }: FetchRequest): string => `${method ?? 'GET'} ${url} ${body ?? ''}`;
  return [...new Map(requests.map((request) => [keyOf(request), request])).values()];
}
