import { afterEach } from 'vitest';
import { parseConnectTo } from '../../scrapers/connect-to.ts';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '../../scrapers/http-client.ts';
import { createRandom } from '../generate/random.ts';
import { type Fault, type LocalWeb, type Site, type SiteResponse, startWeb } from '../sites/web.ts';

/** Quick enough for a test; every pause is still there. */
export const QUICK = {
  ...{ minDelayMs: 20, durationFactor: 0.1, backoffMs: 10, maxBackoffMs: 40, retries: 2 },
} as const;
/** Long enough for a machine that is busy with other tests. */
export const SMALL_LIMITS = { connectMs: 5_000, idleMs: 5_000, totalMs: 10_000 } as const;
export const SEED = 20210131;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

/** Closed after the test. */
export function closing<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing);
  return thing;
}

/** A host with fixed pages by path; all others are its 404. */
export function siteOf(host: string, pages: Readonly<Record<string, SiteResponse | string>>): Site {
  return {
    host,
    answer: ({ path }) => {
      const page = pages[path];
      return typeof page === 'string' ? { body: page } : page;
    },
  };
}

export const REPORT = `<html><head><title>2021年政府信息公开工作年度报告</title></head><body>${'<p>本年度报告由总体情况等六个部分组成。</p>'.repeat(60)}</body></html>`;

export interface Running {
  readonly web: LocalWeb;
  readonly client: HttpClient;
}

/** A local web, and a client that finds it under every name. */
export async function startClient(
  sites: readonly Site[],
  { faults, ...options }: HttpClientOptions & { readonly faults?: Fault } = {},
): Promise<Running> {
  const web = closing(await startWeb(sites, faults ? { faults } : {}));
  return { web, client: clientOf(web, options) };
}

export function clientOf(web: LocalWeb, options: HttpClientOptions = {}): HttpClient {
  return closing(openClient(web, options));
}

/** The same, for the caller to close. */
export function openClient(web: LocalWeb, options: HttpClientOptions = {}): HttpClient {
  const target = parseConnectTo(web.connectTo);
  return createHttpClient({
    userAgent: 'gongkai/0 (+https://example.cn/)',
    connectTo: target ? [target] : [],
    random: createRandom(SEED).next,
    probeHosts: false,
    ...options,
    politeness: { ...QUICK, ...options.politeness },
    limits: { ...SMALL_LIMITS, ...options.limits },
  });
}
