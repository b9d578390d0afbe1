import { isReportAddress } from '../discover-reports.ts';
import { DETAIL_PATH } from '../report-words.ts';
import { readArticlePage } from './article.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';

/** Article addresses → the address of their column, for systems without an adapter. */
const COLUMNS: readonly (readonly [article: RegExp, column: string])[] = [
  [/(\/gongkai\/site_[^/]+\/channel_[^/]+\/)doc_[\da-f]+\.html$/i, '$1'],
  [/(\/col\/\d+)\/\d{4}\/.*$/, '$1/'],
  [/\/(?:content_|Content-)\d+(?:\.html?)?$/, '/'],
  [/\/(?:19|20)\d{4,6}\/(?:[\da-f]{32}|[\da-f-]{36}|i?\d+)\.s?html?$/i, '/'],
  [/\/(?:i?\d{4,19}|[\da-f]{24})\.(?:s?html?|jhtml)$/i, '/'],
  [/\/\d{5,}\/index\.html?$/, '/'],
];
/** Folders that are columns of whatever name, because the system gives them no speaking one. */
const NAMELESS = /\/gongkai\/site_[^/]+\/channel_[^/]+\/$|\/col\/\d+\/$/;
/** A year in an address that chooses the report of a year: `/2020n/`, `?nbYear=2019`. */
const YEAR_PLACES =
  /([?&]\w*year=|\/(?:zfxxgknb|xxgknb|ndbg|nb|szfnb)\/)(20\d\d)(n|nian|nd)?(?=\/?$|&|\/(?:index\.html?|1\.html)$)/i;

/** Any other system: reports are found by words and by the structure that all lists have. Never the surest. */
export const generic: Family = {
  id: 'generic',
  recognise: ({ url }) =>
    DETAIL_PATH.test(url.replace(/^https?:\/\/[^/]*/, '')) || isReportAddress(url) ? 0.2 : 0.1,
  readList: (page) => readListPage(page),
  readArticle: (page) => readArticlePage(page),
  listsFor: (url) => {
    const [rule] = COLUMNS.filter(([article]) => article.test(url));
    const list = rule === undefined ? null : url.replace(rule[0], rule[1]);
    return list === null || !(isReportAddress(list) || NAMELESS.test(list)) ? [] : [list];
  },
  patternFor: (url) => (YEAR_PLACES.test(url) ? url.replace(YEAR_PLACES, '$1{year}$3') : null),
  needsScripts: false,
};
