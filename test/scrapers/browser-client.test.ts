import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserClient } from '../../scrapers/browser-client.ts';
import { findChromium } from '../../scrapers/find-chromium.ts';
import type { HttpClient } from '../../scrapers/http-client.ts';
import type { Fetcher, FetchOptions, FetchResult } from '../../src/model/exchange.ts';
import * as faults from '../sites/faults.ts';
import { type Fault, type LocalWeb, type Site, type SiteResponse, startWeb } from '../sites/web.ts';
import { closing, openClient, QUICK, REPORT, siteOf, startClient } from './with-web.ts';

const HOST = 'www.a.gov.cn';
const told = (result: FetchResult): string => (result.kind === 'failed' ? result.cause : result.kind);
const bodyOf = (result: FetchResult): string =>
  result.kind === 'document'
    ? Buffer.from(result.body).toString()
    : `${told(result)}: ${JSON.stringify(result)}`;
const script = (body: string): SiteResponse => ({ body, headers: { 'content-type': 'text/javascript' } });
const json = (value: unknown): SiteResponse => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});
const FILL = `fetch('/api/list?page=1').then(r=>r.json()).then(v=>{document.getElementById('list').innerHTML=v.map(t=>'<a href="x.html">'+t+'</a>').join('')})`;
const SHELL =
  '<html><head><meta charset="gbk"><title>List</title></head><body><img src="/a.png"><div id="list"></div><script src="/app.js"></script></body></html>';

const fresh = { hosts: 0 };
const sites = new Map<string, Site>();
const broken: Record<string, Fault> = {};
/** Every host of the table above, as it is when it is asked. */
const anySite = (host: string): Site => ({ host, answer: (request) => sites.get(host)?.answer(request) });
const HOSTS = Array.from({ length: 30 }, (_, at) => `h${at}.gov.cn`);

/** Gives the pages a host of their own. */
function publish(pages: Readonly<Record<string, SiteResponse | string>> | Site['answer']): string {
  const host = HOSTS[fresh.hosts++] ?? '';
  const { answer } = typeof pages === 'function' ? { answer: pages } : siteOf(host, pages);
  sites.set(host, { host, answer });
  return host;
}

interface Shared {
  readonly web: LocalWeb;
  readonly client: HttpClient;
  readonly browser: Fetcher;
  /** The same with little time for a page. */
  readonly hasty: Fetcher;
}

/** One web and one browser for all tests: starting one takes longer than most of them. */
async function startShared(): Promise<Shared> {
  const web = await startWeb(HOSTS.map(anySite), {
    faults: (...all) => faults.faultsByAddress(broken)(...all),
  });
  const client = openClient(web);
  const limits = { settleMs: 150, totalMs: 20_000, parts: 8 };
  const browser = createBrowserClient(client, { limits });
  return {
    web,
    client,
    browser,
    hasty: createBrowserClient(client, { limits: { ...limits, totalMs: 1_500 } }),
  };
}

describe.skipIf(findChromium(process.env) === null)('a page that scripts make', () => {
  let shared: Shared;
  beforeAll(async () => {
    shared = await startShared();
  });
  afterAll(async () => {
    for (const part of [shared.browser, shared.hasty, shared.client, shared.web]) await part.close();
  });
  const linesOf = (host: string) => shared.web.log.filter((line) => line.host === host);
  const render = (url: string, options?: FetchOptions) => shared.browser.fetch({ url }, options);

  test('comes as the reader sees it, in UTF-8, with every exchange, and politely', async () => {
    const host = publish({
      '/list.html': SHELL,
      '/app.js': script(FILL),
      '/api/list?page=1': json(['2021年年报', '2022年年报']),
    });
    const result = await render(`http://${host}/list.html#top`);
    expect(result).toMatchObject({
      ...{ kind: 'document', rendered: true, status: 200, url: `http://${host}/list.html` },
    });
    expect(bodyOf(result)).toContain('<a href="x.html">2021年年报</a><a href="x.html">2022年年报</a>');
    expect(result.exchanges.map(({ url }) => new URL(url).pathname)).toEqual([
      ...['/list.html', '/app.js', '/api/list'],
    ]);
    const lines = linesOf(host);
    expect(lines.map(({ path }) => path)).toEqual([
      '/robots.txt',
      '/list.html',
      '/app.js',
      '/api/list?page=1',
    ]);
    expect(shared.web.mostOpen()).toBe(1);
    const gaps = lines.slice(1).map((line, at) => line.start - (lines[at]?.end ?? Number.NaN));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(QUICK.minDelayMs - 3);
  });

  test('shares the browser and its scripts with the next, and nothing else', async () => {
    const host = publish({
      '/1.html': SHELL,
      '/2.html': SHELL.replace(
        '<script',
        '<p id="k"></p><script>k.textContent=localStorage.x??"empty"</script><script',
      ),
      '/app.js': script(`localStorage.x='kept';${FILL}`),
      '/api/list?page=1': json(['2021']),
    });
    await render(`http://${host}/1.html`);
    expect(bodyOf(await render(`http://${host}/2.html`))).toContain('<p id="k">empty</p>');
    expect(linesOf(host).filter(({ path }) => path === '/app.js')).toHaveLength(1);
  });

  test('is opened at the address that a redirect or a script leads to', async () => {
    const host = publish({
      '/go': { status: 302, headers: { location: '/moved.html' }, body: '' },
      '/moved.html': '<script>location.href="/again"</script>',
      '/again': { status: 302, headers: { location: '/deep/list.html' }, body: '' },
      '/deep/list.html': '<body><script src="own.js"></script></body>',
      '/deep/own.js': script('document.body.append(location.pathname)'),
    });
    const result = await render(`http://${host}/go`);
    expect(result).toMatchObject({ kind: 'document', url: `http://${host}/deep/list.html` });
    expect(bodyOf(result)).toContain('/deep/list.html');
  });

  test('may go on to another of the source, not elsewhere', async () => {
    const [inside, outside] = [publish({ '/nb.html': REPORT }), publish({ '/nb.html': REPORT })];
    const host = publish({
      '/in': `<script>location.href="http://${inside}/nb.html"</script>`,
      '/out': `<script>location.href="http://${outside}/nb.html"</script>`,
    });
    const inScope = (name: string) => name === inside;
    expect(await render(`http://${host}/in`, { inScope })).toMatchObject({ url: `http://${inside}/nb.html` });
    expect(told(await render(`http://${host}/out`, { inScope }))).toBe('off_scope');
    expect(linesOf(outside)).toEqual([]);
  });

  test.each([
    ['round and round', 'render_failed', '<script>location.href="/?"+Math.random()</script>'],
    ['for parts without end', 'budget', '<script>setInterval(()=>fetch("/x?"+Math.random()),1)</script>'],
    ['grown too large', 'too_large', '<body><script>document.body.append("x".repeat(2e6))</script>'],
    ['turned into a test for people', 'challenge', '<script>document.write("请完成安全验证")</script>'],
    ['that lacks a part of its host', 'truncated', '<script src="/broken.js"></script>'],
  ])('%s gives %s', async (_, cause, page) => {
    const host = publish(({ path }) =>
      path.endsWith('.js') ? script('1;'.repeat(100)) : path === '/robots.txt' ? undefined : { body: page },
    );
    broken[`${host}/broken.js`] = faults.truncated();
    const result = await render(`http://${host}/`, { maxBytes: 1024 * 1024 });
    expect({ cause: told(result), kept: result.exchanges.length > 0 }).toEqual({ cause, kept: true });
  });

  test('without an end is given up, or stopped with the run', async () => {
    const host = publish({ '/': '<script>for(;;);</script>', '/2': '<script>for(;;);</script>' });
    expect(told(await shared.hasty.fetch({ url: `http://${host}/` }))).toBe('timeout');
    const stop = new AbortController();
    const fetching = render(`http://${host}/2`, { signal: stop.signal });
    while (!linesOf(host).some(({ path }) => path === '/2')) await new Promise((done) => setTimeout(done, 5));
    stop.abort();
    expect(told(await fetching)).toBe('aborted');
  });

  test('obeys robots.txt and the guard in every part, and goes on without what they refuse', async () => {
    const host = publish({
      '/robots.txt': 'User-agent: *\nDisallow: /no/',
      '/': `<body>A<script src="/no/x.js"></script><script src="http://127.0.0.1:8080/y.js"></script>
        <script>document.body.append("B")</script></body>`,
      '/no/x.js': script('document.body.append("C")'),
    });
    const result = await render(`http://${host}/`);
    expect(bodyOf(result)).toMatch(/^<html><head><\/head><body>A.*B<\/body><\/html>$/s);
    expect(linesOf(host).map(({ path }) => path)).toEqual(['/robots.txt', '/']);
  });

  test('has no way out but through the client', async () => {
    let seen = 0;
    const tcp = createServer((socket) => {
      seen += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket('udp4').on('message', () => {
      seen += 1;
    });
    await new Promise<void>((done) => udp.bind(port, '127.0.0.1', done));
    closing({
      close: async () => {
        tcp.close();
        udp.close();
      },
    });
    const out = `127.0.0.1:${port}`;
    const page = `<body><iframe id="f" src="about:blank"></iframe><script>
      const tried = [];
      const attempt = (name, work) => { try { work(); tried.push(name) } catch (e) { tried.push(name + '!') } };
      const rtc = (w) => { const c = new w.RTCPeerConnection({iceServers:[{urls:'stun:${out}'},{urls:'turn:${out}?transport=tcp',username:'a',credential:'b'}]}); c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)) };
      attempt('ws', () => new WebSocket('ws://${out}/'));
      attempt('worker', () => new Worker(URL.createObjectURL(new Blob(["new WebSocket('ws://${out}/');fetch('http://${out}/').catch(()=>0)"]))));
      attempt('rtc', () => rtc(window));
      attempt('rtc in a frame', () => rtc(document.getElementById('f').contentWindow));
      attempt('transport', () => new WebTransport('https://${out}/'));
      attempt('fetch', () => fetch('http://${out}/').catch(() => 0));
      attempt('beacon', () => navigator.sendBeacon('http://${out}/', 'x'));
      attempt('events', () => new EventSource('http://${out}/'));
      attempt('image', () => { new Image().src = 'http://${out}/' });
      attempt('window', () => window.open('http://${out}/'));
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'prerender', 'stylesheet', 'icon', 'manifest'])
        attempt(rel, () => document.head.append(Object.assign(document.createElement('link'), { rel, href: 'http://${out}/' + rel, as: 'script' })));
      const rules = Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: ['http://${out}/p'] }] }) });
      document.head.append(rules);
      attempt('worker script', () => navigator.serviceWorker?.register('/sw.js'));
      document.body.append(tried.join(' '));
    </script></body>`;
    const body = bodyOf(await render(`http://${publish({ '/': page })}/`));
    expect(body).toMatch(/ws worker rtc! rtc in a frame! transport! fetch beacon/);
    expect(seen).toBe(0);
  });
});

test('what is no page is fetched without the browser', async () => {
  const pdf = { body: '%PDF-1.4', headers: { 'content-type': 'application/pdf' } };
  const { client } = await startClient([siteOf(HOST, { '/a.pdf': pdf })]);
  const browser = closing(createBrowserClient(client));
  const result = await browser.fetch({ url: `http://${HOST}/a.pdf` });
  expect(result).toMatchObject({ kind: 'document', body: Buffer.from('%PDF-1.4') });
  expect(result).not.toHaveProperty('rendered');
  expect(told(await browser.fetch({ url: `http://${HOST}/none` }))).toBe('gone');
});

test('without a Chromium the result says so, and what to do', async () => {
  const { client } = await startClient([siteOf(HOST, { '/': SHELL })]);
  const browser = closing(createBrowserClient(client, { env: { GONGKAI_CHROMIUM: '/nowhere/chromium' } }));
  const result = await browser.fetch({ url: `http://${HOST}/` });
  expect(result).toMatchObject({ cause: 'no_browser', transient: false, exchanges: [{ status: 200 }] });
  expect(result.kind === 'failed' && result.detail).toContain('/nowhere/chromium');
});

test('a program that is no Chromium is told as such', async () => {
  const { client } = await startClient([siteOf(HOST, { '/': SHELL })]);
  const browser = closing(createBrowserClient(client, { env: { GONGKAI_CHROMIUM: '/bin/false' } }));
  expect(await browser.fetch({ url: `http://${HOST}/` })).toMatchObject({ cause: 'no_browser' });
});
