import { readdirSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo, createServer, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isShown } from '../../src/evidence/evidence.ts';
import { framePage } from '../../src/evidence/frame-page.ts';
import { makeBody } from '../../src/evidence/make-body.ts';
import { EVIDENCE_HEADERS } from '../../src/web/evidence/evidence-headers.ts';
import { SECURITY_HEADERS } from '../../src/web/security/headers.ts';
import { executablePath } from './open-chromium.ts';
import { LEAK, PAYLOADS, type Payload } from './payloads.ts';

/** Frames on one page; each is a page of its own. */
const TOGETHER = 60;
/** What a script, a refresh or an animation needs to show itself. */
const SETTLE_MS = 250;
/** What the other host heard of a connection over which nothing was asked. */
const BARE_CONNECTION = 'a connection without a request';
const PATIENT = { timeout: 20_000 };
const ASK_MS = 30_000;
/** On a machine that has much else to do. */
const LONG = { timeout: 400_000 };

const VIEW = { places: [], page: null, zoom: 100, turn: 0, lang: 'zh' } as const;

async function copyOf({ bytes, name }: Payload): Promise<string> {
  const made = await makeBody(bytes, { ...VIEW, places: [] });
  if (!isShown(made)) throw new Error(`${name}: ${made.fault}`);
  return framePage(made, VIEW);
}

test('there are at least 300 payloads, none twice', () => {
  const contents = new Set(PAYLOADS.map(({ bytes }) => Buffer.from(bytes).toString('latin1')));
  expect(contents.size).toBe(PAYLOADS.length);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
});

test('no copy holds an address, a handler, a style sheet or a light of the page itself', async () => {
  for (const payload of PAYLOADS) {
    const copy = (await copyOf(payload))
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/^[\s\S]*?<main/, '<main')
      .replace('<p class="note">', '<p>');
    const tags = copy.match(/<[a-z][^>]*>/gi)?.join('\n') ?? '';
    expect(tags, payload.name).not.toMatch(
      /\s(?:on\w+|href|srcset|action|formaction|background|srcdoc|ping|target|class|name)=/i,
    );
    expect(tags, payload.name).not.toMatch(
      /<(?:script|style|svg|math|iframe|object|embed|link|meta|base|form|template|input)\b/i,
    );
    expect(tags, payload.name).not.toMatch(/url\(|chosen|id="/i);
    expect(
      tags.replace(/src="data:image\/(?:png|jpeg|gif|bmp|webp);base64,[^"]*"/g, ''),
      payload.name,
    ).not.toMatch(/\ssrc=/i);
  }
});

test('no frame of ours is let run scripts or be of our origin', () => {
  // Markup is written in .tsx alone.
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const frames = files.flatMap(
    (name) => readFileSync(join('src', name), 'utf8').match(/<iframe\b[^>]*\/?>/g) ?? [],
  );
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) expect(frame).toContain('sandbox=""');
});

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let server: Server;
  let leak: NetServer;
  let origin = '';
  const leaked: string[] = [];
  const copies = new Map<string, string>();

  beforeAll(async () => {
    for (const payload of PAYLOADS) copies.set(payload.name, await copyOf(payload));
    // A connection is told of when it comes, not when it ends: one that a browser opened to spare ends much later,
    // while another test watches. A connection closed before its request has come may never bring it.
    leak = createServer((socket) => {
      const at = leaked.push(BARE_CONNECTION) - 1;
      socket.once('data', (data) => {
        leaked[at] = data.toString('latin1').split('\r\n', 1)[0] ?? '';
        socket.end();
      });
      socket.on('error', () => undefined);
    });
    server = createHttpServer(({ url = '' }, response) => {
      const [, layer = '', number = ''] = /^\/(host|copy|raw)\/(\d+)/.exec(url) ?? [];
      const payload = PAYLOADS[Number(number)];
      if (layer === 'host') {
        // As the app frames it, but without the sandbox of the frame: each layer is to hold alone.
        const [first = 0, kind = 'copy'] = [Number(number), url.split('?')[1]];
        const frames = PAYLOADS.slice(first, first + TOGETHER).map(
          (_, at) => `<iframe src="/${kind}/${first + at}"></iframe>`,
        );
        response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
        response.end(`<!doctype html><title>host</title>${frames.join('')}`);
      } else if (payload && layer === 'copy') {
        // The sanitiser alone.
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(copies.get(payload.name));
      } else if (payload) {
        // The headers alone; without a charset, so that what the page declares is believed.
        response.writeHead(200, { ...EVIDENCE_HEADERS, 'Content-Type': 'text/html' });
        response.end(payload.bytes);
      } else response.writeHead(404).end();
    });
    const ports = await Promise.all(
      [leak, server].map(async (one) => {
        await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
        return (one.address() as AddressInfo).port;
      }),
    );
    origin = `http://127.0.0.1:${ports[1]}`;
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        `--host-resolver-rules=MAP *.test 127.0.0.1:${ports[0]}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    leak?.close();
  });

  /**
   * Everything that a page did which it must not do. What left the origin is what the other host heard: the browser
   * tells of requests too that a policy stopped.
   */
  async function watch(context: BrowserContext, open: string): Promise<string[]> {
    const seen: string[] = [];
    const from = leaked.length;
    const tab = await context.newPage();
    tab.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (other) => other !== tab && seen.push(`window ${other.url()}`));
    await tab.goto(`${origin}${open}`, { waitUntil: 'load', timeout: 120_000 });
    const ask = async () => seen.push(...(await Promise.all(tab.frames().map(ownedBy))).flat());
    // Asked before anything is pressed too: a press may lead a frame away from the page in which a script ran.
    await ask();
    if (open.startsWith('/host')) await Promise.all(tab.frames().map(clickIn));
    await tab.waitForTimeout(SETTLE_MS);
    if (tab.url() !== `${origin}${open}`) seen.push(`top is at ${tab.url()}`);
    await ask();
    await tab.close();
    return [...seen, ...leaked.slice(from).map((line) => `left the origin: ${line}`)];
  }

  /** What waits for a reader to press it is pressed. */
  async function clickIn(frame: Frame): Promise<void> {
    const number = /\/raw\/(\d+)$/.exec(frame.url())?.[1];
    if (number === undefined || !Buffer.from(PAYLOADS[Number(number)]!.bytes).includes('id=k')) return;
    await frame
      .locator('#k')
      .first()
      .click({ timeout: 1000, force: true, noWaitAfter: true })
      .catch(() => undefined);
  }

  /** Whether a script ran in a frame. Frames that were refused, or were just led away, have no page to ask. */
  async function ownedBy(frame: Frame): Promise<string[]> {
    if (frame.url() === '') return [];
    const asked = frame.evaluate("document.documentElement?.hasAttribute('data-owned')");
    const late = new Promise((done) => setTimeout(done, ASK_MS, 'asked in vain'));
    const owned = await Promise.race([asked.catch(String), late]);
    if (/context was destroyed/.test(String(owned))) return [];
    return owned === false ? [] : [`${frame.url()}: ${owned === true ? 'a script ran' : owned}`];
  }

  const starts = Array.from(
    { length: Math.ceil(PAYLOADS.length / TOGETHER) },
    (_, index) => index * TOGETHER,
  );

  async function watchAll(kind: 'copy' | 'raw'): Promise<string[]> {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'session', value: 'secret', url: origin }]);
    const seen: string[] = [];
    for (const start of starts) seen.push(...(await watch(context, `/host/${start}?${kind}`)));
    await context.close();
    return seen;
  }

  test('the watch itself sees a script, a dialog and a request that leaves', LONG, async () => {
    const context = await browser.newContext();
    const bare = await context.newPage();
    const from = leaked.length;
    const dialogs: string[] = [];
    bare.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await bare.setContent(Buffer.from(PAYLOADS[0]!.bytes).toString());
    // However busy the machine is: this one waits for what has to come.
    await expect.poll(() => dialogs, PATIENT).toEqual(['1']);
    expect(await bare.evaluate("document.documentElement.hasAttribute('data-owned')")).toBe(true);
    await bare.setContent(`<img src="http://${LEAK}/seen">`);
    await expect.poll(() => leaked.slice(from).join(), PATIENT).toContain('/seen');
    await context.close();
  });

  test('the sanitiser alone: nothing runs, nothing leaves, nothing leads away', LONG, async () => {
    expect(await watchAll('copy')).toEqual([]);
  });

  /**
   * A link that is pressed lets Chromium connect to where it leads, before the policy stops it: nothing is asked over that
   * connection. Where nothing is pressed there is none, and the sanitiser leaves no link.
   */
  const isOfPress = (line: string) => line.endsWith(BARE_CONNECTION);

  test('the headers alone: nothing runs, nothing is asked, nothing leads away', LONG, async () => {
    const seen = await watchAll('raw');
    expect(seen.filter((line) => !isOfPress(line))).toEqual([]);
  });

  test('the headers alone, opened by their own address', LONG, async () => {
    const context = await browser.newContext();
    const seen: string[] = [];
    const step = process.env['GONGKAI_LONG'] === '1' ? 1 : 13;
    for (let at = 0; at < PAYLOADS.length; at += step) seen.push(...(await watch(context, `/raw/${at}`)));
    await context.close();
    expect(seen).toEqual([]);
  });
});
