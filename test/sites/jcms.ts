import { hashText } from '../generate/random.ts';
import { htmlPage, listRow, location, metas } from './page-parts.ts';
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

/** How the rows behind the first ones are fetched: from the address that the page holds, or by a form. */
export interface JcmsVariant {
  readonly rows: 'next group' | 'encrypted next group' | 'form';
}

/** Rows that come with the page, and with each answer. */
const GROUP = 4;

const VARIANTS: readonly JcmsVariant[] = [
  { rows: 'next group' },
  { rows: 'encrypted next group' },
  { rows: 'form' },
];

const PROXY = '/module/web/jpage/dataproxy.jsp';

const RULES: AddressRules = {
  column: (_, __, serial) => `/col/col${1229387700 + serial}/index.html`,
  item: ({ date }, column, serial) => {
    const [year, month, day] = date.split('-').map(Number);
    return `/art/${year}/${month}/${day}/art_${numberOf(column)}_${54480 + serial * 7}.html`;
  },
  file: ({ name }, item, serial) =>
    `/module/download/downfile.jsp?classid=0&filename=${hashText(item + serial).toString(16)}.${name.split('.').at(-1)}`,
};

const numberOf = (column: string): string => /\d+/.exec(column)?.[0] ?? '';

/** A site of Hanweb JCMS: the first rows of a list stand in a script of its page, the others come as XML. */
export function jcmsSite(order: SiteOrder, variant = VARIANTS[order.seed % VARIANTS.length]!): SitePlan {
  const root = layOut(siteContent(order, 'flat'), RULES);
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>(
    columns.flatMap((column): [string, SitePage][] => [
      [
        column.path,
        { body: listPage(order, column, variant), modified: column.items[0]?.item.date ?? '2020-01-01' },
      ],
      ...articleFiles(column, (placed) => articlePage(order, column, placed)),
    ]),
  );
  const { reports, decoys } = plannedItems(order.host, root);
  const list = new URL(root.path, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages, proxyOf(columns, variant)),
    source: sourceFor(order, reports.length, { family: 'jcms', lists: [list] }),
    reports,
    decoys,
  };
}

function listPage(
  { place }: SiteOrder,
  { path, column, trail, items, columns }: PlacedColumn,
  variant: JcmsVariant,
): string {
  const unit = unitOf(path);
  const tabs = columns.map((below) => `<li><a href="${below.path}">${below.column.name}</a></li>`).join('');
  const form = `ajaxParam: { type: 'post', data: { 'col': 1, 'appid': 1, 'webid': 149, 'path': '/', 'columnid': ${numberOf(path)}, 'sourceContentType': 1, 'unitid': ${unit}, 'webname': '${place}人民政府', 'permissiontype': 0 } },`;
  return htmlPage(
    `${place}人民政府 ${column.name}`,
    metas(`${place}人民政府`, column.name),
    `${location(trail)}<ul class="tabs">${tabs}</ul>${column.inline === undefined ? '' : article(column.inline, '')}
<div id="${unit}" class="default_pgContainer"><script type="text/xml">${storeXml(items, 0, path, variant)}</script></div>
<script>jQuery(function($){ $('#${unit}').jpage({ proxyUrl: '${PROXY}', ${variant.rows === 'form' ? form : ''} perPage: ${GROUP}, totalRecord: ${items.length}, groupSize: 1 }); });</script>`,
  );
}

const unitOf = (path: string): number => 5000000 + (hashText(path) % 100000);

/** What the addresses of encrypted installations hold in place of numbers. */
const encrypted = (value: string | number): string => `${hashText(`${value}`).toString(16)}ab`;

function storeXml(
  items: readonly PlacedItem[],
  from: number,
  path: string,
  { rows }: JcmsVariant,
  until = from + GROUP,
): string {
  const records = items
    .slice(from, until)
    .map(({ path: href, item }) => `<record><![CDATA[${listRow({ href, item })}]]></record>`);
  const group = from / GROUP + 1;
  const hide = rows === 'encrypted next group' ? encrypted : String;
  const next = `${PROXY}?page=${group}&amp;webid=149&amp;path=/&amp;columnid=${hide(numberOf(path))}&amp;unitid=${hide(unitOf(path))}&amp;permissiontype=0`;
  const hasNext = rows !== 'form' && from + GROUP < items.length;
  return `<datastore>${hasNext ? `<nextgroup><![CDATA[<a href="${next}"></a>]]></nextgroup>` : ''}<recordset>${records.join('\n')}</recordset></datastore>`;
}

/** Answers for the rows behind the first: to a browser's script only, in the system's older and newer form. */
function proxyOf(columns: readonly PlacedColumn[], variant: JcmsVariant): Site['answer'] {
  return ({ method, path, headers, body }: SiteRequest) => {
    const url = new URL(path, 'http://site');
    if (url.pathname !== PROXY) return undefined;
    if (headers['x-requested-with'] !== 'XMLHttpRequest') return { status: 403, body: '' };
    const asked = method === 'POST' ? new URLSearchParams(body) : url.searchParams;
    const hide = variant.rows === 'encrypted next group' ? encrypted : String;
    const column = columns.find((one) => hide(numberOf(one.path)) === asked.get('columnid'));
    if (column === undefined || (method === 'POST') !== (variant.rows === 'form'))
      return { status: 500, body: '' };
    const from =
      method === 'POST'
        ? Number(url.searchParams.get('startrecord')) - 1
        : Number(url.searchParams.get('page')) * GROUP;
    const until = method === 'POST' ? Number(url.searchParams.get('endrecord')) : from + GROUP;
    const text = `<?xml version="1.0" encoding="UTF-8"?>${storeXml(column.items, from, column.path, variant, until)}`;
    return { headers: { 'content-type': 'text/xml; charset=utf-8' }, body: text };
  };
}

const articlePage = (
  { place }: SiteOrder,
  { path, column }: PlacedColumn,
  { item, files }: PlacedItem,
): string =>
  htmlPage(
    item.title,
    `${metas(`${place}人民政府`, column.name, item)}<meta name="i_columnid" content="${numberOf(path)}"><meta name="i_articleid" content="54480">`,
    article(
      item,
      files
        .map(({ path: href, file }) => `<p><a href="${href.replaceAll('&', '&amp;')}">${file.name}</a></p>`)
        .join(''),
    ),
  );

const article = (item: Item, files: string): string =>
  `<div class="art"><div class="title">${item.title}</div><div class="date">发布日期：${item.date} 来源：${item.source}</div><div id="zoom"><!--ZJEG_RSS.content.begin-->${item.body}${files}<!--ZJEG_RSS.content.end--></div></div>`;
