import { getDomain } from 'tldts';
import type { ArticleReading, Family, Page } from '../../scrapers/families/family.ts';
import type { FetchCause, Fetcher, FetchResult } from '../model/exchange.ts';
import { MOST_ATTACHMENTS, MOST_HOPS } from './part-limits.ts';

export interface FetchReportDeps {
  readonly fetcher: Fetcher;
  /** For systems whose pages come empty without scripts. */
  readonly browser: Fetcher;
  readonly recognise: (page: Page) => Family;
  readonly decode: (bytes: Uint8Array) => string;
  /** Whether the bytes are a page to read around, rather than a file. */
  readonly isPage: (bytes: Uint8Array) => boolean;
}

export interface FetchedDocument {
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** Something of a report that could not be had. */
export interface MissingPart {
  readonly url: string;
  readonly cause: FetchCause;
  /** One line: what and where. */
  readonly detail: string;
}

/** A report as it is published at one address: the page first, then its article, frames and files. */
export interface FetchedReport {
  /** Empty when the page itself is missing. */
  readonly documents: readonly FetchedDocument[];
  readonly missing: readonly MissingPart[];
}

/** Fetches the page at an address and what belongs to the report on it. Never throws for what the network does. */
export async function fetchReport(url: string, deps: FetchReportDeps): Promise<FetchedReport> {
  const missing: MissingPart[] = [];
  const main = await fetchPage(url, deps);
  if (main.kind !== 'document') return { documents: [], missing: [missingPart(url, main)] };
  const documents = new Map<string, FetchedDocument>();
  keep(main.url, main.body);
  const found = await readAround({ url: main.url, bytes: main.body }, 0);
  for (const part of found.slice(0, MOST_ATTACHMENTS)) await take(part);
  return { documents: [...documents.values()], missing };

  function keep(at: string, bytes: Uint8Array): void {
    documents.set(at, { url: at, bytes });
  }

  async function take(part: string): Promise<FetchedDocument | null> {
    const known = documents.get(part);
    if (known) return known;
    const result = await deps.fetcher.fetch({ url: part });
    if (result.kind === 'document') keep(part, result.body);
    else missing.push(missingPart(part, result));
    return documents.get(part) ?? null;
  }

  /** The files of a page; its article in a script, and frames that hold one, are kept on the way. */
  async function readAround(document: FetchedDocument, hops: number): Promise<string[]> {
    if (!deps.isPage(document.bytes)) return [];
    const { isReport, content, attachments, elsewhere } = readArticle(document, deps);
    if (content !== undefined) keep(`${document.url.replace(/#.*$/, '')}#content`, Buffer.from(content));
    const files = isReport ? attachments.map((attachment) => attachment.url) : [];
    const frames = hops < MOST_HOPS ? elsewhere.filter((frame) => isNear(frame, document.url)) : [];
    for (const frame of frames) {
      if (documents.has(frame)) continue;
      const inner = await take(frame);
      if (inner) files.push(...(await readAround(inner, hops + 1)));
    }
    return files;
  }
}

/** The page as the server sends it, or as the browser makes it when its system needs scripts. */
async function fetchPage(url: string, deps: FetchReportDeps): Promise<FetchResult> {
  const plain = await deps.fetcher.fetch({ url });
  if (plain.kind !== 'document' || !deps.isPage(plain.body)) return plain;
  const family = deps.recognise({ url: plain.url, text: deps.decode(plain.body) });
  return family.needsScripts ? deps.browser.fetch({ url }) : plain;
}

function readArticle({ url, bytes }: FetchedDocument, deps: FetchReportDeps): ArticleReading {
  const page = { url, text: deps.decode(bytes) };
  return deps.recognise(page).readArticle(page);
}

const missingPart = (url: string, result: FetchResult): MissingPart =>
  result.kind === 'failed'
    ? { url, cause: result.cause, detail: result.detail }
    : { url, cause: 'bad_status', detail: result.kind };

/** Frames of others (maps, counters, video) hold no report. */
function isNear(frame: string, page: string): boolean {
  const [one, other] = [new URL(frame).hostname, new URL(page).hostname];
  const domain = getDomain(one);
  return one === other || (domain !== null && domain === getDomain(other));
}
