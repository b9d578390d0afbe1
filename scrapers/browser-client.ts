import PQueue from 'p-queue';
import type { Browser } from 'playwright';
import type { Exchange, Fetcher, FetchOptions, FetchRequest, FetchResult } from '../src/model/exchange.ts';
import { isMarkup } from './answer.ts';
import { findBlockedPage } from './blocked-page.ts';
import { FetchFailure } from './fetch-failure.ts';
import type { HttpClient } from './http-client.ts';
import { launchChromium, openContext } from './launch-chromium.ts';
import { PartCache } from './part-cache.ts';
import { FETCH_LIMITS } from './politeness.ts';
import { type Document, type RenderLimits, renderPage } from './render-page.ts';

export interface BrowserClientOptions {
  readonly limits?: Partial<RenderLimits>;
  /** Pages that are rendered at one time. */
  readonly pages?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export const RENDER_LIMITS: RenderLimits = { settleMs: 1_000, totalMs: 300_000, parts: 100, navigations: 5 };

/**
 * The same client for pages that scripts make. The browser is started at the first such page and shared; every request
 * of a page goes through the HTTP client, so that its pauses, robots.txt, guard and limits hold. What is no page (a PDF,
 * a POST) is fetched without the browser. Closing it leaves the HTTP client open.
 */
export function createBrowserClient(http: HttpClient, options: BrowserClientOptions = {}): Fetcher {
  const limits = { ...RENDER_LIMITS, ...options.limits };
  const queue = new PQueue({ concurrency: options.pages ?? 2 });
  const cache = new PartCache(http);
  const env = options.env ?? process.env;
  let browser: Promise<Browser> | undefined;

  const startBrowser = async (): Promise<Browser> => {
    browser ??= launchChromium({ env });
    const started = await browser.catch((error: unknown) => {
      browser = undefined;
      throw error;
    });
    if (started.isConnected()) return started;
    // It crashed: the next page gets a new one.
    browser = undefined;
    return startBrowser();
  };

  const render = async (first: Document, fetchOptions: FetchOptions): Promise<FetchResult> => {
    const exchanges: Exchange[] = [...first.exchanges];
    const { status } = first;
    try {
      const context = await openContext(await startBrowser(), http.userAgent);
      try {
        const fetchPart = cache.fetch.bind(cache);
        const page = await renderPage(context, first, fetchPart, limits, fetchOptions, exchanges);
        return checkRendered(first, page.url, Buffer.from(page.html), exchanges, fetchOptions.maxBytes);
      } finally {
        await context.close().catch(() => undefined);
      }
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      const { reason: cause, message: detail, transient } = error;
      return { kind: 'failed', url: first.url, cause, detail, status, transient, exchanges };
    }
  };

  return {
    async fetch(request: FetchRequest, fetchOptions: FetchOptions = {}): Promise<FetchResult> {
      if (request.method === 'POST') return http.fetch(request, fetchOptions);
      const first = await http.fetchPart(request, fetchOptions);
      if (first.kind !== 'document' || !isMarkup(first.body)) return first;
      return (await queue.add(() => render(first, fetchOptions))) as FetchResult;
    },
    async close(): Promise<void> {
      await (await browser?.catch(() => undefined))?.close();
      browser = undefined;
    },
  };
}

function checkRendered(
  first: Document,
  url: string,
  body: Uint8Array,
  exchanges: readonly Exchange[],
  maxBytes: number = FETCH_LIMITS.pageBytes,
): FetchResult {
  const { status } = first;
  if (body.length > maxBytes) throw new FetchFailure('too_large', `the page grew to ${body.length} bytes`);
  const blocked = findBlockedPage(body);
  if (blocked) throw new FetchFailure(blocked.kind, `after its scripts: ${blocked.name}`, { status });
  const headers = { ...first.headers, 'content-type': 'text/html; charset=utf-8' };
  return { kind: 'document', url, status, headers, body, exchanges, rendered: true };
}
