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
import type { Site, SiteRequest } from './web.ts';

/** Where the rows of a list come from: its own pages, or the search that answers in JSON with whole articles. */
export interface UcapVariant {
  readonly rows: 'pages' | 'search';
}

const PAGE_SIZE = 5;
const SEARCH = '/common/search/';

const hash32 = (text: string): string => createHash('md5').update(text).digest('hex');

const rulesFor = ({ seed }: SiteOrder, { rows }: UcapVariant): AddressRules => ({
  column: (_, __, serial) => `/xjwqx/c${112125 + serial}/list.shtml`,
  item: ({ date, title }, column, serial) => {
    const name = rows === 'search' ? `c01_${591175 + serial * 11}` : hash32(`${seed}${title}${serial}`);
    return `${column.replace('list.shtml', '')}${date.slice(0, 7).replace('-', '')}/${name}.shtml`;
  },
  file: ({ name }, item, serial) =>
    `${item.replace('.shtml', '')}/files/${hash32(`${serial}`)}.${name.split('.').at(-1)}`,
});

/** A site of the shared platform that its pages call UCAP. */
export function ucapSite(
  order: SiteOrder,
  variant: UcapVariant = { rows: order.seed % 2 === 0 ? 'pages' : 'search' },
): SitePlan {
  const root = layOut(siteContent(order, 'flat'), rulesFor(order, variant));
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>(
    columns.flatMap((column) => [
      ...listPages(order, column, variant),
      ...articleFiles(column, (placed) => articlePage(order, column, placed)),
    ]),
  );
  const { reports, decoys } = plannedItems(order.host, root);
  const list = new URL(root.path, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages, variant.rows === 'search' ? searchOf(columns) : undefined),
    source: sourceFor(order, reports.length, { family: 'ucap', lists: [list] }),
    reports,
    decoys,
  };
}

function listPages(
  { place }: SiteOrder,
  { path, column, trail, items, columns }: PlacedColumn,
  { rows }: UcapVariant,
): [string, SitePage][] {
  const tabs = columns.map((below) => `<li><a href="${below.path}">${below.column.name}</a></li>`).join('');
  const page = (body: string): SitePage => ({
    body: htmlPage(
      `${column.name}_${place}人民政府`,
      metas(`${place}人民政府`, column.name),
      `${location(trail)}<ul class="tabs">${tabs}</ul>${body}`,
    ),
    modified: items[0]?.item.date ?? '2020-01-01',
  });
  const inline = column.inline === undefined ? '' : article(column.inline, '');
  if (rows === 'search') {
    const script = `<ul id="list"></ul><script>var channelId = '${hash32(path)}'; $.get('${SEARCH}${hash32(path)}?page=1&_pageSize=${PAGE_SIZE}&_isAgg=true&_isJson=true&_template=index', show);</script>`;
    return [[path, page(inline + script)]];
  }
  const shown = pagesOf(items, PAGE_SIZE);
  return shown.map((part, at) => {
    const list = listRows(part.map(({ path: href, item }) => ({ href, item })));
    const call = `<div id="page_div"></div><script>createPageHTML('page_div',${shown.length}, ${at + 1},'list','shtml',${items.length});</script>`;
    const body = `${at === 0 ? inline : ''}<ul class="list">${list}</ul>${call}`;
    return [at === 0 ? path : path.replace('list.', `list_${at + 1}.`), page(body)];
  });
}

function searchOf(columns: readonly PlacedColumn[]): Site['answer'] {
  return ({ path }: SiteRequest) => {
    const url = new URL(path, 'http://site');
    const column = columns.find((one) => url.pathname === `${SEARCH}${hash32(one.path)}`);
    if (column === undefined) return undefined;
    const page = Number(url.searchParams.get('page') ?? 1);
    const size = Number(url.searchParams.get('_pageSize') ?? 15);
    const results = column.items.slice((page - 1) * size, page * size).map(({ path: at, item }) => ({
      ...{ title: item.title, subTitle: '', url: at, publishedTimeStr: `${item.date} 09:30:00` },
      ...{ content: item.body.replace(/<[^>]*>/g, ''), contentHtml: item.body },
      domainMetaList: [
        {
          resultList: [
            { key: 'pubdate', value: item.date },
            { key: 'source', value: item.source },
          ],
        },
      ],
    }));
    const body = JSON.stringify({ data: { total: column.items.length, page, rows: size, results } });
    return { headers: { 'content-type': 'application/json;charset=UTF-8' }, body };
  };
}

const articlePage = ({ place }: SiteOrder, { column }: PlacedColumn, { item, files }: PlacedItem): string =>
  htmlPage(
    `${item.title}_${place}人民政府`,
    metas(`${place}人民政府`, column.name, item),
    article(item, files.map(({ path, file }) => `<p><a href="${path}">${file.name}</a></p>`).join('')),
  );

const article = (item: Item, files: string): string =>
  `<div class="content"><h1>${item.title}</h1><div class="info">发布时间：${item.date} 来源：${item.source}</div><div id="UCAP-CONTENT">${item.body}${files}</div></div>`;
