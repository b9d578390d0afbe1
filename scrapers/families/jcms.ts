import type { FetchRequest } from '../../src/model/exchange.ts';
import { readArticlePage } from './article.ts';
import { type DataStore, listSettings, readStores, rowForms } from './data-store.ts';
import { weighSigns } from './evidence.ts';
import type { Family, ListReading, Page } from './family.ts';
import { readListPage } from './list-page.ts';
import { readUnit, unitRequests } from './page-unit.ts';
import { findPages } from './paging.ts';
import { readEntries, refererOf, scriptHeaders } from './read-entries.ts';

/** `/art/2022/1/30/art_5381_1098471.html`: the day, the column's number, the article's. */
const ARTICLE = /^(https?:\/\/[^/]+)\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_(\d+)_\d+\.html(?:$|\?)/;
const COLUMN = /\/col\/col\d+\//;
const PROXY = /\/module\/(?:web\/)?jpage\/\w*dataproxy\.jsp/;

const SIGNS = {
  address:
    /\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_\d+_\d+\.html(?:$|[?#])|\/col\/col\d+\/|\/module\/(?:web\/)?jpage\//,
  markup: [/ZJEG_RSS\.content/, /\.jpage\s*\(/, /<datastore>/, /name=["']i_(?:columnid|articleid)["']/i],
};

/**
 * Hanweb JCMS: the first rows of a list stand in a script of its page as XML, the others come from a proxy. Newer
 * installations put parts of a page there by the gateway of JPaaS.
 */
export const jcms: Family = {
  id: 'jcms',
  recognise: (page) => weighSigns(page, SIGNS),
  readList: (page) => readUnit(page) ?? (PROXY.test(page.url) ? readAnswer(page) : readPage(page)),
  readArticle: (page) => readArticlePage(page, ['#zoom']),
  listsFor: (reportUrl) => {
    const [, host, column] = ARTICLE.exec(reportUrl) ?? [];
    return column === undefined ? [] : [`${host}/col/col${column}/index.html`];
  },
  patternFor: () => null,
  needsScripts: false,
};

function readPage(page: Page): ListReading {
  const stores = readStores(page);
  const [only] = stores.length === 1 ? stores : [];
  const forms = only?.next === null ? rowForms(page, only.entries.length) : [];
  const next = stores
    .filter((store) => store === only || isOfReports(page, store))
    .flatMap((store) => nextRows(page, store));
  const total = Number(only === undefined ? Number.NaN : listSettings(page.text).get('totalrecord'));
  return readListPage(page, {
    pages: (_, links) => [
      ...[...next, ...forms, ...unitRequests(page)],
      ...findPages(page, links).map((url) => ({ url })),
    ],
    total: () => (Number.isInteger(total) ? total : null),
    flatColumns: COLUMN,
    links: (_, links) => [...links, ...stores.flatMap(({ entries }) => entries)],
  });
}

function readAnswer(page: Page): ListReading {
  const stores = readStores(page);
  const next = stores.flatMap((store) => nextRows(page, store));
  return readEntries(
    page,
    stores.flatMap(({ entries }) => entries),
    next,
  );
}

/** Beside its list a page may have the newest of others, which go on for hundreds of rows. */
function isOfReports(page: Page, { entries }: DataStore): boolean {
  const { reports, leftOut } = readEntries(page, entries);
  return reports.length + leftOut.length > 0;
}

const nextRows = (page: Page, { next }: DataStore): readonly FetchRequest[] =>
  next === null ? [] : [{ url: next, headers: scriptHeaders(refererOf(page)) }];
