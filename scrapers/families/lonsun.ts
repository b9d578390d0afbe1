import { readArticlePage } from './article.ts';
import { weighSigns } from './evidence.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';

const ARTICLE = /^(https?:\/\/[^?#]*\/public\/)(\d+)\/\d+\.html$/;
const COLUMN = /\/public\/column\/\d+\?(?:.*&)?type=3(?=&|$)/;
/** The query parameter that chooses the year of a column. */
const YEAR_PARAMETER = /([?&](?:timeFrame|title|year|nbYear)=)20\d\d(?=&|$)/;

/** The `public` system of Lonsun: each unit has a column whose `type=3` is its yearly reports, printed on the column's own page. */
export const lonsun: Family = {
  id: 'lonsun',
  recognise: (page) =>
    weighSigns(page, {
      address: /\/public\/(?:column\/\d+\?|\d+\/\d+\.html$)/,
      markup: [/\/public\/column\/\d+\?/, /\bls-(?:article|public|content)|lonsun/i, /organId/],
    }),
  readList: (page) => readListPage(page, { isReportList: (url) => COLUMN.test(url) }),
  readArticle: (page) => readArticlePage(page, ['.j-fontContent', '.newscontnet', '.wzcon']),
  listsFor: (url) => {
    const [, root, unit] = ARTICLE.exec(url) ?? [];
    if (root !== undefined) return [`${root}column/${unit}?type=3`];
    return COLUMN.test(url) ? [`${url.replace(/\?.*$/, '')}?type=3`] : [];
  },
  patternFor: (url) =>
    COLUMN.test(url) && YEAR_PARAMETER.test(url) ? url.replace(YEAR_PARAMETER, '$1{year}') : null,
  needsScripts: false,
};
