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

/** How one installation differs from another; drawn from the seed unless given. */
export interface TrsVariant {
  /** The script call of the pages' numbers: its name and what it counts from. */
  readonly pages: 'createPageHTML' | 'createPage' | 'createPageHTML from 1';
  readonly ending: 'html' | 'shtml' | 'htm';
  /** Articles have a twin for telephones, and the list links one of them. */
  readonly mobile: boolean;
  readonly editor: string;
}

const PAGE_SIZE = 5;

const VARIANTS: readonly TrsVariant[] = [
  { pages: 'createPageHTML', ending: 'html', mobile: false, editor: 'TRS_Editor' },
  { pages: 'createPage', ending: 'html', mobile: true, editor: 'trs_editor_view TRS_UEDITOR' },
  { pages: 'createPageHTML', ending: 'shtml', mobile: false, editor: 'TRS_UEDITOR' },
  { pages: 'createPageHTML from 1', ending: 'htm', mobile: false, editor: 'TRS_Editor' },
];

const rulesFor = ({ ending }: TrsVariant): AddressRules => ({
  column: ({ slug }, parent) => (parent === null ? `/zwgk/zfxxgk/${slug}/` : `${parent}${slug}/`),
  item: ({ date }, column, serial) => {
    const day = date.replaceAll('-', '');
    return `${column}${day.slice(0, 6)}/t${day}_${4300000 + serial * 37}.${ending}`;
  },
  file: ({ name }, item, serial) =>
    item.replace(/[^/]*$/, `P020${item.match(/t(\d{8})/)?.[1]}${600000 + serial}.${name.split('.').at(-1)}`),
});

/** A site of TRS WCM: articles named by day and number, pages of lists named index_1 and on by a script call. */
export function trsSite(order: SiteOrder, variant = VARIANTS[order.seed % VARIANTS.length]!): SitePlan {
  const root = layOut(siteContent(order), rulesFor(variant));
  const columns = placedColumns(root);
  const pages = new Map<string, SitePage>(
    columns.flatMap((column) => [
      ...listPages(order, column, variant),
      ...articlePages(order, column, variant),
    ]),
  );
  const { reports, decoys } = plannedItems(order.host, root);
  const twins = variant.mobile
    ? columns.flatMap(({ items }) => items.slice(0, 1).map(({ path }) => wapOf(path)))
    : [];
  const list = new URL(`${root.path}index.${variant.ending}`, `http://${order.host}`).href;
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'trs', lists: [list] }),
    reports,
    decoys: [...decoys, ...twins.map((path) => new URL(path, `http://${order.host}`).href)],
  };
}

const wapOf = (path: string): string => path.replace(/(?=\.\w+$)/, '_wap');

function listPages(
  { place }: SiteOrder,
  { path, column, trail, items, columns }: PlacedColumn,
  variant: TrsVariant,
): [string, SitePage][] {
  const pages = pagesOf(items, PAGE_SIZE);
  const fromOne = variant.pages === 'createPageHTML from 1';
  return pages.flatMap((shown, at) => {
    const entries = shown.map(({ path: to, item }) => ({ href: relative(to, path), item }));
    const twin = variant.mobile && at === 0 ? entries.slice(0, 1) : [];
    const rows = listRows([...entries, ...twin.map(({ href, item }) => ({ href: wapOf(href), item }))]);
    const tabs = columns.map(
      (below) => `<li><a href="${relative(below.path, path)}">${below.column.name}</a></li>`,
    );
    const text = htmlPage(
      `${column.name}_${place}人民政府`,
      `${metas(`${place}人民政府`, column.name)}<script src="/images/createPage.js"></script>`,
      `${location(trail)}
<ul class="tabs">${tabs.join('')}</ul>${column.inline && at === 0 ? article(column.inline, '', variant) : ''}
<ul class="list">${rows}</ul><div class="page"><script>${pageCall(variant, pages.length, at)}</script></div>`,
    );
    const number = fromOne ? at + 1 : at;
    const name = at === 0 ? 'index' : `index_${number}`;
    const page = { body: text, modified: items[0]?.item.date ?? '2020-01-01' };
    const file: [string, SitePage] = [`${path}${name}.${variant.ending}`, page];
    return at === 0 ? [[path, page] as [string, SitePage], file] : [file];
  });
}

function pageCall({ pages, ending }: TrsVariant, total: number, at: number): string {
  if (pages === 'createPageHTML from 1') {
    return `createPageHTML(${total}, ${at + 1}, 'index', '${ending}');`;
  }
  return `${pages}(${total}, ${at}, "index", "${ending}");`;
}

/** Addresses of lists and files are written relative to the page, as the system writes them. */
const relative = (to: string, from: string): string =>
  to.startsWith(from) ? `./${to.slice(from.length)}` : to;

function articlePages(
  { place }: SiteOrder,
  column: PlacedColumn,
  variant: TrsVariant,
): readonly [string, SitePage][] {
  const pages = articleFiles(column, ({ path, item, files }) =>
    htmlPage(
      `${item.title}_${place}人民政府`,
      metas(`${place}人民政府`, column.column.name, item),
      article(item, fileLinks(files, path), variant),
    ),
  );
  const articles = pages.filter(([path]) => column.items.some((placed) => placed.path === path));
  const twins = variant.mobile ? articles.map(([path, page]): [string, SitePage] => [wapOf(path), page]) : [];
  return [...pages, ...twins];
}

const fileLinks = (files: PlacedItem['files'], page: string): string =>
  files
    .map(
      ({ path, file }) =>
        `<p>附件：<a href="./${path.slice(page.lastIndexOf('/') + 1)}" appendix="true" title="${file.name}">${file.name}</a></p>`,
    )
    .join('');

const article = (item: Item, files: string, { editor }: TrsVariant): string =>
  `<div class="article"><h1>${item.title}</h1><div class="info">发布时间：${item.date} 来源：${item.source}</div><div class="${editor}"><div class="Custom_UnionStyle">${item.body}${files}</div></div></div>`;
