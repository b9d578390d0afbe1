import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import * as faults from '../sites/faults.ts';
import type { LocalWeb, LogLine } from '../sites/web.ts';
import { startWeb } from '../sites/web.ts';
import { clientOf, closing, QUICK, REPORT, siteOf, startClient } from './with-web.ts';

/** Times are those of two ends of a connection, which see the same event a little apart. */
const SLACK_MS = 3;
const HOSTS = Array.from({ length: 12 }, (_, at) => `www.h${at}.gov.cn`);

const linesOf = (web: LocalWeb, host: string): LogLine[] => web.log.filter((line) => line.host === host);

/** Pauses between the end of an answer and the start of the next request, in ms. */
const gaps = (lines: readonly LogLine[]): number[] =>
  lines.slice(1).map((line, at) => line.start - (lines[at]?.end ?? Number.NaN));

test('one connection at a time and every pause kept, under retries, redirects and robots.txt', async () => {
  const sites = HOSTS.map((host, at) =>
    siteOf(host, {
      '/robots.txt': { body: 'User-agent: *\nAllow: /', headers: { 'content-type': 'text/plain' } },
      '/1.html': REPORT,
      '/2.html': REPORT,
      '/moved.html': {
        status: 302,
        headers: { location: `http://${HOSTS[(at + 1) % HOSTS.length]}/1.html` },
        body: '',
      },
    }),
  );
  const broken = Object.fromEntries(
    HOSTS.flatMap((host, at) => [
      [
        `${host}/1.html`,
        faults.firstTimes(1 + (at % 2), [faults.reset, faults.truncated(), faults.resetInBody][at % 3]!),
      ],
      [
        `${host}/2.html`,
        faults.firstTimes(1, faults.instead({ status: 503, headers: { 'retry-after': '0' }, body: '' })),
      ],
    ]),
  );
  broken[`${HOSTS[0]}/1.html`] = faults.firstTimes(1, faults.silence);
  const { web, client } = await startClient(sites, {
    faults: faults.faultsByAddress(broken),
    limits: { totalMs: 1_500 },
  });
  const urls = HOSTS.flatMap((host) =>
    ['1.html', '2.html', 'moved.html'].map((page) => `http://${host}/${page}`),
  );
  const results = await Promise.all(urls.map((url) => client.fetch({ url })));

  expect(results.filter(({ kind }) => kind !== 'document')).toEqual([]);
  expect(web.mostOpen()).toBe(1);
  for (const host of HOSTS) {
    const lines = linesOf(web, host);
    expect(lines.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    expect(lines[0]?.path).toBe('/robots.txt');
    expect(lines.length).toBeGreaterThan(4);
    expect(Math.min(...gaps(lines))).toBeGreaterThanOrEqual(QUICK.minDelayMs - SLACK_MS);
  }
});

test('with more connections allowed, no more are opened than that', async () => {
  const sites = HOSTS.map((host) => siteOf(host, { '/1.html': REPORT, '/2.html': REPORT }));
  const { web, client } = await startClient(sites, {
    faults: (request, ...rest) => request.path !== '/robots.txt' && faults.latency(15)(request, ...rest),
    politeness: { connections: 3, minDelayMs: 0, durationFactor: 0 },
  });
  const urls = HOSTS.flatMap((host) => [`http://${host}/1.html`, `http://${host}/2.html`]);
  const results = await Promise.all(urls.map((url) => client.fetch({ url })));
  expect(results.every(({ kind }) => kind === 'document')).toBe(true);
  expect(web.mostOpen()).toBe(3);
});

test('a slow server is left alone for as many times as long', async () => {
  const sites = [siteOf('a.gov.cn', { '/1.html': REPORT, '/2.html': REPORT })];
  const { web, client } = await startClient(sites, {
    faults: faults.faultsByAddress({ 'a.gov.cn/1.html': faults.latency(60) }),
    politeness: { minDelayMs: 0, durationFactor: 3 },
  });
  for (const page of ['1.html', '2.html']) await client.fetch({ url: `http://a.gov.cn/${page}` });
  expect(gaps(linesOf(web, 'a.gov.cn'))[1]).toBeGreaterThanOrEqual(3 * 60 - SLACK_MS);
});

test('Crawl-delay is kept, up to the limit', async () => {
  const robots = { body: 'User-agent: gongkai\nCrawl-delay: 600' };
  const { web, client } = await startClient(
    [siteOf('a.gov.cn', { '/robots.txt': robots, '/1.html': REPORT, '/2.html': REPORT })],
    {
      politeness: { maxCrawlDelayMs: 120 },
    },
  );
  for (const page of ['1.html', '2.html']) await client.fetch({ url: `http://a.gov.cn/${page}` });
  expect(gaps(linesOf(web, 'a.gov.cn'))[1]).toBeGreaterThanOrEqual(120 - SLACK_MS);
});

describe('Retry-After', () => {
  const later = (value: string) =>
    faults.instead({ status: 503, headers: { 'retry-after': value }, body: '' });
  const pages = { '/1.html': REPORT, '/2.html': REPORT };

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('as %s is waited for by all requests to the host', async (_, value) => {
    const { web, client } = await startClient([siteOf('a.gov.cn', pages)], {
      faults: (...all) =>
        faults.faultsByAddress({ 'a.gov.cn/1.html': faults.firstTimes(1, later(value())) })(...all),
    });
    const fetches = ['1.html', '2.html'].map((page) => client.fetch({ url: `http://a.gov.cn/${page}` }));
    expect((await Promise.all(fetches)).map(({ kind }) => kind)).toEqual(['document', 'document']);
    // A date has whole seconds: two of them are between one and two.
    expect(gaps(linesOf(web, 'a.gov.cn'))[1]).toBeGreaterThanOrEqual(900);
  });

  test('that is too long is kept too: the host is left alone', async () => {
    const { web, client } = await startClient([siteOf('a.gov.cn', pages)], {
      faults: faults.faultsByAddress({ 'a.gov.cn/1.html': later('86400') }),
    });
    const first = await client.fetch({ url: 'http://a.gov.cn/1.html' });
    const second = await client.fetch({ url: 'http://a.gov.cn/2.html' });
    expect([first, second]).toMatchObject([
      { cause: 'throttled', transient: true },
      { cause: 'host_paused' },
    ]);
    expect(web.log.map(({ path }) => path)).toEqual(['/robots.txt', '/1.html']);
  });
});

test('a host that fails again and again is left alone, others are not', async () => {
  const down = Array.from({ length: 6 }, (_, at) => `/${at}.html`);
  const { web, client } = await startClient(
    [siteOf('a.gov.cn', {}), siteOf('b.gov.cn', { '/1.html': REPORT })],
    {
      faults: ({ host, path }, _answer, _response, socket) => {
        if (host === 'a.gov.cn' && path !== '/robots.txt') socket.resetAndDestroy();
        return host === 'a.gov.cn' && path !== '/robots.txt';
      },
      politeness: { failuresBeforePause: 2, retries: 1 },
    },
  );
  const causes = [];
  for (const path of down) {
    const result = await client.fetch({ url: `http://a.gov.cn${path}` });
    causes.push(result.kind === 'failed' ? result.cause : result.kind);
  }
  expect(causes).toEqual(['reset', 'reset', 'host_paused', 'host_paused', 'host_paused', 'host_paused']);
  expect(linesOf(web, 'a.gov.cn')).toHaveLength(5);
  expect(await client.fetch({ url: 'http://b.gov.cn/1.html' })).toMatchObject({ kind: 'document' });
});

test('pages that are gone do not count against their host', async () => {
  const { client } = await startClient([siteOf('a.gov.cn', { '/1.html': REPORT })], {
    politeness: { failuresBeforePause: 2 },
  });
  for (const path of ['x', 'y', 'z']) await client.fetch({ url: `http://a.gov.cn/${path}` });
  expect(await client.fetch({ url: 'http://a.gov.cn/1.html' })).toMatchObject({ kind: 'document' });
});

test('the budget of a host counts every request, and ends it', async () => {
  const { web, client } = await startClient([siteOf('a.gov.cn', { '/1.html': REPORT })], {
    politeness: { hostRequests: 3 },
  });
  const results = [];
  for (let count = 0; count < 4; count += 1)
    results.push(await client.fetch({ url: 'http://a.gov.cn/1.html' }));
  expect(results.map(({ kind }) => kind)).toEqual(['document', 'document', 'failed', 'failed']);
  expect(results[3]).toMatchObject({ cause: 'budget', transient: true });
  expect(web.log).toHaveLength(3);
});

test('the client says who it is, and a copy of robots.txt goes to the archive', async () => {
  const kept: Exchange[] = [];
  const { web, client } = await startClient(
    [siteOf('a.gov.cn', { '/robots.txt': 'User-agent: *', '/1.html': REPORT })],
    {
      onSideExchange: (exchange) => kept.push(exchange),
    },
  );
  await client.fetch({ url: 'http://a.gov.cn/1.html' });
  expect(new Set(web.log.map(({ userAgent }) => userAgent))).toEqual(new Set([client.userAgent]));
  expect(kept.map(({ url, status }) => [url, status])).toEqual([['http://a.gov.cn/robots.txt', 200]]);
});

test('a stopped run stops at once: what waits, what is on its way, and what comes after', async () => {
  const { web, client } = await startClient([siteOf('a.gov.cn', { '/1.html': REPORT })], {
    faults: faults.faultsByAddress({ 'a.gov.cn/slow.html': faults.silence }),
    politeness: { minDelayMs: 200 },
    limits: { totalMs: 30_000, idleMs: 30_000 },
  });
  await client.fetch({ url: 'http://a.gov.cn/1.html' });
  const stop = new AbortController();
  const fetches = ['slow.html', '1.html', '2.html'].map((page) =>
    client.fetch({ url: `http://a.gov.cn/${page}` }, { signal: stop.signal }),
  );
  while (!web.log.some(({ path }) => path === '/slow.html')) await new Promise((done) => setTimeout(done, 5));
  stop.abort();
  const results = [
    ...(await Promise.all(fetches)),
    await client.fetch({ url: 'http://a.gov.cn/1.html' }, { signal: stop.signal }),
  ];
  expect(results.map((result) => (result.kind === 'failed' ? result.cause : result.kind))).toEqual(
    Array(4).fill('aborted'),
  );
  expect(web.log.at(-1)?.path).toBe('/slow.html');
});

test('a connection that the server closed while it was idle is not taken for a fault', async () => {
  const web = closing(
    await startWeb([siteOf('a.gov.cn', { '/1.html': { body: REPORT, headers: { connection: 'close' } } })]),
  );
  const client = clientOf(web, { politeness: { retries: 0 } });
  for (let count = 0; count < 5; count += 1) {
    expect(await client.fetch({ url: 'http://a.gov.cn/1.html' })).toMatchObject({ kind: 'document' });
  }
});
