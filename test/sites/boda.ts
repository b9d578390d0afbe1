import { htmlPage, listRows, metas, pagesOf } from './page-parts.ts';
import { type Column, type Item, siteContent } from './site-content.ts';
import {
  type AddressRules,
  articleFiles,
  layOut,
  type PlacedColumn,
  type PlacedItem,
  placedColumns,
  plannedItems,
  sourceFor,
} from './site-layout.ts';
import type { SiteOrder, SitePlan } from './site-plan.ts';
import { type SitePage, staticSite } from './static-site.ts';

/** Whether the reports of townships have articles, or a column for each year that prints the report itself. */
export interface BodaVariant {
  readonly yearPages: boolean;
}

const PAGE_SIZE = 5;

const RULES: AddressRules = {
  column: ({ slug }, parent) =>
    parent === null ? `/zfxxgkzl/${slug}.htm` : `${parent.replace('.htm', '')}/${slug}.htm`,
  item: (_, column, serial) => `/info/${1000 + (column.length % 900)}/${61690 + serial * 5}.htm`,
  file: (_, __, serial) =>
    `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1744984858&wbfileid=${16738452 + serial}`,
};

/** A site of VSB by Boda: pages of a list count down, so that those once made never change. */
export function bodaSite(
  order: SiteOrder,
  variant: BodaVariant = { yearPages: order.seed % 2 === 0 },
): SitePlan {
  const root = layOut(variant.yearPages ? withYearPages(siteContent(order)) : siteContent(order), RULES);
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>(
    columns.flatMap((column) => [
      ...listPages(order, column),
      ...articleFiles(column, (placed) => articlePage(order, column, placed)),
    ]),
  );
  const { reports, decoys } = plannedItems(order.host, root);
  const list = new URL(root.path, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'boda', lists: [list] }),
    reports,
    decoys,
  };
}

/** The column of one township becomes a column for each of its years, which prints that year's report. */
function withYearPages(column: Column): Column {
  if (column.inline === undefined) return { ...column, columns: column.columns.map(withYearPages) };
  const { inline, ...bare } = column;
  const years = [inline, ...column.items].map(
    (item): Column => ({
      name: `${item.year}年`,
      slug: `n${item.year}n`,
      items: [],
      columns: [],
      inline: { ...item, files: [] },
    }),
  );
  return { ...bare, items: [], columns: years };
}

function listPages(
  { place }: SiteOrder,
  { path, column, items, columns }: PlacedColumn,
): [string, SitePage][] {
  const shown = pagesOf(items, PAGE_SIZE);
  const folder = path.replace(/\.htm$/, '');
  const addressOf = (at: number): string => (at === 0 ? path : `${folder}/${shown.length - at}.htm`);
  return shown.map((part, at) => {
    const own = addressOf(at);
    const tabs = columns
      .map((below) => `<li><a href="${relative(below.path, own)}">${below.column.name}</a></li>`)
      .join('');
    const rows = listRows(part.map(({ path: href, item }) => ({ href: relative(href, own), item })));
    const body = htmlPage(
      `${column.name}-${place}人民政府`,
      `${metas(`${place}人民政府`, column.name)}<!--Announced by Visual SiteBuilder 9--><link rel="stylesheet" href="/_sitegray/_sitegray_d.css">`,
      `<ul class="tabs">${tabs}</ul>${column.inline && at === 0 ? article(column.inline, '') : ''}<ul class="list">${rows}</ul>${pageBar(shown.length, at, (page) => relative(addressOf(page), own))}`,
    );
    return [own, { body, modified: items[0]?.item.date ?? '2020-01-01' }];
  });
}

function pageBar(total: number, at: number, hrefOf: (page: number) => string): string {
  if (total === 1) return '';
  const numbers = Array.from({ length: total }, (_, page) =>
    page === at
      ? `<span class="p_no_d">${page + 1}</span>`
      : `<span class="p_no"><a href="${hrefOf(page)}">${page + 1}</a></span>`,
  );
  const next =
    at + 1 < total
      ? `<span class="p_next"><a href="${hrefOf(at + 1)}">下页</a></span><span class="p_last"><a href="${hrefOf(total - 1)}">尾页</a></span>`
      : '';
  return `<div class="pb_sys_common">共${total * PAGE_SIZE}条 ${numbers.join('')}${next}</div>`;
}

/** The system writes all its addresses relative to the page. */
function relative(to: string, from: string): string {
  const up = from.split('/').length - 2;
  return `${'../'.repeat(up)}${to.slice(1)}`;
}

const articlePage = ({ place }: SiteOrder, { column }: PlacedColumn, { item, files }: PlacedItem): string =>
  htmlPage(
    `${item.title}-${place}人民政府`,
    `${metas(`${place}人民政府`, column.name, item)}<!--Announced by Visual SiteBuilder 9-->`,
    article(
      item,
      files
        .map(
          ({ path, file }) =>
            `<li>附件【<a href="${path.replaceAll('&', '&amp;')}" target="_blank">${file.name}</a>】已下载<span id="nattach1">27</span>次</li>`,
        )
        .join(''),
    ),
  );

const article = (item: Item, files: string): string =>
  `<form name="_newscontent_fromname"><h3>${item.title}</h3><div class="info">发布日期：${item.date} 来源：${item.source}</div><div id="vsb_content"><div class="v_news_content">${item.body}</div></div><ul style="list-style-type:none;">${files}</ul></form>`;
