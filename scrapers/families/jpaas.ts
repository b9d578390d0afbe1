import { readArticlePage } from './article.ts';
import { columnsAbove } from './columns-above.ts';
import { weighSigns } from './evidence.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';
import { GATEWAY, readUnit, unitRequests } from './page-unit.ts';
import { findPages } from './paging.ts';

/** `/zfxxgk/zfxxgknb/art/2024/art_98ab1669126f45df877ecda00c3585ee.html` */
const ARTICLE = /art\/\d{4}\/art_[\da-f]{32}\.html(?:[?#].*)?$/;

const SIGNS = {
  address: /\/art\/\d{4}\/art_[\da-f]{32}\.html(?:$|[?#])|\/jpaas-[\w-]+-server\//,
  markup: [GATEWAY, /\bquerydata\s*=\s*["']\{/i],
};

/**
 * Hanweb JPaaS: the rows of a list are built by a gateway that answers in JSON. Some installations answer every
 * page's number with the first page: the list's total then tells that entries are missing.
 */
export const jpaas: Family = {
  id: 'jpaas',
  recognise: (page) => weighSigns(page, SIGNS),
  readList: (page) =>
    readUnit(page) ??
    readListPage(page, {
      pages: (_, links) => [...unitRequests(page), ...findPages(page, links).map((url) => ({ url }))],
    }),
  readArticle: (page) => readArticlePage(page),
  listsFor: (reportUrl) => columnsAbove(reportUrl, ARTICLE, 'index.html'),
  patternFor: () => null,
  needsScripts: false,
};
