import type { CheerioAPI } from 'cheerio';
import type { Element, ParentNode } from 'domhandler';
import { speaksOfReports } from '../discover-reports.ts';
import { FILE_PATH } from '../report-words.ts';
import {
  CHROME_FILE,
  CHROME_PICTURE,
  DOWNLOAD_PATH,
  DOWNLOAD_WORDS,
  FILE_NAME,
  PAGE_PATH,
} from './article-words.ts';
import { elementsOf, selectAll } from './elements.ts';
import { fileInFrame } from './elsewhere.ts';
import type { Attachment, Page } from './family.ts';
import { baseOf, linksOf, resolveUrl, textOf } from './links.ts';

/** Pictures smaller than this on one side are signs, lines and spacers. */
const SMALL_PICTURE = 120;
/** Names and classes of what stands below an article and lists its files. */
const ATTACHMENT_BOX = /attach|fujian|annex|appendix|accessory|enclosure|file/i;

export interface AttachmentOptions {
  /** The body has no table of its own, so that its pictures may be the tables. */
  readonly pictures: boolean;
}

/**
 * Files that belong to the article: linked in its body or in a box of attachments, shown in a frame, or, in a body
 * without tables, its pictures. Each address once.
 */
export function readAttachments(
  page: Page,
  $: CheerioAPI,
  body: ParentNode,
  { pictures }: AttachmentOptions,
): readonly Attachment[] {
  const base = baseOf(page, $);
  const inBody = new Set<unknown>(elementsOf(body));
  const linked = linksOf(page, $)
    .filter(({ url, title, element }) => isFile(url, title, element) && !CHROME_FILE.test(title))
    .filter(({ element }) => inBody.has(element) || isInBox(element) || isAttachmentLine(element))
    .map(({ url, title, element }) => ({ url, name: fileName(title, element, url) }));
  const framed = selectAll($, 'iframe[src], frame[src], embed[src], object[data]').flatMap(({ attribs }) => {
    const shown = resolveUrl(attribs['src'] ?? attribs['data'] ?? '', base);
    const url = shown === null ? null : fileInFrame(shown);
    return url === null ? [] : [{ url, name: lastPart(url) }];
  });
  const drawn = pictures ? picturesIn(inBody, base) : [];
  const byUrl = new Map<string, Attachment>();
  for (const file of [...linked, ...framed, ...drawn]) if (!byUrl.has(file.url)) byUrl.set(file.url, file);
  return [...byUrl.values()];
}

/** By the address's ending, by the text's, by an address known to give files, or by what the link says. */
function isFile(url: string, title: string, element: Element): boolean {
  const { attribs } = element;
  const address = url.replace(/^https?:\/\/[^/]*/, '');
  if (/\.(?:s?html?|jhtml|zip|rar)(?:$|[?#])/i.test(address) && !FILE_NAME.test(title)) {
    return /\/(?:openness\w*\/)?download\//i.test(address);
  }
  const name = attribs['download'] ?? attribs['appendix'] ?? title;
  if (FILE_PATH.test(address) || FILE_NAME.test(name) || DOWNLOAD_PATH.test(address)) return true;
  return !PAGE_PATH.test(address) && saysFile(title, element);
}

/** “点击下载”, or the report's own title behind “附件：”. */
const saysFile = (title: string, element: Element): boolean =>
  DOWNLOAD_WORDS.test(title) || (speaksOfReports(title) && isAttachmentLine(element));

function isInBox(element: Element): boolean {
  let node: ParentNode | null = element.parent;
  for (let up = 0; up < 4 && node !== null; up++, node = node.parent) {
    if (
      'attribs' in node &&
      ATTACHMENT_BOX.test(`${node.attribs['class'] ?? ''} ${node.attribs['id'] ?? ''}`)
    ) {
      return true;
    }
  }
  return false;
}

/** “附件：” stands at the beginning of the link's line, or of the box of its line. */
function isAttachmentLine(element: Element): boolean {
  let node: ParentNode | null = element.parent;
  for (let up = 0; up < 3 && node !== null; up++, node = node.parent) {
    if (/^[【[]?(?:相关|文件)?(?:附件|附表|下载)/.test(textOf(node, 12))) return true;
  }
  return false;
}

/** The name with an ending, wherever it stands: text, `title`, address. */
function fileName(title: string, { attribs }: Element, url: string): string {
  const names = [title, attribs['title'], attribs['download'], attribs['appendix']].map((name) =>
    name?.trim(),
  );
  return names.find((name) => name !== undefined && FILE_NAME.test(name)) ?? (title || lastPart(url));
}

function picturesIn(inBody: ReadonlySet<unknown>, base: string): readonly Attachment[] {
  return ([...inBody] as Element[]).flatMap((element) => {
    if (element.name !== 'img') return [];
    const { attribs } = element;
    const source = attribs['data-original'] ?? attribs['data-src'] ?? attribs['src'] ?? '';
    const url = resolveUrl(source, base);
    const isSmall = [attribs['width'], attribs['height']].some(
      (size) => Number.parseInt(size ?? '', 10) < SMALL_PICTURE,
    );
    if (url === null || isSmall || CHROME_PICTURE.test(source)) return [];
    return [{ url, name: attribs['title'] || attribs['alt'] || lastPart(url) }];
  });
}

const lastPart = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1) ?? url;
