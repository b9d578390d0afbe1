import { htmlPage, listRows, metas, pagesOf } from './page-parts.ts';
import { type Item, siteContent } from './site-content.ts';
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

/** How the pages of a list are named: by links, or by the number of pages in a script and the link to the next. */
export interface KaipuVariant {
  readonly pages: 'links' | 'next only';
  /** The first item of each list is linked by its page for telephones too. */
  readonly mobile: boolean;
}

const PAGE_SIZE = 5;

const RULES: AddressRules = {
  column: ({ slug }, parent) => (parent === null ? `/zwgk/zfxxgk/${slug}/` : `${parent}${slug}/`),
  item: (_, column, serial) => `${column}content/post_${1865610 + serial * 13}.html`,
  file: ({ name }, item, serial) =>
    `/attachment/0/${512 + serial}/${512340 + serial}/${item.match(/post_(\d+)/)?.[1]}.${name.split('.').at(-1)}`,
};

/** A site of NFCMS by Kaipu: articles lie below their column as `content/post_ID.html`. */
export function kaipuSite(
  order: SiteOrder,
  variant: KaipuVariant = {
    pages: order.seed % 2 === 0 ? 'links' : 'next only',
    mobile: order.seed % 3 === 0,
  },
): SitePlan {
  const root = layOut(siteContent(order), RULES);
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>(
    columns.flatMap((column) => {
      const articles = articleFiles(column, (placed) => articlePage(order, column, placed));
      const twins = variant.mobile
        ? articles
            .filter(([path]) => path.includes('/post_'))
            .map(([path, page]) => [mobileOf(path), page] as const)
        : [];
      return [...listPages(order, column, variant), ...articles, ...twins];
    }),
  );
  const { reports, decoys } = plannedItems(order.host, root);
  const urlOf = (path: string): string => new URL(path, `http://${order.host}`).href;
  const twins = variant.mobile ? columns.flatMap(({ items }) => items.slice(0, 1)) : [];
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'kaipu', lists: [urlOf(`${root.path}index.html`)] }),
    reports,
    decoys: [...decoys, ...twins.map(({ path }) => urlOf(mobileOf(path)))],
  };
}

const mobileOf = (path: string): string => path.replace('/post_', '/mpost_');

function listPages(
  { place }: SiteOrder,
  { path, column, items, columns }: PlacedColumn,
  { pages, mobile }: KaipuVariant,
): [string, SitePage][] {
  const shown = pagesOf(items, PAGE_SIZE);
  const nameOf = (at: number): string => (at === 0 ? 'index.html' : `index_${at + 1}.html`);
  const tabs = columns.map((below) => `<li><a href="${below.path}">${below.column.name}</a></li>`).join('');
  return shown.flatMap((part, at) => {
    const entries = part.map(({ path: href, item }) => ({ href, item }));
    const twin = mobile && at === 0 ? entries.slice(0, 1) : [];
    const rows = listRows([...entries, ...twin.map(({ href, item }) => ({ href: mobileOf(href), item }))]);
    const next = at + 1 < shown.length ? `<a class="next" href="${nameOf(at + 1)}">下一页</a>` : '';
    const numbers = shown.map((_, page) => `<a href="${nameOf(page)}">${page + 1}</a>`).join('');
    const last = `<a class="last" href="${nameOf(shown.length - 1)}">尾页</a>`;
    const bar =
      shown.length === 1 ? '' : `<div class="page">${pages === 'links' ? numbers + next + last : next}</div>`;
    const body = htmlPage(
      `${column.name}_${place}人民政府门户网站`,
      `${metas(`${place}人民政府`, column.name)}<script>var NFCMS_SITE_ID = '440825'; var NFCMS_CATEGORY_ID = '29110';</script>`,
      `<ul class="tabs">${tabs}</ul>${column.inline && at === 0 ? article(column.inline, '') : ''}<ul class="list">${rows}</ul>${bar}`,
    );
    const page = { body, modified: items[0]?.item.date ?? '2020-01-01' };
    const file: [string, SitePage] = [`${path}${nameOf(at)}`, page];
    return at === 0 ? [[path, page] as [string, SitePage], file] : [file];
  });
}

const articlePage = (
  { place }: SiteOrder,
  { column }: PlacedColumn,
  { path, item, files }: PlacedItem,
): string =>
  htmlPage(
    item.title,
    `${metas(`${place}人民政府`, column.name, item)}<script>var NFCMS_POST_ID = '${path.match(/post_(\d+)/)?.[1]}';</script>`,
    article(
      item,
      files
        .map(
          ({ path: href, file }) =>
            `<p><a class="nfw-cms-attachment" href="${href}" alt="${file.name}">${file.name}</a></p>`,
        )
        .join(''),
    ),
  );

const article = (item: Item, files: string): string =>
  `<div class="content"><h1>${item.title}</h1><p class="info">时间：${item.date} 来源：${item.source}</p><div class="news_cont_d_wrap">${item.body}${files}</div></div>`;
