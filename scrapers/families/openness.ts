import { readArticlePage } from './article.ts';
import { weighSigns } from './evidence.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';

/** `year/show/290/2021.html`, `year/6/2022.html`: the report of a unit and year, or the list of that year. */
const YEAR_PAGE = /(\/(?:Openness|Xxgk)AnnualReport\/year\/(?:show\/)?\d+\/)20\d\d(\.html)$/i;
/** Capital letters tell them from the `xxgknb` of others. */
const MODULE = /\/(?:[Oo]pennessAnnualReport|XxgkAnnualReport|Xxgknb)\//;

/** The open-information system of Anhui: yearly reports are a module of their own, with a page for each unit and year. */
export const openness: Family = {
  id: 'openness',
  recognise: (page) =>
    weighSigns(page, {
      address: MODULE,
      markup: [
        /Openness(?:Content|Guide|AnnualReport)|XxgkAnnualReport/i,
        /\bbranch_?id\b/i,
        /Xxgk(?:nb|Content|Guide)\/|\/openness\//,
      ],
    }),
  readList: (page) => readListPage(page, { isReportList: (url) => MODULE.test(url) }),
  readArticle: (page) => readArticlePage(page, ['.xxgk_content', '.wzcon', '.newscontnet']),
  listsFor: (url) => (YEAR_PAGE.test(url) ? [url] : []),
  patternFor: (url) => (YEAR_PAGE.test(url) ? url.replace(YEAR_PAGE, '$1{year}$2') : null),
  needsScripts: false,
};
