import { readArticlePage } from './article.ts';
import { weighSigns } from './evidence.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';

const ARTICLE = /^(https?:\/\/[^?#]*\/)content\/m?post_\d+\.html?/i;

/** NFCMS of Kaipu: articles at `content/post_ID.html` below their column, `mpost_ID` for telephones. */
export const kaipu: Family = {
  id: 'kaipu',
  recognise: (page) =>
    weighSigns(page, {
      address: /^https?:\/\/[^/]+\/(?!(?:[^/]+\/)?gkmlpt\/).*content\/m?post_\d+\.html?/i,
      markup: [/NFCMS_/, /\/content\/m?post_\d+\.html?/i, /\/attachment\/0\/\d+\/\d+\//],
    }),
  readList: (page) => readListPage(page),
  readArticle: (page) => readArticlePage(page, ['.news_cont_d_wrap', '.zw']),
  listsFor: (url) => {
    const column = ARTICLE.exec(url)?.[1];
    return column === undefined || /\/gkmlpt\//.test(url) ? [] : [column, `${column}index.html`];
  },
  patternFor: () => null,
  needsScripts: false,
};
