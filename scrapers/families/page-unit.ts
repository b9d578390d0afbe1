import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { z } from 'zod';
import type { FetchRequest } from '../../src/model/exchange.ts';
import { selectAll } from './elements.ts';
import type { ListReading, Page } from './family.ts';
import { parseJson } from './inline-json.ts';
import { openPage, readLinks, resolveUrl, treeOf } from './links.ts';
import { readEntries, refererOf, scriptHeaders } from './read-entries.ts';

/** The gateway that builds a part of a page. */
export const GATEWAY = /\/jpaas-publish-server\/front\/page\/build\/unit/;
/** What the system's own script asks for when nothing else is said. */
const PAGE_SIZE = 15;
const MOST_PAGES = 200;
/** A page has one list and some furniture. */
const MOST_UNITS = 6;

const UnitAnswer = z.object({ data: z.object({ html: z.string() }) });

/**
 * What to ask the gateway for the rows of a page's lists: the pages behind those that are printed, or the first
 * where none are. It answers 403 to who does not name the page and the script as where the question comes from.
 */
export function unitRequests(page: Page): readonly FetchRequest[] {
  if (!GATEWAY.test(page.text)) return [];
  const $ = treeOf(page);
  const units = selectAll($, '[querydata]').slice(0, MOST_UNITS);
  return units.flatMap((unit) => {
    const gateway = resolveUrl(unit.attribs['url'] ?? '', page.url);
    const query = new Map(
      [...(unit.attribs['querydata'] ?? '').matchAll(/'(\w+)'\s*:\s*'([^']*)'/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
    if (gateway === null || !GATEWAY.test(gateway) || (query.get('pageType') ?? 'column') !== 'column')
      return [];
    const asked = new URL(gateway);
    for (const [name, value] of query) asked.searchParams.set(name, value);
    const { rows, count } = pagination($, unit.parent as Element | null);
    const numbers = count === null ? [1] : pagesAfter(1, rows, count);
    return numbers.map((number) => request(asked.href, number, rows, page.url));
  });
}

const isGateway = (url: string): boolean => GATEWAY.test(url) && resolveUrl(url, url) !== null;

/** Reads what the gateway gave; null when the page is no such answer. */
export function readUnit(page: Page): ListReading | null {
  const answer = isGateway(page.url) ? UnitAnswer.safeParse(parseJson(page.text)).data : undefined;
  if (answer === undefined) return null;
  const $ = openPage(answer.data.html);
  const { rows, count } = pagination($, null);
  const referer = refererOf(page);
  const pages = pagesAfter(numberOf(page.url), rows, count ?? 0);
  return readEntries(
    page,
    readLinks({ url: referer, text: answer.data.html }, $),
    pages.map((number) => request(page.url, number, rows, referer)),
    count,
  );
}

/** `<div class="pagination" rows="15" count="123">`, in the element or anywhere. */
function pagination($: CheerioAPI, within: Element | null): { rows: number; count: number | null } {
  const found = within === null ? $('[rows][count]') : $(within).find('[rows][count]');
  const number = (name: string): number | null => {
    const value = found.first().attr(name) ?? '';
    return /^\d{1,9}$/.test(value) ? Number(value) : null;
  };
  return { rows: number('rows') || PAGE_SIZE, count: number('count') };
}

function pagesAfter(number: number, rows: number, count: number): readonly number[] {
  const last = Math.min(Math.ceil(count / rows), MOST_PAGES);
  return Array.from({ length: Math.max(0, last - number) }, (_, at) => number + 1 + at);
}

const PageNumber = z.object({ pageNo: z.int().positive() });

function numberOf(url: string): number {
  const parameters = new URL(url).searchParams.get('paramJson') ?? '';
  return PageNumber.safeParse(parseJson(parameters)).data?.pageNo ?? 1;
}

function request(gateway: string, pageNo: number, pageSize: number, referer: string): FetchRequest {
  const url = new URL(gateway);
  url.searchParams.set('paramJson', JSON.stringify({ pageNo, pageSize }));
  return { url: url.href, headers: scriptHeaders(referer) };
}
