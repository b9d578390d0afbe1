import type { Exchange } from '../src/model/exchange.ts';
import { type Answer, headerOf } from './answer.ts';
import type { Clock } from './clock.ts';
import type { Connections } from './connections.ts';
import { decodeBody } from './decode-body.ts';
import { FetchFailure } from './fetch-failure.ts';
import { findTargets, type Target, type TargetFinder } from './find-target.ts';
import { judgeAnswer } from './judge-answer.ts';
import { Lane } from './lane.ts';
import type { FetchLimits, Politeness } from './politeness.ts';
import { sendRequest, type WireAnswer, type WireRequest } from './send-request.ts';

/** A request to one address, without redirects. */
export interface Outgoing {
  /** Canonical. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

export interface SendContext {
  /** Called with every whole answer, whatever its status. */
  readonly record: (exchange: Exchange) => void;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

export interface SenderSettings {
  readonly politeness: Politeness;
  readonly limits: FetchLimits;
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
  readonly finder: TargetFinder;
  readonly connections: Connections;
}

interface HostState {
  readonly name: string;
  readonly lane: Lane;
  requests: number;
  /** Fetches in a row that failed for a reason of the host. */
  failures: number;
  crawlDelayMs: number;
  /** Left alone until then, in the clock's milliseconds. */
  closedUntil: number;
  /** The address that answered last: the others are not tried while it does. */
  address: string | undefined;
}

/** Failures that are the host's rather than the page's. */
const HOST_TROUBLE: ReadonlySet<string> = new Set([
  ...['dns', 'connect', 'tls', 'timeout', 'reset', 'protocol', 'truncated', 'throttled', 'server_error'],
]);

/** After these no connection is left open, and another address of the host may do better. */
const CONNECTION_LOST: ReadonlySet<string> = new Set(['connect', 'tls', 'timeout', 'reset']);

/** Sends requests one after another to each host and each address, with pauses, retries and limits. */
export class PoliteSender {
  readonly #settings: SenderSettings;
  readonly #hosts = new Map<string, HostState>();

  constructor(settings: SenderSettings) {
    this.#settings = settings;
  }

  /** The answer, a document or a redirect, after as many tries as are due. Throws FetchFailure. */
  async send(request: Outgoing, context: SendContext): Promise<Answer> {
    const host = this.#hostOf(request.url);
    const { politeness, clock } = this.#settings;
    let lost = 0;
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await this.#try(host, request, context, lost);
        host.failures = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        this.#heed(host, error);
        if (!error.retryable || tries >= politeness.retries || this.#isClosed(host)) {
          this.#count(host, error);
          throw error;
        }
        if (CONNECTION_LOST.has(error.reason)) lost += 1;
        await clock.sleep(this.#backoffMs(tries), context.signal);
      }
    }
  }

  /** What robots.txt asks for, up to the limit. */
  setCrawlDelay(url: string, seconds: number): void {
    const { maxCrawlDelayMs } = this.#settings.politeness;
    this.#hostOf(url).crawlDelayMs = Math.min(Math.max(0, seconds * 1000), maxCrawlDelayMs);
  }

  #hostOf(url: string): HostState {
    const { hostname } = new URL(url);
    const known = this.#hosts.get(hostname);
    if (known) return known;
    const { clock, politeness } = this.#settings;
    const host: HostState = {
      name: hostname,
      ...{ requests: 0, failures: 0, crawlDelayMs: 0, closedUntil: Number.NEGATIVE_INFINITY },
      ...{ lane: new Lane(clock, politeness.connections), address: undefined },
    };
    this.#hosts.set(hostname, host);
    return host;
  }

  async #try(host: HostState, request: Outgoing, context: SendContext, lost: number): Promise<Answer> {
    const answer = await host.lane.run(async () => {
      this.#admit(host, context.signal);
      const url = new URL(request.url);
      const targets = await findTargets(this.#settings.finder, url);
      return this.#exchange(host, request, url, pickTarget(targets, host.address, lost), context);
    }, context.signal);
    const failure = judgeAnswer(answer);
    if (failure) throw failure;
    return answer;
  }

  /** Last look before a request: all this may have changed while it waited. */
  #admit(host: HostState, signal: AbortSignal | undefined): void {
    if (signal?.aborted) throw new FetchFailure('aborted', 'the run was stopped');
    if (this.#isClosed(host)) throw new FetchFailure('host_paused', `${host.name} is left alone`);
    const { hostRequests } = this.#settings.politeness;
    if (host.requests >= hostRequests) {
      throw new FetchFailure('budget', `${host.name}: ${hostRequests} requests were made`);
    }
  }

  async #exchange(
    host: HostState,
    request: Outgoing,
    url: URL,
    target: Target,
    context: SendContext,
  ): Promise<Answer> {
    const { clock, connections } = this.#settings;
    const { wire, date } = await connections.use(
      url,
      target,
      async (client) => {
        this.#admit(host, context.signal);
        host.requests += 1;
        const start = clock.now();
        const date = clock.date();
        try {
          return {
            date,
            wire: await sendRequest(client, wireRequest(request, url), this.#sendLimits(url, context)),
          };
        } finally {
          this.#rest(host, target, clock.now() - start);
        }
      },
      context.signal,
    );
    host.address = target.address;
    const exchange = makeExchange(request, url, target, wire, date);
    context.record(exchange);
    return { url: request.url, exchange, body: await this.#decode(exchange, url, context) };
  }

  #sendLimits(url: URL, { maxBytes, signal }: SendContext): Parameters<typeof sendRequest>[2] {
    const { totalMs } = this.#settings.limits;
    return {
      totalMs,
      maxBytes: (headers) => maxBytes ?? this.#maxBytes(url, headers),
      ...(signal ? { signal } : {}),
    };
  }

  #maxBytes({ pathname }: URL, headers: WireAnswer['headers']): number {
    const { pdfBytes, pageBytes } = this.#settings.limits;
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
    return /\bpdf\b/i.test(type) || /\.pdf$/i.test(pathname) ? pdfBytes : pageBytes;
  }

  async #decode(exchange: Exchange, url: URL, { maxBytes }: SendContext): Promise<Uint8Array> {
    const { ratio, ratioFreeBytes } = this.#settings.limits;
    const limits = {
      ratio,
      ratioFreeBytes,
      maxBytes: maxBytes ?? this.#maxBytes(url, exchange.responseHeaders),
    };
    try {
      return await decodeBody(exchange.payload, headerOf(exchange, 'content-encoding'), limits);
    } catch (error) {
      // Of any other answer than a document the status tells enough.
      if (error instanceof FetchFailure && exchange.status >= 300) return new Uint8Array();
      throw error;
    }
  }

  #rest(host: HostState, target: Target, durationMs: number): void {
    const { minDelayMs, minAddressDelayMs, durationFactor, maxDelayMs } = this.#settings.politeness;
    const byDuration = Math.min(maxDelayMs, durationFactor * durationMs);
    host.lane.restFor(Math.max(minDelayMs, byDuration, host.crawlDelayMs));
    this.#settings.connections.restFor(target, Math.max(minAddressDelayMs, byDuration));
  }

  /** Keeps the time that the server asked for: by waiting, or by leaving it alone when that is too long. */
  #heed(host: HostState, { facts: { retryAfterMs } }: FetchFailure): void {
    if (retryAfterMs === undefined) return;
    const { clock, politeness } = this.#settings;
    if (retryAfterMs <= politeness.maxRetryAfterMs) host.lane.restFor(retryAfterMs);
    else host.closedUntil = Math.max(host.closedUntil, clock.now() + retryAfterMs);
  }

  #count(host: HostState, { reason }: FetchFailure): void {
    if (!HOST_TROUBLE.has(reason)) return;
    host.failures += 1;
    if (host.failures >= this.#settings.politeness.failuresBeforePause) {
      host.closedUntil = Number.POSITIVE_INFINITY;
    }
  }

  #isClosed(host: HostState): boolean {
    return this.#settings.clock.now() < host.closedUntil;
  }

  /** Spread over the upper half, so that hosts that fell over together are not asked together. */
  #backoffMs(tries: number): number {
    const { politeness, random } = this.#settings;
    return Math.min(politeness.maxBackoffMs, politeness.backoffMs * 2 ** tries) * (0.5 + random() / 2);
  }
}

function pickTarget(targets: readonly Target[], address: string | undefined, lost: number): Target {
  const known = Math.max(
    0,
    targets.findIndex((target) => target.address === address),
  );
  const target = targets[(known + lost) % targets.length];
  if (!target) throw new FetchFailure('dns', 'no address');
  return target;
}

function wireRequest({ method, headers, body }: Outgoing, url: URL): WireRequest {
  // The connection may have been opened for another host.
  const named = [['host', url.host] as const, ...headers];
  return { method, headers: named, path: url.pathname + url.search, ...(body === undefined ? {} : { body }) };
}

function makeExchange(
  { url, method, headers, body }: Outgoing,
  { host }: URL,
  { address, redirected }: Target,
  { status, statusText, headers: responseHeaders, payload }: WireAnswer,
  date: Date,
): Exchange {
  const length = body === undefined ? [] : [['content-length', String(Buffer.byteLength(body))] as const];
  return {
    url,
    ...{ method, date, httpVersion: 'HTTP/1.1', status, statusText, responseHeaders, payload },
    // In the order in which undici writes them.
    requestHeaders: [['host', host], ['connection', 'keep-alive'], ...headers, ...length],
    ...(redirected ? {} : { ip: address }),
    ...(body === undefined ? {} : { requestBody: body }),
  };
}
