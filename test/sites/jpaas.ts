import { createHash } from 'node:crypto';
import { htmlPage, listRows, location, metas } from './page-parts.ts';
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

/** Whether the list's page comes with its first rows, or empty until a script asks for them. */
export interface JpaasVariant {
  readonly firstRows: boolean;
}

const PAGE_SIZE = 5;
const UNIT = '/api-gateway/jpaas-publish-server/front/page/build/unit';

const hash32 = (text: string): string => createHash('md5').update(text).digest('hex');

const rulesFor = ({ seed }: SiteOrder): AddressRules => ({
  column: ({ slug }, parent) =>
    `${parent === null ? '/zwgk/' : parent.replace('index.html', '')}${slug}/index.html`,
  item: ({ date, title }, column, serial) =>
    `${column.replace('index.html', '')}art/${date.slice(0, 4)}/art_${hash32(`${seed}${title}${serial}`)}.html`,
  file: ({ name }, item, serial) =>
    item.replace(/[^/]*$/, `cms_files/filemanager/${hash32(`${serial}`)}.${name.split('.').at(-1)}`),
});

/** A site of Hanweb JPaaS: the rows of a list are built by a gateway that answers in JSON. */
export function jpaasSite(
  order: SiteOrder,
  variant: JpaasVariant = { firstRows: order.seed % 2 === 0 },
): SitePlan {
  const root = layOut(siteContent(order), rulesFor(order));
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>([
    ...columns.flatMap((column): [string, SitePage][] => [
      [
        column.path,
        { body: listPage(order, column, variant), modified: column.items[0]?.item.date ?? '2020-01-01' },
      ],
      ...articleFiles(column, (placed) => articlePage(order, column, placed)),
    ]),
  ]);
  const { reports, decoys } = plannedItems(order.host, root);
  const list = new URL(root.path, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages, gatewayOf(order, columns)),
    source: sourceFor(order, reports.length, { family: 'jpaas', lists: [list] }),
    reports,
    decoys,
  };
}

function listPage(
  { place }: SiteOrder,
  { path, column, trail, items, columns }: PlacedColumn,
  { firstRows }: JpaasVariant,
): string {
  const query = `{'parseType':'bulidstatic','webId':'149','tplSetId':'${hash32(place).slice(0, 20)}','pageType':'column','tagId':'当前栏目列表','editType':'null','pageId':'${hash32(path)}'}`;
  const tabs = columns.map((below) => `<li><a href="${below.path}">${below.column.name}</a></li>`).join('');
  return htmlPage(
    `${place}人民政府 ${column.name}`,
    metas(`${place}人民政府`, column.name),
    `${location(trail)}<ul class="tabs">${tabs}</ul>${column.inline === undefined ? '' : article(column.inline, '')}
<div class="page-content">${firstRows ? rows(items, 1) : ''}<script url="${UNIT}" queryData="${query}"></script></div>`,
  );
}

function rows(items: readonly PlacedItem[], page: number): string {
  const shown = items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const list = listRows(shown.map(({ path: href, item }) => ({ href, item })));
  return `<ul class="list">${list}</ul><div class="pagination" rows="${PAGE_SIZE}" count="${items.length}"></div>`;
}

/** The gateway refuses who does not come from the list's page, and knows each column by its number. */
function gatewayOf({ host }: SiteOrder, columns: readonly PlacedColumn[]): Site['answer'] {
  return ({ path, headers }: SiteRequest) => {
    const url = new URL(path, 'http://site');
    if (url.pathname !== UNIT) return undefined;
    const column = columns.find((one) => hash32(one.path) === url.searchParams.get('pageId'));
    const isAllowed =
      headers.referer === `http://${host}${column?.path}` && headers['x-requested-with'] === 'XMLHttpRequest';
    if (column === undefined || !isAllowed) return { status: 403, body: '{"success":false}' };
    const { pageNo = 1 } = JSON.parse(url.searchParams.get('paramJson') ?? '{}') as { pageNo?: number };
    const answer = { success: true, message: '操作成功', data: { html: rows(column.items, pageNo) } };
    return { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(answer) };
  };
}

const articlePage = (
  { place }: SiteOrder,
  { column }: PlacedColumn,
  { path, item, files }: PlacedItem,
): string =>
  htmlPage(
    item.title,
    metas(`${place}人民政府`, column.name, item),
    article(
      item,
      files
        .map(
          ({ path: at, file }) => `<p><a href="${at.slice(path.lastIndexOf('/') + 1)}">${file.name}</a></p>`,
        )
        .join(''),
    ),
  );

const article = (item: Item, files: string): string =>
  `<div class="main-txt"><h2>${item.title}</h2><p class="date">发布时间：${item.date} 来源：${item.source}</p><div class="article-content">${item.body}${files}</div></div>`;
