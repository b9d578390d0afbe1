import type { Exchange, FetchOptions, FetchRequest, FetchResult } from '../src/model/exchange.ts';
import { type Answer, headerRecord } from './answer.ts';
import { canonicalUrl } from './canonical-url.ts';
import { FetchFailure } from './fetch-failure.ts';
import { redirectTarget } from './judge-answer.ts';
import type { Outgoing, PoliteSender } from './polite-sender.ts';
import { RedirectCookies } from './redirect-cookies.ts';
import { requestHeaders } from './request-headers.ts';
import type { Robots } from './robots.ts';
import type { Soft404 } from './soft-404.ts';
import { refuseLongUrl } from './url-limits.ts';

export interface FetchParts {
  readonly userAgent: string;
  readonly sender: PoliteSender;
  readonly robots: Robots;
  readonly maxRedirects: number;
}

/** What a fetch leaves behind, also when it fails. */
export interface Trail {
  /** Where it has come to. */
  url: string;
  readonly record: (exchange: Exchange) => void;
}

/** Fetches a page and says what became of it. `soft404`: null to take the host's error page as it comes. */
export async function fetchDocument(
  parts: FetchParts,
  soft404: Soft404 | null,
  request: FetchRequest,
  options: FetchOptions,
): Promise<FetchResult> {
  const exchanges: Exchange[] = [];
  const trail: Trail = { url: request.url, record: (exchange) => exchanges.push(exchange) };
  try {
    const answer = await followRedirects(parts, request, options, trail);
    const { url, body, exchange } = answer;
    const { status } = exchange;
    if (status === 304) return { kind: 'not_modified', url, exchanges };
    if (await soft404?.isMissing(answer, canonicalUrl(request.url) ?? url, options.signal)) {
      throw new FetchFailure('soft_404', 'the page that the host serves for any address', { status });
    }
    return { kind: 'document', url, status, headers: headerRecord(exchange), body, exchanges };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    const { reason: cause, message: detail, transient } = error;
    const { status } = error.facts;
    const known = status === undefined ? {} : { status };
    return { kind: 'failed', url: trail.url, cause, detail, transient, exchanges, ...known };
  }
}

/** The answer at the end of the redirects, each of which is checked as the first address is. Throws FetchFailure. */
export async function followRedirects(
  parts: FetchParts,
  request: FetchRequest,
  options: FetchOptions,
  trail: Trail,
): Promise<Answer> {
  const seen = new Set<string>();
  const cookies = new RedirectCookies();
  let outgoing = firstRequest(parts, request);
  for (;;) {
    trail.url = outgoing.url;
    const cookie = cookies.headerFor(outgoing.url);
    // The same address with a cookie that it has just set is another step.
    const step = `${outgoing.method} ${outgoing.url} ${cookie ?? ''}`;
    if (seen.has(step) || seen.size > parts.maxRedirects) {
      throw new FetchFailure('redirect_loop', `after ${seen.size} addresses`);
    }
    seen.add(step);
    const answer = await sendAllowed(parts, withCookie(outgoing, cookie), options, trail);
    const location = redirectTarget(answer);
    if (location === null) return answer;
    cookies.take(answer);
    outgoing = nextRequest(outgoing, answer, location, scopeOf(request, options));
  }
}

function firstRequest({ userAgent }: FetchParts, request: FetchRequest): Outgoing {
  const url = canonicalUrl(request.url);
  if (url === null) throw new FetchFailure('bad_url', `no address of the web: ${request.url}`);
  const { method = 'GET', body } = request;
  const headers = requestHeaders(request, userAgent);
  return { url, method, headers, ...(body === undefined ? {} : { body }) };
}

const withCookie = (outgoing: Outgoing, cookie: string | undefined): Outgoing =>
  cookie === undefined ? outgoing : { ...outgoing, headers: [...outgoing.headers, ['cookie', cookie]] };

async function sendAllowed(
  { robots, sender }: FetchParts,
  outgoing: Outgoing,
  { signal, maxBytes }: FetchOptions,
  { record }: Trail,
): Promise<Answer> {
  const trap = refuseLongUrl(outgoing.url);
  if (trap !== null) throw new FetchFailure('bad_url', trap);
  if (signal?.aborted) throw new FetchFailure('aborted', 'the run was stopped');
  const rules = await robots.rulesOf(outgoing.url, signal);
  if (!rules.allows(outgoing.url)) throw new FetchFailure('robots', 'robots.txt forbids this address');
  if (rules.crawlDelaySeconds !== undefined) sender.setCrawlDelay(outgoing.url, rules.crawlDelaySeconds);
  return sender.send(outgoing, {
    record,
    ...(signal ? { signal } : {}),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
}

function nextRequest(
  outgoing: Outgoing,
  { url, exchange: { status } }: Answer,
  location: string,
  mayLead: (host: string) => boolean,
): Outgoing {
  const next = canonicalUrl(location, url);
  if (next === null) throw new FetchFailure('bad_url', `redirect to ${location}`, { status });
  const { hostname } = new URL(next);
  if (!mayLead(hostname)) throw new FetchFailure('off_scope', `redirect to ${hostname}`, { status });
  // As browsers do: RFC 9110 section 15.4.
  const keepsMethod = status === 307 || status === 308 || outgoing.method === 'GET';
  if (keepsMethod) return { ...outgoing, url: next };
  const headers = outgoing.headers.filter(([name]) => name !== 'content-type');
  return { url: next, method: 'GET', headers };
}

/** The host that was asked for may always send to itself. */
function scopeOf(request: FetchRequest, { inScope = () => true }: FetchOptions): (host: string) => boolean {
  const own = new URL(canonicalUrl(request.url) ?? '').hostname;
  return (host) => host === own || inScope(host);
}
