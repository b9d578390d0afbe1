import { htmlPage, listRows, metas, pagesOf } from './page-parts.ts';
import { columnsOf, type Item, itemsOf, siteContent } from './site-content.ts';
import { sourceFor } from './site-layout.ts';
import type { PlannedReport, SiteOrder, SitePlan } from './site-plan.ts';
import { type SitePage, staticSite } from './static-site.ts';

/** Whether a column prints the report of the chosen year, or lists articles. */
export interface LonsunVariant {
  readonly column: 'prints' | 'lists';
}

const PAGE_SIZE = 4;

interface Unit {
  readonly name: string;
  readonly id: number;
  readonly reports: readonly Item[];
  readonly others: readonly Item[];
}

/** A site of Lonsun's `public` system: the index leads to a column of each unit, whose `type=3` is its yearly reports. */
export function lonsunSite(
  order: SiteOrder,
  variant: LonsunVariant = { column: order.seed % 2 === 0 ? 'prints' : 'lists' },
): SitePlan {
  const units = unitsOf(order);
  const index = '/public/zfxxgknb/index.html';
  const pages = new Map<string, SitePage>([
    [index, { body: indexPage(order, units) }],
    ...units.flatMap((unit) => [
      ...(variant.column === 'prints' ? printingPages(order, unit) : listingPages(order, unit)),
      ...[...unit.reports, ...unit.others].flatMap((item) => articlePages(order, unit, item)),
    ]),
  ]);
  const urlOf = (path: string): string => new URL(path, `http://${order.host}`).href;
  const reports = units.flatMap((unit) =>
    unit.reports.map(
      (item): PlannedReport => ({
        url: urlOf(variant.column === 'prints' ? yearOf(unit, item) : articleOf(unit, item)),
        year: item.year ?? 0,
        attachments: item.files.map((file, at) => urlOf(fileOf(unit, item, at, file.name))),
      }),
    ),
  );
  const decoys = units.flatMap((unit) => unit.others.map((item) => urlOf(articleOf(unit, item))));
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'lonsun', lists: [urlOf(index)] }),
    reports,
    decoys,
  };
}

function unitsOf(order: SiteOrder): readonly Unit[] {
  const root = siteContent(order);
  const inline = columnsOf(root).flatMap((column) => (column.inline === undefined ? [] : [column.inline]));
  const all = [...inline, ...itemsOf(root)];
  const names = [order.place, ...(order.departments ?? []), ...(order.townships ?? [])];
  return names.map((name, at) => {
    const own = all.filter(({ source }) => source === name);
    return {
      ...{ name, id: 24601 + at * 50 },
      reports: own.filter(({ year }) => year !== null),
      others: own.filter(({ year }) => year === null),
    };
  });
}

const columnOf = ({ id }: Unit): string => `/public/column/${id}?type=3&action=list&nav=3`;
const yearOf = ({ id }: Unit, { year }: Item): string =>
  `/public/column/${id}?type=3&nav=5&sub=4&timeFrame=${year}&hasContent=true`;
const serialOf = ({ id, reports, others }: Unit, item: Item): number =>
  id * 1000 + [...reports, ...others].indexOf(item);
const articleOf = (unit: Unit, item: Item): string => `/public/${unit.id}/${serialOf(unit, item)}.html`;
const fileOf = (unit: Unit, item: Item, at: number, name: string): string =>
  `/group4/M00/0D/3B/${serialOf(unit, item)}${at}.${name.split('.').at(-1)}`;

const href = (path: string): string => path.replaceAll('&', '&amp;');

/** The tree of units, as the page of the whole county shows it. */
const indexPage = ({ place }: SiteOrder, units: readonly Unit[]): string =>
  htmlPage(
    `政府信息公开年报_${place}人民政府`,
    metas(`${place}人民政府`, '政府信息公开年报'),
    `<ul class="ls-public-tree" data-organid="24601">${units.map((unit) => `<li><a href="${href(columnOf(unit))}">${unit.name}信息公开年报</a></li>`).join('')}</ul>`,
  );

const yearBar = (unit: Unit): string =>
  `<ul class="ls-public-year">${unit.reports.map((item) => `<li><a href="${href(yearOf(unit, item))}">${item.year}年</a></li>`).join('')}</ul>`;

/** The column prints its newest report; each year has an address. */
function printingPages(order: SiteOrder, unit: Unit): [string, SitePage][] {
  const [newest] = unit.reports;
  const others = listRows(unit.others.map((item) => ({ href: articleOf(unit, item), item })));
  const page = (item: Item | undefined): SitePage => ({
    body: htmlPage(
      `${unit.name}信息公开年报_${order.place}人民政府`,
      metas(`${order.place}人民政府`, '政府信息公开年报'),
      `<div id="organId" class="hide">${unit.id}</div>${yearBar(unit)}${item === undefined ? '' : article(unit, item)}<ul>${others}</ul>`,
    ),
    modified: item?.date ?? '2020-01-01',
  });
  return [
    [columnOf(unit), page(newest)],
    ...unit.reports.map((item): [string, SitePage] => [yearOf(unit, item), page(item)]),
  ];
}

function listingPages(order: SiteOrder, unit: Unit): [string, SitePage][] {
  const shown = pagesOf([...unit.reports, ...unit.others], PAGE_SIZE);
  const addressOf = (at: number): string =>
    at === 0 ? columnOf(unit) : `${columnOf(unit)}&pageIndex=${at + 1}`;
  return shown.map((items, at) => {
    const rows = listRows(items.map((item) => ({ href: articleOf(unit, item), item })));
    const bar = `<div class="pagination">${at + 1 < shown.length ? `<a href="${href(addressOf(at + 1))}">下一页</a>` : ''}</div><script>var pageCount = ${shown.length};</script>`;
    const body = htmlPage(
      `${unit.name}信息公开年报_${order.place}人民政府`,
      metas(`${order.place}人民政府`, '政府信息公开年报'),
      `<div id="organId" class="hide">${unit.id}</div><ul class="ls-public-list">${rows}</ul>${bar}`,
    );
    return [addressOf(at), { body, modified: items[0]?.date ?? '2020-01-01' }];
  });
}

function articlePages({ place }: SiteOrder, unit: Unit, item: Item): [string, SitePage][] {
  const body = htmlPage(
    `${item.title}_${place}人民政府`,
    metas(`${place}人民政府`, '政府信息公开年报', item),
    article(unit, item),
  );
  return [
    [articleOf(unit, item), { body, modified: item.date }],
    ...item.files.map((file, at): [string, SitePage] => [
      fileOf(unit, item, at, file.name),
      { body: file.bytes, type: file.type, modified: item.date },
    ]),
  ];
}

function article(unit: Unit, item: Item): string {
  const files = item.files.map(
    (file, at) => `<p>附件：<a href="${fileOf(unit, item, at, file.name)}">${file.name}</a></p>`,
  );
  return `<div class="ls-article"><h1 class="newstitle">${item.title}</h1><div class="info">发布时间：${item.date} 信息来源：${item.source}</div><div class="j-fontContent newscontnet">${item.body}${files.join('')}</div></div>`;
}
