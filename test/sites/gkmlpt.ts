import { FOOT, MENU } from './page-parts.ts';
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
import type { Site, SiteRequest } from './web.ts';

/** How articles come and how long the lists' pages are. */
export interface GkmlptVariant {
  /** Articles are printed, or escaped in a script. */
  readonly article: 'printed' | 'in script';
  readonly pageSize: number;
}

const VARIANTS: readonly GkmlptVariant[] = [
  { article: 'in script', pageSize: 100 },
  { article: 'printed', pageSize: 4 },
  { article: 'in script', pageSize: 3 },
];

const INDEX = '/gkmlpt/index';
const API = '/gkmlpt/api/all/';

const RULES: AddressRules = {
  column: (_, __, serial) => `${API}${2811 + serial}`,
  item: (_, __, serial) => {
    const id = 8766914 + serial * 7;
    return `/gkmlpt/content/${String(id).slice(0, 1)}/${String(id).slice(0, 4)}/post_${id}.html`;
  },
  file: ({ name }, _, serial) =>
    `/gkmlpt/attachment/0/${600 + serial}/${600123 + serial}.${name.split('.').at(-1)}`,
};

/** A site of Guangdong's shared catalogue: its index is a shell that names categories, lists come as JSON. */
export function gkmlptSite(order: SiteOrder, variant = VARIANTS[order.seed % VARIANTS.length]!): SitePlan {
  const root = layOut(withoutInline(siteContent(order)), RULES);
  const columns = placedColumns(root);
  const sid = `${order.division}1`;
  const pages = new Map<string, SitePage>([
    [INDEX, { body: shell(order, `TREE: ${jsonInScript([treeOf(root), OTHER_CATEGORY])}`, sid) }],
    ...columns.flatMap((column) =>
      articleFiles(column, (placed) => articlePage(order, placed, variant, sid)),
    ),
  ]);
  const { reports, decoys } = plannedItems(order.host, root);
  const list = new URL(INDEX, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages, apiOf(order, columns, variant, sid)),
    source: sourceFor(order, reports.length, { family: 'gkmlpt', lists: [list] }),
    reports,
    decoys,
  };
}

/** The catalogue prints no article on a list. */
const withoutInline = ({ inline, ...column }: Column): Column => ({
  ...column,
  items: inline === undefined ? column.items : [inline, ...column.items],
  columns: column.columns.map(withoutInline),
});

const OTHER_CATEGORY = { id: 2799, name: '政府信息公开指南', jump_url: '', children: [] };

const idOf = ({ path }: PlacedColumn): number => Number(path.slice(API.length));

const treeOf = (placed: PlacedColumn): unknown => ({
  id: idOf(placed),
  name: placed.column.name,
  jump_url: '',
  children: placed.columns.map(treeOf),
});

/** JSON as PHP prints it into a script: no sign of markup as it is. */
const jsonInScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&'/]/g, (sign) =>
    sign === '/' ? '\\/' : `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const shell = (
  { place }: SiteOrder,
  config: string,
  sid: string,
  body = '<div id="app"></div>',
  title = '',
): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}${place}政府信息公开平台</title></head><body>${MENU}${body}
<script>window._CONFIG = { SID: '${sid}', BASE_URL: '/gkmlpt', ${config} };</script><script src="/gkmlpt/js/app.js"></script>${FOOT}</body></html>`;

function apiOf(
  { host }: SiteOrder,
  columns: readonly PlacedColumn[],
  { pageSize }: GkmlptVariant,
  sid: string,
): Site['answer'] {
  return ({ path }: SiteRequest) => {
    const url = new URL(path, `http://${host}`);
    const column = columns.find((one) => url.pathname === one.path);
    if (column === undefined || url.searchParams.get('sid') !== sid) return undefined;
    const page = Number(url.searchParams.get('page') ?? 1);
    const articles = column.items.slice((page - 1) * pageSize, page * pageSize).map((placed) => ({
      ...{
        id: Number(/post_(\d+)/.exec(placed.path)?.[1]),
        title: placed.item.title,
        publisher: placed.item.source,
      },
      ...{ url: new URL(placed.path, url).href, post_url: '', classify_main_name: column.column.name },
      ...{ display_publish_time: seconds(placed.item.date), created_at: `${placed.item.date} 09:30:00` },
      ...{ attachment: [], is_expired: 0, is_abolished: 0 },
    }));
    const answer = {
      classify: { id: idOf(column), post_count: column.items.length },
      total: column.items.length,
      articles,
    };
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) };
  };
}

const seconds = (date: string): number => Date.parse(`${date}T09:30:00+08:00`) / 1000;

function articlePage(
  order: SiteOrder,
  { path, item, files }: PlacedItem,
  { article }: GkmlptVariant,
  sid: string,
): string {
  const attachment = files.map(({ path: at, file }) => ({
    name: file.name,
    url: new URL(at, `http://${order.host}`).href,
  }));
  const detail = {
    ...{ id: Number(/post_(\d+)/.exec(path)?.[1]), title: item.title, publisher: item.source },
    ...{ display_publish_time: seconds(item.date), content: item.body, attachment },
  };
  const config = `DETAIL: ${jsonInScript(detail)}`;
  return article === 'in script'
    ? shell(order, config, sid)
    : shell(order, config, sid, printed(item, attachment), `${item.title}-`);
}

const printed = (item: Item, files: readonly { name: string; url: string }[]): string =>
  `<div class="content"><div class="classify"><table><tr><td class="td-label">索引号:</td><td>11440</td><td class="td-label">分类:</td><td>政府信息公开年报</td></tr><tr><td class="td-label">发布机构:</td><td>${item.source}</td><td class="td-label">发布日期:</td><td>${item.date}</td></tr></table></div><h1 class="title">${item.title}</h1><div class="article-content">${item.body}</div><div class="attachments">${files.map(({ name, url }) => `<a href="${url}">${name}</a>`).join('')}</div></div>`;
