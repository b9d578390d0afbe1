import { readArticlePage } from './article.ts';
import { columnsAbove } from './columns-above.ts';
import { otherPages } from './create-page.ts';
import { weighSigns } from './evidence.ts';
import type { Family } from './family.ts';
import { readListPage } from './list-page.ts';

/** `202302/t20230218_78246924.html` and its twin for telephones; Guangxi leaves the day out: `t7893462.shtml`. */
const ARTICLE = /(?:\d{6}\/)?t\d{6,9}(?:_\d+)?(?:_wap)?\.s?html?(?:[?#].*)?$/;

const SIGNS = {
  address: /\/t\d{6,9}(?:_\d+)?(?:_wap)?\.s?html?(?:$|[?#])/,
  markup: [
    /\bcreatePage(?:HTML)?\s*\(\s*\d{1,6}\s*,\s*\d{1,6}\s*,\s*["'][\w-]{1,80}["']\s*,\s*["']s?html?["']\s*\)/i,
    /\b(?:TRS_Editor|trs_editor_view|TRS_UEDITOR)\b/,
    /\bappendix="true"|\/P0\d{16,20}\.\w/,
  ],
};

/** TRS WCM: pages are files, named by day and number; a list's pages are named index_1 and on by a script call. */
export const trs: Family = {
  id: 'trs',
  recognise: (page) => weighSigns(page, SIGNS),
  readList: (page) => readListPage(page, { pages: otherPages }),
  readArticle: (page) => readArticlePage(page, ['.trs_editor_view', '.TRS_UEDITOR', '.TRS_Editor']),
  listsFor: (reportUrl) => columnsAbove(reportUrl, ARTICLE),
  patternFor: () => null,
  needsScripts: false,
};
