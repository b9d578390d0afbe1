import { constants } from 'node:crypto';
import type { Exchange, Fetcher, FetchOptions, FetchRequest, FetchResult } from '../src/model/exchange.ts';
import { DEFAULT_PORTS, type PortRange } from './address-guard.ts';
import { type Clock, systemClock } from './clock.ts';
import type { ConnectTo } from './connect-to.ts';
import { Connections, type OpenClient, type TlsSettings } from './connections.ts';
import { type FetchParts, fetchDocument, followRedirects } from './fetch-document.ts';
import { PoliteSender } from './polite-sender.ts';
import { FETCH_LIMITS, type FetchLimits, POLITENESS, type Politeness } from './politeness.ts';
import { requestHeaders } from './request-headers.ts';
import { type Resolve, systemResolve } from './resolve-host.ts';
import { Robots } from './robots.ts';
import { Soft404 } from './soft-404.ts';
import { defaultUserAgent } from './user-agent.ts';

export interface HttpClientOptions {
  /** With a way to reach whoever runs this; by default name, version and home page of the project. */
  readonly userAgent?: string;
  readonly connectTo?: readonly ConnectTo[];
  readonly ports?: readonly PortRange[];
  readonly politeness?: Partial<Politeness>;
  readonly limits?: Partial<FetchLimits>;
  readonly tls?: TlsSettings;
  /** Whether each host is asked once for a page that cannot exist, to know its error page; yes by default. */
  readonly probeHosts?: boolean;
  /** Called with exchanges that belong to no fetch: of robots.txt and of probes. */
  readonly onSideExchange?: (exchange: Exchange) => void;
  readonly resolve?: Resolve;
  readonly clock?: Clock;
  readonly openClient?: OpenClient;
  /** At least 0, below 1: spreads retries, and names the pages that cannot exist. */
  readonly random?: () => number;
}

export interface HttpClient extends Fetcher {
  readonly userAgent: string;
  /** As `fetch`, without asking whether it is the host's error page: a script, or a page that a script fills. */
  fetchPart(request: FetchRequest, options?: FetchOptions): Promise<FetchResult>;
}

/** Many county sites speak TLS without secure renegotiation (RFC 5746), which OpenSSL 3 refuses unless told so. */
const TLS: TlsSettings = { secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT };

/**
 * A client that is polite to hosts, connects to the public web alone, and takes no answer for a document that is
 * none. For one run: what it knows of hosts (robots.txt, failures, requests made) ends with it.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const politeness = { ...POLITENESS, ...options.politeness };
  const connections = new Connections(
    {
      ...{ ...limits, perAddress: politeness.connections, tls: { ...TLS, ...options.tls } },
      ...(options.openClient ? { openClient: options.openClient } : {}),
    },
    clock,
  );
  const finder = {
    connectTo: options.connectTo ?? [],
    ports: options.ports ?? DEFAULT_PORTS,
    resolve: options.resolve ?? systemResolve,
    timeoutMs: limits.connectMs,
  };
  const sender = new PoliteSender({ politeness, limits, clock, random, finder, connections });
  const parts = buildParts(sender, limits, options);
  const soft404 = options.probeHosts === false ? null : buildSoft404(parts, options, random);
  return {
    userAgent: parts.userAgent,
    fetch: (request, fetchOptions = {}) => fetchDocument(parts, soft404, request, fetchOptions),
    fetchPart: (request, fetchOptions = {}) => fetchDocument(parts, null, request, fetchOptions),
    close: () => connections.close(),
  };
}

function buildParts(sender: PoliteSender, limits: FetchLimits, options: HttpClientOptions): FetchParts {
  const userAgent = options.userAgent ?? defaultUserAgent();
  const record = options.onSideExchange ?? ignore;
  const robots = new Robots(
    (url, signal) =>
      sender.send(
        { url, method: 'GET', headers: requestHeaders({ url }, userAgent) },
        { record, ...(signal ? { signal } : {}) },
      ),
    userAgent,
  );
  return { userAgent, sender, robots, maxRedirects: limits.redirects };
}

function buildSoft404(parts: FetchParts, options: HttpClientOptions, random: () => number): Soft404 {
  const record = options.onSideExchange ?? ignore;
  return new Soft404(
    (url, signal) => followRedirects(parts, { url }, signal ? { signal } : {}, { url, record }),
    random,
  );
}

function ignore(): void {}
