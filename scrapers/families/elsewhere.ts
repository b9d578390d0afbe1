import type { CheerioAPI } from 'cheerio';
import { FILE_PATH } from '../report-words.ts';
import { selectAll } from './elements.ts';
import type { Page } from './family.ts';
import { baseOf, resolveUrl } from './links.ts';

/** A page with less text than this may be nothing but a script that leads on. */
const MOST_TEXT_OF_FORWARD = 300;

/** Where `meta refresh` leads, or the script of a page that holds nothing else. A page that reloads itself leads nowhere. */
export function forwardsOf(page: Page, $: CheerioAPI, text: string): readonly string[] {
  const base = baseOf(page, $);
  const refresh = selectAll($, 'meta[http-equiv]')
    .filter(({ attribs }) => attribs['http-equiv']?.toLowerCase() === 'refresh')
    .flatMap(({ attribs }) => /url\s*=\s*['"]?([^'"\s;]+)/i.exec(attribs['content'] ?? '')?.[1] ?? []);
  const script =
    text.length < MOST_TEXT_OF_FORWARD
      ? /(?:window|document|self|top)?\.?location(?:\.href)?\s*(?:=|\.replace\()\s*['"]([^'"]{2,500})['"]/.exec(
          page.text,
        )?.[1]
      : undefined;
  return wholeAddresses([...refresh, ...(script === undefined ? [] : [script])], base, page.url);
}

/** Addresses of frames that may hold the article; those that show a file are attachments. */
export function framesOf(page: Page, $: CheerioAPI): readonly string[] {
  const base = baseOf(page, $);
  const sources = selectAll($, 'iframe[src], frame[src]').map(({ attribs }) => attribs['src'] ?? '');
  return wholeAddresses(sources, base, page.url).filter((url) => fileInFrame(url) === null);
}

/** The file that a frame shows, itself or by a viewer (`viewer.html?file=…`); null when it shows a page. */
export function fileInFrame(url: string): string | null {
  const shown = /[?&](?:file|url|src)=([^&]+)/i.exec(url)?.[1];
  if (shown !== undefined && FILE_PATH.test(decode(shown))) return resolveUrl(decode(shown), url);
  return FILE_PATH.test(url.replace(/[?#].*$/, '')) ? url : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const wholeAddresses = (hrefs: readonly string[], base: string, self: string): readonly string[] => [
  ...new Set(hrefs.flatMap((href) => resolveUrl(href, base) ?? []).filter((url) => url !== self)),
];
