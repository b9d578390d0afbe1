import type { ArticleReading } from '../../../scrapers/families/family.ts';
import type { PageRow } from '../../store/schema.ts';
import { MOST_ATTACHMENTS, MOST_HOPS } from '../part-limits.ts';
import { hostOf } from './host-of.ts';
import { contentAddress, lastCopy, type Obtained, obtain, obtainContent } from './obtain.ts';
import { ownText } from './own-text.ts';
import { keyOf, type SourceCrawl } from './source-crawl.ts';
import { askedUrl } from './walk-lists.ts';

/** A file or a frame of a report's page, or the article that its script holds. */
export interface Part {
  readonly url: string;
  readonly name: string | null;
  readonly content?: Uint8Array;
}

/** What lies around a report's page. */
export interface PageReading {
  readonly isReport: boolean;
  readonly parts: readonly Part[];
  /** A frame that could not be had: what it holds is not known. */
  readonly missing: PageRow | null;
}

/** Parts that the page had when it was last read. */
export const knownParts = ({ parts, pages }: SourceCrawl, page: PageRow): Part[] =>
  (parts.get(page.id) ?? []).map((url) => ({
    url,
    name: pages.get(keyOf('attachment', url))?.title ?? null,
  }));

/** The files and frames of a report's page. */
export async function readParts(crawl: SourceCrawl, main: Obtained): Promise<PageReading> {
  const bytes = main.read ? await main.read() : new Uint8Array();
  // A report may lie at the address of a file: there is no page to read around it.
  if (!looksLikeMarkup(bytes)) return { isReport: true, parts: [], missing: null };
  const parts = new Map<string, Part>();
  const article = await readArticle(crawl, main.url, bytes);
  let { isReport } = article;
  let missing: PageRow | null = null;
  const frames = article.elsewhere.map((url) => ({ url, hops: 1 }));
  if (article.content !== undefined) {
    const url = contentAddress(main.url);
    parts.set(url, { url, name: null, content: Buffer.from(article.content) });
  }
  addAttachments(parts, article);
  for (const { url, hops } of frames) {
    if (parts.has(url) || !crawl.inScope(hostOf(url))) continue;
    const frame = await obtainPart(crawl, main, { url, name: null });
    if (frame.read === null) {
      missing ??= frame.page;
      continue;
    }
    const inner = await readArticle(crawl, frame.url, await frame.read());
    isReport ||= inner.isReport;
    if (inner.isReport) parts.set(url, { url, name: null });
    addAttachments(parts, inner);
    if (hops < MOST_HOPS) frames.push(...inner.elsewhere.map((next) => ({ url: next, hops: hops + 1 })));
  }
  return { isReport, parts: [...parts.values()].slice(0, MOST_ATTACHMENTS), missing };
}

/** Has a part; one that cannot be had tonight, and was before, is what it was: a report is never read without it. */
export async function obtainPart(crawl: SourceCrawl, main: Obtained, part: Part): Promise<Obtained> {
  const { page: parent } = main;
  if (part.url === contentAddress(main.url)) return obtainContent(crawl, main, part.content ?? null);
  const request = { url: part.url };
  const obtained = await obtain(crawl, { role: 'attachment', request, title: part.name, parent });
  if (obtained.read !== null || obtained.page.outcome === 'pending') return obtained;
  return lastCopy(crawl, obtained.page);
}

async function readArticle(
  { source, deps }: SourceCrawl,
  url: string,
  bytes: Uint8Array,
): Promise<ArticleReading> {
  const article = await deps.reader.readArticle(source.family, { url, bytes });
  const attachments = article.attachments.map(({ url: file, name }) => ({
    url: askedUrl(file),
    name: ownText(name),
  }));
  return { ...article, attachments, elsewhere: article.elsewhere.map(askedUrl) };
}

function addAttachments(parts: Map<string, Part>, { attachments, isReport }: ArticleReading): void {
  if (!isReport) return;
  for (const { url, name } of attachments) parts.set(url, { url, name });
}

/** Markup, JSON or text, in any encoding: not a PDF, a zip, an OLE file or an image. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart();
  return (
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[<{[]/.test(head) || /<html|<body|<div|<!doctype/i.test(head)
  );
}
