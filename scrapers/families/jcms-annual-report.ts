import { readArticlePage } from './article.ts';
import { weighSigns } from './evidence.ts';
import type { Family, ListReading, Page, ReportLink } from './family.ts';
import { readLinks, resolveUrl } from './links.ts';

const MODULE = /\/module\/xxgk\/xxgkAnnualReport\.jsp\?/i;
/** Codes of the tree of bodies have three digits a level; others are the 18 characters of the unified code of organisations. */
const TREE_CODE = /^\d{3}(?:\d{3})+$/;

/** Hanweb's module for yearly reports: one address a body and year, `?area=001008003012&fbtime=2021` in either order. */
export const jcmsAnnualReport: Family = {
  id: 'jcms-annual-report',
  recognise: (page) => weighSigns(page, { address: MODULE, markup: [MODULE, /\bfbtime=\d{4}/] }),
  readList,
  readArticle: (page) => readArticlePage(page),
  listsFor: () => [],
  patternFor: (reportUrl) => {
    if (!MODULE.test(reportUrl)) return null;
    const pattern = reportUrl.replace(/(?<=[?&]fbtime=)\d{4}(?=&|$)/, '{year}');
    return pattern === reportUrl ? null : pattern;
  },
  needsScripts: false,
};

/** A page of the module links the other years of its body, which are reports, and the bodies below it, which are lists. */
function readList(page: Page): ListReading {
  const here = areaOf(page.url);
  const links = readLinks(page).filter(({ url }) => MODULE.test(url) && url !== page.url);
  const own = links.filter(({ url }) => here !== null && areaOf(url) === here);
  const below = links.filter(({ url }) => here === null || isBelow(areaOf(url), here));
  const article = readArticlePage(page);
  const self: readonly ReportLink[] = article.isReport ? [{ url: page.url, title: article.title ?? '' }] : [];
  return {
    reports: [...self, ...own.map(({ url, title }) => ({ url, title }))].filter(isFirst),
    more: below.map(({ url }) => ({ url })).filter(isFirst),
    total: null,
    leftOut: [],
  };
}

function areaOf(url: string): string | null {
  const whole = resolveUrl(url, url);
  return whole === null ? null : new URL(whole).searchParams.get('area');
}

const isBelow = (area: string | null, above: string): boolean =>
  area !== null && TREE_CODE.test(above) && area !== above && area.startsWith(above) && TREE_CODE.test(area);

const isFirst = <T extends { readonly url: string }>({ url }: T, at: number, all: readonly T[]): boolean =>
  all.findIndex((one) => one.url === url) === at;
