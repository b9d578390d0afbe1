import type { Source } from '../../src/model/source-entry.ts';
import { htmlPage, listRows } from './page-parts.ts';
import { reportDocument } from './report-document.ts';
import { type SitePage, staticSite } from './static-site.ts';
import type { Site } from './web.ts';

/** A small site of no known system whose pages a test may change while it is served. */
export interface NoticeBoard {
  readonly site: Site;
  readonly source: Source;
  /** By path; what is set or deleted here is what the site serves. */
  readonly pages: Map<string, SitePage>;
  /** Publishes the report of a year, or another version of it, and returns its address. */
  publish(year: number, version?: number, extra?: string): string;
  /** Takes the link of a report off the list; its page stays. */
  unlink(year: number): void;
  urlOf(path: string): string;
}

export interface BoardOrder {
  readonly host: string;
  readonly place?: string;
  readonly division?: string;
  readonly years?: readonly number[];
  /** Identifier in the registry; the division by default. */
  readonly id?: string;
}

export const LIST_PATH = '/zwgk/zfxxgknb/index.html';
export const reportPath = (year: number): string => `/zwgk/zfxxgknb/content_${year}01.html`;

export function noticeBoard(order: BoardOrder): NoticeBoard {
  const { host, place = '双辽市', division = '220382', years = [2021, 2022], id = division } = order;
  const pages = new Map<string, SitePage>();
  const listed = new Set<number>();
  const urlOf = (path: string): string => new URL(path, `http://${host}`).href;
  const made = (year: number, version: number) =>
    reportDocument({ agency: place, place, division, year, seed: version });
  const list = (): void => {
    const items = [...listed]
      .toSorted((one, other) => other - one)
      .map((year) => {
        const { title, published } = made(year, 1);
        const item = { title, date: published, year, source: place, body: '', files: [] };
        return { href: reportPath(year), item };
      });
    pages.set(LIST_PATH, {
      body: htmlPage(`政府信息公开年报-${place}人民政府`, '', `<ul class="list">${listRows(items)}</ul>`),
    });
  };
  const board: NoticeBoard = {
    ...{ site: staticSite(host, pages), pages, urlOf },
    source: {
      ...{ id, name: place, division, level: 'county', family: 'generic', lists: [urlOf(LIST_PATH)] },
      ...{ patterns: [], pages: [], hosts: [], years: { from: 2008 }, assertions: { min: 1, max: 50 } },
      ...{ scripts: false, checked: null },
    },
    publish: (year, version = 1, extra = '') => {
      const { title, published, body } = made(year, version);
      listed.add(year);
      list();
      const article = `<div class="con"><h2>${title}</h2><p class="ly">发布日期：${published}</p><div class="view-content">${body}${extra}</div></div>`;
      pages.set(reportPath(year), { body: htmlPage(`${title}-${place}人民政府`, '', article) });
      return urlOf(reportPath(year));
    },
    unlink: (year) => {
      listed.delete(year);
      list();
    },
  };
  for (const year of years) board.publish(year);
  list();
  return board;
}
