import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createHttpClient } from '../../scrapers/http-client.ts';
import type { FetchResult } from '../../src/model/exchange.ts';
import type { Site, SiteRequest } from '../sites/web.ts';
import { HOSTILE_URLS } from './hostile-urls.ts';
import { closing, QUICK, REPORT, SMALL_LIMITS, siteOf, startClient } from './with-web.ts';

const told = (result: FetchResult): string => (result.kind === 'failed' ? result.cause : result.kind);
const redirect = (location: string, status = 302) => ({ status, headers: { location }, body: 'moved' });

describe('a document', () => {
  test('comes with its address, headers and both sides of the exchange', async () => {
    const page = { body: REPORT, headers: { etag: '"1"', 'X-Server': 'Z' } };
    const { client } = await startClient([siteOf('a.gov.cn', { '/nb.html': page })]);
    const result = await client.fetch({
      url: 'HTTP://A.gov.cn:80/./nb.html#top',
      headers: { Referer: 'http://a.gov.cn/', Host: 'evil.cn' },
    });
    expect(result).toMatchObject({
      kind: 'document',
      url: 'http://a.gov.cn/nb.html',
      status: 200,
      headers: { etag: '"1"' },
    });
    const [exchange] = result.exchanges;
    expect(exchange).toMatchObject({
      method: 'GET',
      status: 200,
      statusText: 'OK',
      payload: Buffer.from(REPORT),
    });
    expect(exchange?.requestHeaders).toEqual(
      expect.arrayContaining([
        ['host', 'a.gov.cn'],
        ['user-agent', client.userAgent],
        ['referer', 'http://a.gov.cn/'],
      ]),
    );
    expect(exchange?.responseHeaders).toEqual(expect.arrayContaining([['X-Server', 'Z']]));
    expect(exchange?.date).toBeInstanceOf(Date);
  });

  test('the request is written to the archive as the server saw it', async () => {
    let seen: SiteRequest['headers'] = {};
    const site: Site = {
      host: 'a.gov.cn',
      answer: (request) => {
        seen = request.headers;
        return { body: REPORT };
      },
    };
    const { client } = await startClient([site]);
    const result = await client.fetch({
      url: 'http://a.gov.cn/q',
      method: 'POST',
      body: 'col=1&名=2',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(Object.fromEntries(result.exchanges[0]?.requestHeaders ?? [])).toEqual(seen);
  });

  test('bytes on the wire are kept as they were sent', async () => {
    const { gzipSync } = await import('node:zlib');
    const zipped = gzipSync(REPORT);
    const page = { body: zipped, headers: { 'content-encoding': 'gzip' } };
    const { client } = await startClient([siteOf('a.gov.cn', { '/nb.html': page })]);
    const result = await client.fetch({ url: 'http://a.gov.cn/nb.html' });
    expect(result).toMatchObject({ body: Buffer.from(REPORT), exchanges: [{ payload: zipped }] });
  });

  test('may be larger when it is a PDF, or when the caller says so', async () => {
    const body = Buffer.alloc(3000, '%PDF-1.4 ');
    const pages = {
      '/a.pdf': { body },
      '/b': { body, headers: { 'content-type': 'application/pdf' } },
      '/c': { body },
    };
    const { client } = await startClient([siteOf('a.gov.cn', pages)], {
      limits: { pageBytes: 2000, pdfBytes: 4000 },
    });
    const fetchOf = async (path: string, maxBytes?: number) =>
      told(await client.fetch({ url: `http://a.gov.cn${path}` }, maxBytes === undefined ? {} : { maxBytes }));
    expect(await fetchOf('/a.pdf')).toBe('document');
    expect(await fetchOf('/b')).toBe('document');
    expect(await fetchOf('/c')).toBe('too_large');
    expect(await fetchOf('/c', 3000)).toBe('document');
    expect(await fetchOf('/a.pdf', 2999)).toBe('too_large');
  });
});

describe('a copy at hand', () => {
  const site: Site = {
    host: 'a.gov.cn',
    answer: ({ headers }) =>
      headers['if-none-match'] === '"1"' || headers['if-modified-since'] === 'Fri, 28 Jan 2022 08:00:00 GMT'
        ? { status: 304, body: '' }
        : { body: REPORT, headers: { etag: '"1"' } },
  };

  test.each([
    [{ etag: '"1"' }, 'not_modified'],
    [{ lastModified: 'Fri, 28 Jan 2022 08:00:00 GMT' }, 'not_modified'],
    [{ etag: '"0"' }, 'document'],
    [{}, 'document'],
  ])('%j is %s', async (validators, outcome) => {
    const { client } = await startClient([site]);
    const result = await client.fetch({ url: 'http://a.gov.cn/nb.html', ...validators });
    expect(told(result)).toBe(outcome);
    expect(result.exchanges).toHaveLength(1);
  });
});

describe('a redirect', () => {
  const other = siteOf('b.gov.cn', { '/1.html': REPORT });
  const start = (location: string, status?: number) =>
    startClient([siteOf('a.gov.cn', { '/go': redirect(location, status), '/2.html': REPORT }), other]);

  test('is followed, and both answers are kept', async () => {
    const { client } = await start('//b.gov.cn/x/../1.html#top');
    const result = await client.fetch({ url: 'http://a.gov.cn/go' });
    expect(result).toMatchObject({ kind: 'document', url: 'http://b.gov.cn/1.html' });
    expect(result.exchanges.map(({ url, status }) => [url, status])).toEqual([
      ['http://a.gov.cn/go', 302],
      ['http://b.gov.cn/1.html', 200],
    ]);
  });

  test.each([
    ['c.gov.cn', 'off_scope'],
    ['b.gov.cn', 'document'],
  ])('leads only to hosts of the source: %s', async (named, outcome) => {
    const inScope = (host: string) => host === named;
    const { web, client } = await start('http://b.gov.cn/1.html');
    const result = await client.fetch({ url: 'http://a.gov.cn/go' }, { inScope });
    expect(told(result)).toBe(outcome);
    expect(web.log.some(({ host }) => host === 'b.gov.cn')).toBe(outcome === 'document');
  });

  test('to the same host is always in scope', async () => {
    const { client } = await start('/2.html');
    expect(told(await client.fetch({ url: 'http://a.gov.cn/go' }, { inScope: () => false }))).toBe(
      'document',
    );
  });

  test('with bytes of GBK in it leads where it says', async () => {
    const gbk = Buffer.from([0xc4, 0xea]).toString('latin1');
    const site: Site = {
      host: 'a.gov.cn',
      answer: ({ path }) =>
        path === '/go' ? redirect(`/${gbk}.html`) : path === '/%C4%EA.html' ? { body: REPORT } : undefined,
    };
    const { client } = await startClient([site]);
    expect(await client.fetch({ url: 'http://a.gov.cn/go' })).toMatchObject({
      kind: 'document',
      url: 'http://a.gov.cn/%C4%EA.html',
    });
  });

  test.each([
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'a=1'],
    [308, 'POST', 'a=1'],
  ])('of status %d turns a POST into a %s', async (status, method, body) => {
    const seen: string[] = [];
    const site: Site = {
      host: 'a.gov.cn',
      answer: (request) => {
        seen.push(`${request.method} ${request.path} ${request.body}`);
        return request.path === '/go'
          ? redirect('/to', status)
          : request.path === '/to'
            ? { body: REPORT }
            : undefined;
      },
    };
    const { client } = await startClient([site]);
    await client.fetch({ url: 'http://a.gov.cn/go', method: 'POST', body: 'a=1' });
    expect(seen.slice(1)).toEqual(['POST /go a=1', `${method} /to ${body}`]);
  });

  test('to itself with a cookie that it sets is followed with that cookie, which no other fetch and no other host sees', async () => {
    const seen: string[] = [];
    const gate = (host: string, onward: string): Site => ({
      host,
      answer: ({ path, headers }) => {
        if (path === '/robots.txt') return undefined;
        seen.push(`${host}${path} ${headers.cookie ?? ''}`);
        if (path === '/2.html') return { body: REPORT };
        const first = headers.cookie === undefined;
        const set = first ? 'id=a=1; Path=/; HttpOnly' : 'old=; Max-Age=0';
        return { status: 302, headers: { location: first ? path : onward, 'set-cookie': set }, body: '' };
      },
    });
    const { client } = await startClient([gate('a.gov.cn', '//b.gov.cn/2.html'), gate('b.gov.cn', '/x')]);
    const result = await client.fetch({ url: 'http://a.gov.cn/1.html' });
    expect(told(result)).toBe('document');
    await client.fetch({ url: 'http://a.gov.cn/2.html' });
    expect(seen).toEqual([
      'a.gov.cn/1.html ',
      'a.gov.cn/1.html id=a=1',
      'b.gov.cn/2.html ',
      'a.gov.cn/2.html ',
    ]);
    expect(result.exchanges[1]?.requestHeaders).toContainEqual(['cookie', 'id=a=1']);
  });

  test('that sets the same cookie again and again, or another one each time, comes to an end', async () => {
    let times = 0;
    const again = (path: string) => ({
      ...redirect(path),
      headers: { location: path, 'set-cookie': path === '/same' ? 'a=1' : `a=${times++}` },
    });
    const site: Site = {
      host: 'a.gov.cn',
      answer: ({ path }) => (path === '/robots.txt' ? undefined : again(path)),
    };
    const { web, client } = await startClient([site], { limits: { redirects: 4 } });
    expect(told(await client.fetch({ url: 'http://a.gov.cn/same' }))).toBe('redirect_loop');
    expect(told(await client.fetch({ url: 'http://a.gov.cn/other' }))).toBe('redirect_loop');
    expect(web.log).toHaveLength(1 + 2 + 5);
  });

  test('round in a circle, or without end, comes to an end', async () => {
    const site: Site = {
      host: 'a.gov.cn',
      answer: ({ path }) =>
        path === '/robots.txt'
          ? undefined
          : redirect(path.startsWith('/maze') ? `${path}x` : path === '/1' ? '/2' : '/1'),
    };
    const { web, client } = await startClient([site], { limits: { redirects: 4 } });
    expect(told(await client.fetch({ url: 'http://a.gov.cn/1' }))).toBe('redirect_loop');
    expect(told(await client.fetch({ url: 'http://a.gov.cn/maze' }))).toBe('redirect_loop');
    expect(web.log).toHaveLength(1 + 2 + 5);
  });
});

describe('the host is asked once for a page that cannot exist', () => {
  const home = `<html><head><title>某县政府</title></head><body>${'<p>首页栏目</p>'.repeat(200)}</body></html>`;
  const missing = (path: string): string =>
    `<html><body>${'<p>导航栏目与友情链接</p>'.repeat(100)}您要看的 ${path} 暂时没有，10:${path.length} 生成</body></html>`;
  const friendly: Site = {
    host: 'a.gov.cn',
    answer: ({ path }) =>
      path === '/robots.txt' ? undefined : { body: path === '/1.html' ? REPORT : missing(path) },
  };
  const homeward: Site = {
    host: 'b.gov.cn',
    answer: ({ path }) =>
      path === '/robots.txt'
        ? undefined
        : path === '/'
          ? { body: home }
          : path === '/1.html'
            ? { body: REPORT }
            : redirect('/'),
  };

  test('and pages that look like its answer are missing, others are documents', async () => {
    const { web, client } = await startClient([friendly], { probeHosts: true });
    const outcomes = [];
    for (const path of ['1.html', 'gone/2.html', 'gone/3.html?id=77', '1.html']) {
      outcomes.push(told(await client.fetch({ url: `http://a.gov.cn/${path}` })));
    }
    expect(outcomes).toEqual(['document', 'soft_404', 'soft_404', 'document']);
    const probes = web.log.filter(({ path }) => /^\/[a-z]{16}\.html$/.test(path));
    expect(probes).toHaveLength(1);
  });

  test('a page whose address leads home is missing; home itself is not', async () => {
    const { client } = await startClient([homeward], { probeHosts: true });
    const outcomes = [];
    for (const path of ['2.html', '', '1.html'])
      outcomes.push(told(await client.fetch({ url: `http://b.gov.cn/${path}` })));
    expect(outcomes).toEqual(['soft_404', 'document', 'document']);
  });

  test('a part of a page is taken as it comes', async () => {
    const { client } = await startClient([friendly], { probeHosts: true });
    expect(told(await client.fetchPart({ url: 'http://a.gov.cn/gone' }))).toBe('document');
  });
});

describe('no connection is made to an address that is not public', () => {
  /** Counts who connects; nobody should. */
  async function startCanary(): Promise<{ port: number; seen: () => number; close(): Promise<void> }> {
    let seen = 0;
    const server = createServer((socket) => {
      seen += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => server.listen(0, done));
    const { port } = server.address() as AddressInfo;
    return closing({
      port,
      seen: () => seen,
      close: () => new Promise<void>((done) => server.close(() => done())),
    });
  }
  const guarded = (port: number, resolve: (host: string) => Promise<string[]>) =>
    closing(
      createHttpClient({
        ...{ userAgent: 'gongkai/0', resolve, probeHosts: false, politeness: QUICK, limits: SMALL_LIMITS },
        ports: [
          [80, 80],
          [port, port],
        ],
      }),
    );

  test('by any hostile address, at first or by redirect', async () => {
    const canary = await startCanary();
    const aimed = [
      '127.0.0.1',
      'localhost',
      '0x7f.1',
      '2130706433',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '127.0.0.1.',
    ].map((host) => `http://${host}:${canary.port}/`);
    const client = guarded(canary.port, async () => ['127.0.0.1']);
    for (const url of [...HOSTILE_URLS, ...aimed, `http://rebind.gov.cn:${canary.port}/`]) {
      const result = await client.fetch({ url });
      expect(['private_address', 'bad_url'], url).toContain(told(result));
      expect(result.exchanges).toEqual([]);
    }
    const { client: mirror } = await startClient(
      [
        {
          host: 'a.gov.cn',
          answer: ({ path }) =>
            path.startsWith('/go?') ? redirect(decodeURIComponent(path.slice(4))) : undefined,
        },
      ],
      {
        ports: [
          [80, 80],
          [canary.port, canary.port],
        ],
        politeness: { minDelayMs: 0, durationFactor: 0, hostRequests: 1e6 },
      },
    );
    // connect-to lets port 80 through to the local web, and nothing else.
    for (const url of aimed) {
      const result = await mirror.fetch({ url: `http://a.gov.cn/go?${encodeURIComponent(url)}` });
      expect(told(result), url).toBe('private_address');
      expect(result.exchanges.map(({ status }) => status)).toEqual([302]);
    }
    expect(canary.seen()).toBe(0);
  });

  test('by a name that has a public address and a private one', async () => {
    const canary = await startCanary();
    const asked: string[] = [];
    const answers: Record<string, string[][]> = {
      'both.gov.cn': [['8.8.8.8', '127.0.0.1']],
      'six.gov.cn': [['8.8.8.8', '::ffff:127.0.0.1']],
    };
    const client = guarded(canary.port, async (host) => {
      asked.push(host);
      return answers[host]?.shift() ?? ['127.0.0.1'];
    });
    for (const host of Object.keys(answers)) {
      expect(told(await client.fetch({ url: `http://${host}:${canary.port}/` })), host).toBe(
        'private_address',
      );
    }
    expect(asked).toEqual(Object.keys(answers));
    expect(canary.seen()).toBe(0);
  });

  test('a certificate or a protocol that is not right is told as such', async () => {
    const { web } = await startClient([siteOf('a.gov.cn', {})]);
    const target = { host: '*', port: 443, address: '127.0.0.1', toPort: web.port };
    const client = closing(
      createHttpClient({
        userAgent: 'gongkai/0',
        connectTo: [target],
        politeness: QUICK,
        limits: SMALL_LIMITS,
      }),
    );
    expect(await client.fetch({ url: 'https://a.gov.cn/' })).toMatchObject({
      cause: 'tls',
      transient: false,
    });
  });

  test.each([
    ['ENOTFOUND', false],
    ['EAI_AGAIN', true],
  ])('a name that gives %s is told as such', async (code, transient) => {
    const client = guarded(80, async () => {
      throw Object.assign(new Error(code), { code });
    });
    expect(await client.fetch({ url: 'http://a.gov.cn/' })).toMatchObject({ cause: 'dns', transient });
  });

  test('a port that nobody listens on is told as such, and an empty answer of names', async () => {
    const canary = await startCanary();
    await canary.close();
    const target = { host: '*', port: 80, address: '127.0.0.1', toPort: canary.port };
    const client = closing(
      createHttpClient({
        userAgent: 'gongkai/0',
        connectTo: [target],
        politeness: QUICK,
        limits: SMALL_LIMITS,
      }),
    );
    expect(await client.fetch({ url: 'http://a.gov.cn/' })).toMatchObject({
      cause: 'connect',
      transient: true,
    });
    const empty = guarded(80, async () => []);
    expect(await empty.fetch({ url: 'http://a.gov.cn/' })).toMatchObject({ cause: 'dns' });
  });
});
