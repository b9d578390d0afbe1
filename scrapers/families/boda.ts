import { readArticlePage } from './article.ts';
import { weighSigns } from './evidence.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';

const YEAR_PAGE = /\/([a-z_]*)(20\d\d)(n|nian|nd)?\.htm$/i;

/**
 * VSB of Boda. A column is `name.htm`, its further pages `name/7.htm` and on, counting down to `name/1.htm`, the
 * last; columns of single years (`name/n2025n.htm`) print the report themselves.
 */
export const boda: Family = {
  id: 'boda',
  recognise: (page) =>
    weighSigns(page, {
      address: /\/info\/\d+\/\d+\.htm$|\/n20\d\dn\.htm$/,
      markup: [/Visual SiteBuilder|_vsb_|\bvsb_content/, /v_news_content/, /DownloadAttachUrl|\/_sitegray\//],
    }),
  readList: (page) => readListPage(page),
  readArticle: (page) =>
    readArticlePage(page, ['#vsb_content', '.v_news_content', 'form[name="_newscontent_fromname"]']),
  listsFor: (url) => (YEAR_PAGE.test(url) ? [url.replace(/\/[^/]*$/, '.htm')] : []),
  patternFor: (url) => (YEAR_PAGE.test(url) ? url.replace(YEAR_PAGE, '/$1{year}$3.htm') : null),
  needsScripts: false,
};
