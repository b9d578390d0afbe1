import { htmlPage, listRows, metas } from './page-parts.ts';
import { columnsOf, type Item, itemsOf, siteContent } from './site-content.ts';
import { sourceFor } from './site-layout.ts';
import type { PlannedReport, SiteOrder, SitePlan } from './site-plan.ts';
import { type SitePage, staticSite } from './static-site.ts';

/** What a page of a unit and year is: the report, or a list that leads to it. */
export interface OpennessVariant {
  readonly prefix: '' | '/openness';
  readonly yearPage: 'report' | 'list';
}

interface Unit {
  readonly name: string;
  readonly id: number;
  readonly items: readonly Item[];
}

/** A site of Anhui's open-information system: units in a tree, years in a bar, one page a unit and year. */
export function opennessSite(
  order: SiteOrder,
  variant: OpennessVariant = {
    prefix: order.seed % 2 === 0 ? '/openness' : '',
    yearPage: order.seed % 3 === 0 ? 'list' : 'report',
  },
): SitePlan {
  const site = layOutUnits(order, variant);
  const pages = new Map<string, SitePage>([
    [site.index, { body: indexPage(order, site) }],
    ...site.units.flatMap((unit) => unitPages(order, site, unit)),
  ]);
  const urlOf = (path: string): string => new URL(path, `http://${order.host}`).href;
  const reports = site.units.flatMap((unit) =>
    unit.items.flatMap((item): PlannedReport[] => {
      if (item.year === null) return [];
      const url = urlOf(variant.yearPage === 'list' ? site.showOf(item) : site.yearOf(unit, item.year));
      return [{ url, year: item.year, attachments: item.files.map((_, at) => urlOf(site.fileOf(item, at))) }];
    }),
  );
  const decoys = site.units.flatMap(({ items }) =>
    items.filter(({ year }) => year === null).map((item) => urlOf(site.showOf(item))),
  );
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'openness', lists: [urlOf(site.index)] }),
    reports,
    decoys,
  };
}

type Layout = ReturnType<typeof layOutUnits>;

function layOutUnits(order: SiteOrder, { prefix, yearPage }: OpennessVariant) {
  const root = siteContent(order);
  const inline = columnsOf(root).flatMap((column) => (column.inline === undefined ? [] : [column.inline]));
  const all = [...itemsOf(root), ...inline];
  const names = [order.place, ...(order.departments ?? []), ...(order.townships ?? [])];
  const units = names.map(
    (name, at): Unit => ({ name, id: 6 + at * 71, items: all.filter(({ source }) => source === name) }),
  );
  const serials = new Map(all.map((item, at) => [item, 3965 + at * 3]));
  const module = `${prefix}/OpennessAnnualReport`;
  return {
    ...{ units, yearPage, index: `${module}/index.html` },
    showOf: (item: Item): string => `${module}/show/${serials.get(item)}.html`,
    yearOf: ({ id }: Unit, year: number): string => `${module}/year/show/${id}/${year}.html`,
    fileOf: (item: Item, at: number): string =>
      `${prefix}/OpennessContent/download/${(serials.get(item) ?? 0) * 10 + at}.html`,
  };
}

const yearsOf = ({ items }: Unit): readonly number[] =>
  [...new Set(items.flatMap(({ year }) => year ?? []))].toSorted((a, b) => b - a);

/** All units with their years; the notices and interpretations of the government below them. */
function indexPage({ place }: SiteOrder, site: Layout): string {
  const tree = site.units.map((unit) => {
    const years = yearsOf(unit).map((year) => `<a href="${site.yearOf(unit, year)}">${year}年</a>`);
    return `<dl><dt>${unit.name}</dt><dd>${years.join(' ')}</dd></dl>`;
  });
  const others = site.units.flatMap(({ items }) => items.filter(({ year }) => year === null));
  const rows = listRows(others.map((item) => ({ href: site.showOf(item), item })));
  return htmlPage(
    `信息公开年报-${place}人民政府`,
    metas(`${place}人民政府`, '信息公开年报'),
    `<div class="xxgk_left"><a href="/openness/OpennessGuide/">信息公开指南</a></div><div class="xxgk_nb">${tree.join('')}</div><ul>${rows}</ul>`,
  );
}

function unitPages(order: SiteOrder, site: Layout, unit: Unit): [string, SitePage][] {
  return unit.items.flatMap((item): [string, SitePage][] => {
    const files = item.files.map((file, at): [string, SitePage] => [
      site.fileOf(item, at),
      { body: file.bytes, type: file.type, modified: item.date },
    ]);
    const shown = { body: articlePage(order, site, unit, item), modified: item.date };
    if (item.year === null) return [[site.showOf(item), shown], ...files];
    const year = site.yearOf(unit, item.year);
    return site.yearPage === 'report'
      ? [[year, shown], ...files]
      : [
          [year, { body: yearList(order, site, unit, item), modified: item.date }],
          [site.showOf(item), shown],
          ...files,
        ];
  });
}

const yearBar = (site: Layout, unit: Unit): string =>
  `<ul class="nb_year">${yearsOf(unit)
    .map((year) => `<li><a href="${site.yearOf(unit, year)}">${year}年</a></li>`)
    .join('')}</ul>`;

const yearList = ({ place }: SiteOrder, site: Layout, unit: Unit, item: Item): string =>
  htmlPage(
    `${unit.name}信息公开年报-${place}人民政府`,
    metas(`${place}人民政府`, '信息公开年报'),
    `${yearBar(site, unit)}<ul class="xxgk_list">${listRows([{ href: site.showOf(item), item }])}</ul>`,
  );

function articlePage({ place }: SiteOrder, site: Layout, unit: Unit, item: Item): string {
  const files = item.files.map(
    (file, at) => `<p>附件：<a href="${site.fileOf(item, at)}">${file.name}</a></p>`,
  );
  return htmlPage(
    `${item.title}-${place}人民政府`,
    metas(`${place}人民政府`, '信息公开年报'),
    `${yearBar(site, unit)}<table class="xxgk_table"><tr><td>索引号：</td><td>${unit.id}-${item.date}</td><td>组配分类：</td><td>信息公开年报</td></tr><tr><td>发布机构：</td><td>${item.source}</td><td>发布日期：</td><td>${item.date}</td></tr><tr><td>名称：</td><td>${item.title}</td><td>有效性：</td><td>有效</td></tr></table><div class="xxgk_content"><h1>${item.title}</h1>${item.body}${files.join('')}</div>`,
  );
}
