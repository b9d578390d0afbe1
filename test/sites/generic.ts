import { createHash } from 'node:crypto';
import { htmlPage, listRows, location, metas, pagesOf } from './page-parts.ts';
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

const hash = (text: string, length: number): string =>
  createHash('md5').update(text).digest('hex').slice(0, length);
const day = ({ date }: Item): string => date.replaceAll('-', '');

/** Shapes of article addresses that were seen on systems without an adapter of their own. */
const ARTICLES = {
  gongkai: (item: Item, column: string, at: number) => `${column}doc_${hash(`${item.title}${at}`, 24)}.html`,
  show: (item: Item, _: string, at: number) => `/gongkai/show/${hash(`${item.title}${at}`, 32)}.html`,
  liaoning: (item: Item, _: string, at: number) =>
    `/html/LYSZF/${day(item).slice(0, 6)}/01642398490${45814 + at}.html`,
  hex: (item: Item, column: string, at: number) => `${column}${hash(`${item.title}${at}`, 24)}.html`,
  snowflake: (_: Item, column: string, at: number) => `${column}1533676551588${134914 + at}.html`,
  content: (_: Item, column: string, at: number) => `${column}content_${184762 + at}`,
  jhtml: (_: Item, column: string, at: number) => `${column}${5069568 + at}.jhtml`,
  aspx: (_: Item, __: string, at: number) => `/zfxxgk/GovOpenShow.aspx?id=202401180854081${10 + at}`,
  kunming: ({ date }: Item, _: string, at: number) => `/c/${date}/${7097241 + at}.shtml`,
  columns: (item: Item, column: string, at: number) =>
    `${column}${day(item).slice(0, 6)}/${day(item).slice(6)}/${hash(`${item.title}${at}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}.html`,
} as const;

/** How pages of a list are named: page 2 of `/a/index.shtml`. */
const PAGES = {
  /** `/a/index.shtml?page=2`, only the next and the last linked. */
  query: (path: string, page: number) => `${path}?page=${page}`,
  /** `/a/column-index-2.shtml` */
  name: (path: string, page: number) => path.replace('index.', `column-index-${page}.`),
  /** `/a/index_2.shtml`, the number of pages in a script. */
  count: (path: string, page: number) => path.replace('index.', `index_${page}.`),
} as const;

/** How one installation differs from another. */
export interface GenericVariant {
  readonly articles: keyof typeof ARTICLES;
  readonly pages: keyof typeof PAGES;
  /** How the report of some addresses stands: in a frame of the page, or behind a page that leads on. */
  readonly detour: 'frame' | 'refresh' | 'script' | 'none';
}

const PAGE_SIZE = 5;
const DETOURS = ['frame', 'refresh', 'none', 'script'] as const;

const pickFrom = <K extends string>(names: readonly K[], at: number): K => names[at % names.length]!;

export const genericVariant = (seed: number): GenericVariant => ({
  articles: pickFrom(Object.keys(ARTICLES) as (keyof typeof ARTICLES)[], seed),
  pages: pickFrom(Object.keys(PAGES) as (keyof typeof PAGES)[], seed),
  detour: pickFrom(DETOURS, seed),
});

const rulesFor = ({ articles }: GenericVariant): AddressRules => ({
  column: ({ slug }, parent) =>
    parent === null
      ? articles === 'gongkai'
        ? '/gongkai/site_htxsjj/channel_c_5f9f6c9be592f315dca00fb1/index.shtml'
        : `/zwgk/${slug}/index.shtml`
      : parent.replace('index.shtml', `${slug}/index.shtml`),
  item: (item, column, serial) => ARTICLES[articles](item, column.replace('index.shtml', ''), serial),
  file: ({ name }, _, serial) => `/uploadfile/${20220100 + serial}.${name.split('.').at(-1)}`,
});

/** A site of no known system: reports are told by words and structure alone. */
export function genericSite(order: SiteOrder, variant = genericVariant(order.seed)): SitePlan {
  const root = layOut(siteContent(order), rulesFor(variant));
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>([
    ...columns.flatMap((column) => [
      ...listPages(order, column, variant),
      ...articleFiles(column, (placed) => articlePage(order, column, placed)),
    ]),
  ]);
  takeDetours(pages, columns, variant);
  const { reports, decoys } = plannedItems(order.host, root);
  const list = new URL(root.path, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'generic', lists: [list] }),
    reports,
    decoys,
  };
}

/** Moves the first report of each column to an address of its own; what stands in its place leads there. */
function takeDetours(
  pages: Map<string, SitePage>,
  columns: readonly PlacedColumn[],
  { detour }: GenericVariant,
): void {
  if (detour === 'none') return;
  for (const { items } of columns) {
    const placed = items.find(({ item, files }) => item.year !== null && files.length === 0);
    const page = placed && pages.get(placed.path);
    if (placed === undefined || page === undefined) continue;
    const away = `/detail/${hash(placed.path, 12)}.html`;
    pages.set(away, page);
    pages.set(placed.path, { ...page, body: DETOUR_PAGES[detour](placed.item, away) });
  }
}

const DETOUR_PAGES: Readonly<
  Record<Exclude<GenericVariant['detour'], 'none'>, (item: Item, to: string) => string>
> = {
  frame: ({ title }, to) =>
    htmlPage(title, '', `<h1>${title}</h1><iframe src="${to}" width="100%" height="2000"></iframe>`),
  refresh: ({ title }, to) =>
    `<html><head><title>${title}</title><meta http-equiv="refresh" content="0; url=${to}"></head></html>`,
  script: (_, to) => `<html><head></head><body><script>window.location.href='${to}';</script></body></html>`,
};

function listPages(
  { place }: SiteOrder,
  { path, column, trail, items, columns }: PlacedColumn,
  variant: GenericVariant,
): [string, SitePage][] {
  const shown = pagesOf(items, PAGE_SIZE);
  const addressOf = (at: number): string => (at === 0 ? path : PAGES[variant.pages](path, at + 1));
  const tabs = columns.map((below) => `<li><a href="${below.path}">${below.column.name}</a></li>`).join('');
  return shown.map((part, at) => {
    const rows = listRows(part.map(({ path: href, item }) => ({ href, item })));
    const body = htmlPage(
      `${column.name}-${place}人民政府`,
      metas(`${place}人民政府`, column.name),
      `${location(trail)}<ul class="tabs">${tabs}</ul>${column.inline && at === 0 ? article(column.inline, '') : ''}<ul class="list">${rows}</ul>${pageBar(shown.length, at, addressOf, variant)}`,
    );
    return [addressOf(at), { body, modified: items[0]?.item.date ?? '2020-01-01' }];
  });
}

function pageBar(
  total: number,
  at: number,
  addressOf: (page: number) => string,
  { pages }: GenericVariant,
): string {
  if (at + 1 >= total) return '';
  const next = `<a href="${addressOf(at + 1)}">下一页</a>`;
  const last = `<a href="${addressOf(total - 1)}">尾页</a>`;
  return pages === 'count'
    ? `<script>var totalPage = ${total};</script>${next}`
    : `<div class="page">${next}${last}</div>`;
}

const articlePage = ({ place }: SiteOrder, { column }: PlacedColumn, { item, files }: PlacedItem): string =>
  htmlPage(
    `${item.title}-${place}人民政府`,
    metas(`${place}人民政府`, column.name, item),
    article(item, files.map(({ path, file }) => `<p>附件：<a href="${path}">${file.name}</a></p>`).join('')),
  );

const article = (item: Item, files: string): string =>
  `<div class="con"><h2>${item.title}</h2><p class="ly">发布日期：${item.date} 来源：${item.source}</p><div class="view-content">${item.body}${files}</div></div>`;
