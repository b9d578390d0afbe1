import { hashText } from '../generate/random.ts';
import { FOOT } from './page-parts.ts';
import { columnsOf, type Item, itemsOf, siteContent } from './site-content.ts';
import { sourceFor } from './site-layout.ts';
import type { SiteOrder, SitePlan } from './site-plan.ts';
import { type SitePage, staticSite } from './static-site.ts';

const MODULE = '/module/xxgk/xxgkAnnualReport.jsp';
/** The tree code of the government; those of bodies below it begin with it. */
const ROOT = '001008003012';

/** Bodies with a tree code, or with the 18 characters of the unified code of organisations. */
interface Body {
  readonly name: string;
  readonly area: string;
  readonly items: ReadonlyMap<number, Item>;
}

/** A site of Hanweb's module for yearly reports: one address a body and year; a year without a report is an empty page. */
export function jcmsAnnualReportSite(order: SiteOrder): SitePlan {
  const bodies = bodiesOf(order);
  const hasTree = order.seed % 2 === 0;
  const pages = new Map<string, SitePage>(
    bodies.flatMap((body) =>
      yearsShown(order).flatMap((year): [string, SitePage][] => {
        const files = (body.items.get(year)?.files ?? []).map(({ type, bytes, name }): [string, SitePage] => [
          fileAddress(body, year, name),
          { type, body: bytes },
        ]);
        return [[addressOf(body.area, year), { body: page(order, bodies, body, year, hasTree) }], ...files];
      }),
    ),
  );
  const urlOf = (path: string): string => new URL(path, `http://${order.host}`).href;
  const reports = bodies.flatMap((body) =>
    [...body.items].map(([year, { files }]) => ({
      url: urlOf(addressOf(body.area, year)),
      year,
      attachments: files.map(({ name }) => urlOf(fileAddress(body, year, name))),
    })),
  );
  const patterns = bodies.map(({ area }) => `http://${order.host}${MODULE}?area=${area}&fbtime={year}`);
  return {
    site: staticSite(order.host, pages),
    source: sourceFor(order, reports.length, { family: 'jcms-annual-report', patterns }),
    reports,
    decoys: [],
  };
}

const emptyYear = ({ years }: SiteOrder): number => Math.max(...years) + 1;
const yearsShown = (order: SiteOrder): readonly number[] => [emptyYear(order), ...order.years.toReversed()];

const addressOf = (area: string, year: number): string => `${MODULE}?area=${area}&fbtime=${year}`;

const fileAddress = ({ area }: Body, year: number, name: string): string =>
  `/module/download/downfile.jsp?classid=-1&filename=${hashText(`${area}${year}`).toString(16)}.${name.split('.').at(-1)}`;

function bodiesOf(order: SiteOrder): readonly Body[] {
  const root = siteContent(order);
  const inline = columnsOf(root).flatMap((column) => (column.inline === undefined ? [] : [column.inline]));
  const reports = [...itemsOf(root), ...inline].filter(({ year }) => year !== null);
  const names = [order.place, ...(order.departments ?? []), ...(order.townships ?? [])];
  return names.map((name, at) => ({
    name,
    area: areaOf(order, at),
    items: new Map(
      reports.filter(({ source }) => source === name).map((item) => [item.year ?? 0, item] as const),
    ),
  }));
}

function areaOf({ seed, division }: SiteOrder, at: number): string {
  if (seed % 2 === 0) return at === 0 ? ROOT : `${ROOT}${String(at).padStart(3, '0')}`;
  return `11${division}${String(4312490 + at)}${String.fromCharCode(65 + at)}00`.slice(0, 18);
}

/** The page of a body and year: the bodies of the place, the years, the report and its files. */
function page(
  { place }: SiteOrder,
  bodies: readonly Body[],
  body: Body,
  year: number,
  hasTree: boolean,
): string {
  const item = body.items.get(year);
  const years = [...new Set([...body.items.keys(), year])].toSorted((a, b) => b - a);
  const yearBar = years.map(
    (one) => `<li><a href="${addressOf(body.area, one).replace('&', '&amp;')}">${one}年</a></li>`,
  );
  const tree = bodies.map(({ name, area }) => `<li><a href="${addressOf(area, year)}">${name}</a></li>`);
  const files = (item?.files ?? []).map(
    ({ name }) => `<p><a href="${fileAddress(body, year, name).replace('&', '&amp;')}">${name}</a></p>`,
  );
  const text =
    item === undefined
      ? '<p>暂无内容</p>'
      : `<div class="title">${item.title}</div><div class="date">发布日期：${item.date}</div><div class="zhengwen">${item.body}</div><div class="fj">附件：${files.join('')}</div>`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${place}人民政府 政府信息公开年报</title></head><body>
<div class="left"><ul class="tree">${hasTree ? tree.join('') : ''}</ul></div>
<div class="right"><h2>${body.name}政府信息公开年报</h2><ul class="years">${yearBar.join('')}</ul>${text}</div>${FOOT}</body></html>`;
}
