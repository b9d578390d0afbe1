import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page, Request, Route } from 'playwright';
import type { Exchange, FetchOptions, FetchRequest, FetchResult } from '../src/model/exchange.ts';
import { FetchFailure } from './fetch-failure.ts';

export type Document = Extract<FetchResult, { kind: 'document' }>;
export type FetchPart = (request: FetchRequest, options?: FetchOptions) => Promise<FetchResult>;

export interface RenderLimits {
  /** Without a request on its way: then the page is taken to be finished. */
  readonly settleMs: number;
  /** Of one page with all its parts and the pauses between them. */
  readonly totalMs: number;
  /** Requests for parts of one page. */
  readonly parts: number;
  /** Pages that scripts may go on to before the page is given up. */
  readonly navigations: number;
}

export interface Rendered {
  /** Where scripts and redirects have led. */
  readonly url: string;
  readonly html: string;
  readonly exchanges: readonly Exchange[];
}

/** Of no use for the text of a page, or without an end. */
const UNWANTED: ReadonlySet<string> = new Set([
  ...['image', 'media', 'font', 'texttrack', 'manifest', 'ping', 'websocket', 'eventsource', 'other'],
]);
/** Of the answer, not of the document; or with an effect beyond the page. */
const DROPPED_HEADERS =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|set-cookie|alt-svc|strict-transport-security|report-to|nel|reporting-endpoints|clear-site-data|link)$/;
/** What the browser says of itself or its connection; the HTTP client says its own. */
const BROWSER_HEADERS =
  /^(?:sec-.*|user-agent|host|connection|accept-encoding|upgrade-insecure-requests|pragma|cache-control|content-length|:.*)$/;
const POLL_MS = 25;

/**
 * Opens a fetched page in the window and gives its DOM when its scripts have come to rest. Everything the page asks for
 * goes through `fetchPart`. Throws FetchFailure; exchanges made until then are in `exchanges`.
 */
export async function renderPage(
  context: BrowserContext,
  first: Document,
  fetchPart: FetchPart,
  limits: RenderLimits,
  options: FetchOptions,
  exchanges: Exchange[],
): Promise<Rendered> {
  const page = await context.newPage();
  context.on('page', (popup) => void popup.close().catch(() => undefined));
  const session = new RenderSession(page, first, fetchPart, limits, options, exchanges);
  await context.route('**/*', (route) => session.handle(route));
  const opened = page
    .goto(first.url, { waitUntil: 'load', timeout: 0 })
    .then(() => session.settle())
    .then(() => page.content());
  const html = await session.orFailure(opened);
  return { url: page.url(), html, exchanges };
}

/** One page while it is rendered. */
class RenderSession {
  readonly #documents: Map<string, Document>;
  readonly #page: Page;
  readonly #fetchPart: FetchPart;
  readonly #limits: RenderLimits;
  readonly #options: FetchOptions;
  readonly #exchanges: Exchange[];
  readonly #host: string;
  #underWay = 0;
  #parts = 0;
  #navigations = 0;
  #lastChange = performance.now();
  #failure: FetchFailure | undefined;
  #over = false;

  constructor(
    page: Page,
    first: Document,
    fetchPart: FetchPart,
    limits: RenderLimits,
    options: FetchOptions,
    exchanges: Exchange[],
  ) {
    this.#page = page;
    this.#documents = new Map([[first.url, first]]);
    this.#host = new URL(first.url).hostname;
    this.#fetchPart = fetchPart;
    this.#limits = limits;
    this.#options = options;
    this.#exchanges = exchanges;
    page.on('crash', () => this.#fail(new FetchFailure('render_failed', 'the page crashed')));
  }

  /** Resolves when nothing has been on its way for a while. */
  async settle(): Promise<void> {
    while (!this.#over) {
      const idleMs = performance.now() - this.#lastChange;
      if (this.#underWay === 0 && idleMs >= this.#limits.settleMs) return;
      await delay(POLL_MS);
    }
  }

  /** The work's result, unless time is over, the run is stopped or a part has failed first. */
  async orFailure<T>(work: Promise<T>): Promise<T> {
    work.catch(() => undefined);
    const { totalMs } = this.#limits;
    const end = performance.now() + totalMs;
    const watch = async (): Promise<never> => {
      while (!this.#over) {
        if (this.#options.signal?.aborted) throw new FetchFailure('aborted', 'the run was stopped');
        if (this.#failure) throw this.#failure;
        if (performance.now() > end) throw new FetchFailure('timeout', `not rendered after ${totalMs} ms`);
        await delay(POLL_MS);
      }
      throw new FetchFailure('aborted', 'over');
    };
    const watching = watch();
    watching.catch(() => undefined);
    try {
      const result = await Promise.race([work, watching]);
      if (this.#failure) throw this.#failure;
      return result;
    } catch (error) {
      if (error instanceof FetchFailure) throw error;
      // What Playwright throws tells of the page or the browser, never of this program.
      throw (
        this.#failure ??
        new FetchFailure('render_failed', error instanceof Error ? error.message : String(error))
      );
    } finally {
      this.#over = true;
    }
  }

  /** Answers a request of the page. Never throws: the page may be gone by then. */
  async handle(route: Route): Promise<void> {
    this.#underWay += 1;
    try {
      await this.#answer(route);
    } catch (error) {
      if (error instanceof FetchFailure) this.#fail(error);
      await route.abort('failed').catch(() => undefined);
    } finally {
      this.#underWay -= 1;
      this.#lastChange = performance.now();
    }
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const type = request.resourceType();
    const unwanted = UNWANTED.has(type) || !this.#isOfPage(request);
    if (this.#over || unwanted) return route.abort('blockedbyclient');
    // A missing style sheet stops the scripts of some pages; an empty one does not.
    if (type === 'stylesheet') return route.fulfill({ status: 200, contentType: 'text/css', body: '' });
    const isMain = this.#isMain(request);
    if (isMain) this.#admitNavigation(request.url());
    const held = this.#documents.get(withoutHash(request.url()));
    if (held && request.isNavigationRequest()) return this.#fulfill(route, held);
    const result = await this.#fetch(request, isMain);
    if (result.kind === 'document') return this.#deliver(route, request, result);
    if (result.kind === 'failed') this.#judge(result, type, isMain);
    await route.abort('failed');
  }

  async #fetch(request: Request, isMain: boolean): Promise<FetchResult> {
    this.#parts += 1;
    if (this.#parts > this.#limits.parts) {
      throw new FetchFailure('budget', `the page asks for more than ${this.#limits.parts} parts`);
    }
    const { signal, inScope } = this.#options;
    const result = await this.#fetchPart(toFetchRequest(request), {
      ...(signal ? { signal } : {}),
      ...(isMain && inScope ? { inScope } : {}),
    });
    this.#exchanges.push(...result.exchanges);
    return result;
  }

  /** A page that was redirected is opened at the address it came from, or its relative links would lead astray. */
  #deliver(route: Route, request: Request, result: Document): Promise<void> {
    if (!request.isNavigationRequest() || result.url === withoutHash(request.url())) {
      return this.#fulfill(route, result);
    }
    this.#documents.set(result.url, result);
    const target = JSON.stringify(result.url).replaceAll('<', '\\u003c');
    const body = `<script>location.replace(${target})</script>`;
    return route.fulfill({ status: 200, contentType: 'text/html', body });
  }

  #fulfill(route: Route, { status, headers, body }: Document): Promise<void> {
    const kept = Object.entries(headers).filter(([name]) => !DROPPED_HEADERS.test(name));
    return route.fulfill({ status, headers: Object.fromEntries(kept), body: Buffer.from(body) });
  }

  /** Not of a window that it opened. */
  #isOfPage(request: Request): boolean {
    try {
      return request.frame().page() === this.#page;
    } catch {
      // Playwright throws for a window that is only about to open.
      return false;
    }
  }

  #isMain(request: Request): boolean {
    return request.isNavigationRequest() && request.frame() === this.#page.mainFrame();
  }

  #admitNavigation(url: string): void {
    this.#navigations += 1;
    if (this.#navigations > this.#limits.navigations) {
      throw new FetchFailure('render_failed', `goes on to more than ${this.#limits.navigations} pages`);
    }
    const { inScope = () => true } = this.#options;
    const { hostname } = new URL(url);
    if (hostname !== this.#host && !inScope(hostname)) {
      throw new FetchFailure('off_scope', `a script leads to ${hostname}`);
    }
  }

  /**
   * Whether the page can be trusted without a part: one of its own host that may come another time may hold what is to
   * be read; one that is gone is missing for every reader.
   */
  #judge(part: Extract<FetchResult, { kind: 'failed' }>, type: string, isMain: boolean): void {
    const own = URL.canParse(part.url) && new URL(part.url).hostname === this.#host;
    if (!isMain && !(own && part.transient)) return;
    const detail = `${type} ${part.url}: ${part.detail}`;
    const status = part.status === undefined ? {} : { status: part.status };
    this.#fail(new FetchFailure(part.cause, detail, { transient: part.transient, ...status }));
  }

  #fail(failure: FetchFailure): void {
    this.#failure ??= failure;
  }
}

function toFetchRequest(request: Request): FetchRequest {
  const body = request.postData();
  const headers = Object.entries(request.headers()).filter(([name]) => !BROWSER_HEADERS.test(name));
  return {
    url: request.url(),
    method: request.method() === 'POST' ? 'POST' : 'GET',
    headers: Object.fromEntries(headers),
    ...(body === null ? {} : { body }),
  };
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}
