import { scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDatabase } from '../../bench/web/make-database.ts';
import { findChromium } from '../../scrapers/find-chromium.ts';
import { finishRun, startRun } from '../../src/store/crawl/runs.ts';
import { addAccount } from '../../src/store/people/accounts.ts';
import { shortenAddress } from '../../src/store/short-addresses.ts';
import type { Store } from '../../src/store/store.ts';
import { buildApp } from '../../src/web/app.tsx';
import { loadAssets } from '../../src/web/assets.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { type Listening, openPort } from '../../src/web/serve.ts';
import { makeRunReport } from '../runs/made-report.ts';
import { openTools } from './open-tools.ts';
import { type Samples, samplePaths } from './sample-paths.ts';

/** Every page in real Chromium: what axe finds, what does not fit, what the browser refuses, what scripts weigh. */

const PASSWORD = 'a good password';
const LIMIT_BYTES = 200 * 1024;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const executablePath = findChromium(process.env);
/** Skipped where there is no Chromium. */
const inChromium = test.skipIf(executablePath === null);

/** Pages that say why there is nothing: they are pages too. */
const REFUSED = ['/nowhere', '/findings?status=none'];

let browser: Browser;
let server: Listening;
let close: () => void;
let pages: readonly string[];

beforeAll(async () => {
  if (executablePath === null) return;
  const opened = openTools({ fill: (file) => makeDatabase(file, { reports: 120 }) });
  close = opened.close;
  const { writer } = opened.tools;
  addRun(writer);
  pages = [...samplePaths(ROUTES, samplesOf(writer)), ...REFUSED, '/?lang=en'];
  const hash = scryptSync(PASSWORD, Buffer.from('AAAA', 'base64url'), 32, { N: 16 }).toString('base64url');
  const password = `scrypt$16$8$1$AAAA$${hash}`;
  addAccount(writer, { name: 'wang', role: 'admin', password, createdAt: '2026-01-01T00:00:00Z' });
  server = await openPort(buildApp({ ...opened.tools, now: () => new Date() }), {
    host: '127.0.0.1',
    port: 0,
  });
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  close?.();
});

/** The first report and what is known of it. */
function samplesOf(store: Store): Samples {
  const row = store.sqlite.prepare('SELECT division, series FROM report WHERE id = 1').get();
  const { division, series } = row as { division: string; series: string };
  const [, key = ''] = series.split('|');
  return {
    ...{ ':id': '1', ':code': division, ':agency': encodeURIComponent(key) },
    '/short/:id': `/short/${shortenAddress(store, '/reports?sort=failed')}`,
    ...{ ':name': 'applications.received_new.total', '/rules/:id': '/rules/applications.balance' },
  };
}

function addRun(store: Store): void {
  const report = makeRunReport();
  const { startedAt, finishedAt, exitCode, parserVersion } = report;
  const { id } = startRun(store, { command: 'run', startedAt, parserVersion, holder: 'test' });
  finishRun(store, id, { finishedAt, exitCode, counts: {}, report });
}

/** A window in which the administrator is logged in, and all that goes wrong in it. */
async function openWindow(options: BrowserContextOptions) {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load'))
      wrong.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !REFUSED.some((path) => response.url().endsWith(path)))
      wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('data:'))
      wrong.push(request.url());
  });
  await page.goto(`${server.address}/login`);
  await page.fill('input[name=name]', 'wang');
  await page.fill('input[name=password]', PASSWORD);
  await page.click('article.login button');
  return { page, wrong, context };
}

async function violations(page: Page): Promise<string[]> {
  // Told are only the elements at fault: a page has thousands of others.
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('iframe')
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`,
      ),
  );
}

/** Each width, zoom and theme once over all pages; every pair of them with GONGKAI_LONG=1. At 200 % a window of 1280 pixels is 640 wide. */
const LOOKS = [
  [1280, 100, 'light'],
  [320, 100, 'dark'],
  [640, 200, 'dark'],
  ...(process.env['GONGKAI_LONG']
    ? ([
        [1280, 100, 'dark'],
        [320, 100, 'light'],
        [640, 200, 'light'],
      ] as const)
    : []),
] as const;

inChromium.each(LOOKS)(
  'at %i px, zoomed to %i, in %s every page is without axe violations, and fits',
  async (width, zoom, colorScheme) => {
    const viewport = { width, height: Math.round(800 / (zoom / 100)) };
    const look = { viewport, deviceScaleFactor: zoom / 100, colorScheme };
    const { page, wrong, context } = await openWindow(look);
    const found: Record<string, string[]> = {};
    for (const path of pages) {
      await page.goto(server.address + path);
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      const wide = Number(over) > 0 ? [`wider than the window by ${over} px`] : [];
      const all = [...(await violations(page)), ...wide];
      if (all.length > 0) found[path] = all;
    }
    expect(found).toEqual({});
    expect(wrong).toEqual([]);
    await context.close();
  },
  900_000,
);

inChromium('the login page is without axe violations in both themes', async () => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${server.address}/people`);
    expect(await page.title()).toBe('登录 · 公开');
    expect(await violations(page)).toEqual([]);
  }
  await page.close();
});

inChromium(
  'without JavaScript pages have their tables and links, and the choice of language and look works',
  async () => {
    const { page, context } = await openWindow({ javaScriptEnabled: false });
    await page.goto(`${server.address}/`);
    expect(await page.locator('table.strip td a').count()).toBeGreaterThan(20);
    expect(await page.locator('.top nav a').count()).toBeGreaterThan(1);
    await page.selectOption('select[name=lang]', 'en');
    await page.selectOption('select[name=theme]', 'dark');
    await page.click('.preferences button');
    const root = page.locator('html');
    expect([await root.getAttribute('lang'), await root.getAttribute('data-theme')]).toEqual(['en', 'dark']);
    await context.close();
  },
);

inChromium(
  'with the keyboard alone the first stop is the way past the head, and every later one can be seen',
  async () => {
    const { page, context } = await openWindow({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.address}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    const unseen: string[] = [];
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab');
      unseen.push(
        ...(await page.evaluate<string[]>(
          `(({ outlineStyle, outlineWidth }) => outlineStyle === 'none' || outlineWidth === '0px' ? [document.activeElement.outerHTML] : [])(getComputedStyle(document.activeElement))`,
        )),
      );
    }
    expect(unseen).toEqual([]);
    await context.close();
  },
);

/** What a page shows and where it leads to, without what only JavaScript can do. */
const SHOWN = `({
  title: document.querySelector('main h1')?.textContent ?? document.title,
  rows: document.querySelectorAll('main table tr').length,
  links: [...document.querySelectorAll('main a[href], main area[href]')].map(({ href }) => href),
})`;
interface Shown {
  readonly title: string;
  readonly rows: number;
  readonly links: readonly string[];
}

inChromium(
  'without JavaScript every page has the same tables and links as with it, and the links lead somewhere',
  async () => {
    const looks = await Promise.all([openWindow({}), openWindow({ javaScriptEnabled: false })]);
    const [withScripts, without] = looks.map(({ page }) => page) as [Page, Page];
    const links = new Set<string>();
    for (const path of pages) {
      const shown: Shown[] = [];
      for (const page of [withScripts, without]) {
        await page.goto(server.address + path);
        shown.push(await page.evaluate<Shown>(SHOWN));
      }
      expect(shown[1], path).toEqual(shown[0]);
      const own = shown[1]?.links.filter((link) => link.startsWith(server.address)) ?? [];
      for (const link of own.slice(0, 6)) links.add(link.replace(/#.*/, ''));
    }
    expect(links.size).toBeGreaterThan(50);
    const broken: string[] = [];
    for (const link of links) {
      const response = await without.request.get(link);
      // An original that no archive has is said to be missing.
      if (!response.ok() && !link.includes('/original')) broken.push(`${response.status()} ${link}`);
    }
    expect(broken).toEqual([]);
    for (const { context } of looks) await context.close();
  },
  600_000,
);

test('all modules together weigh less than 200 KB, compressed', () => {
  const modules = [...loadAssets('.').files].filter(([path]) => path.startsWith('/modules/'));
  const bytes = modules.reduce((sum, [, asset]) => sum + gzipSync(asset.bytes).length, 0);
  expect(modules.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(LIMIT_BYTES);
});

test('no page holds a script or a style of its own: the policy would refuse it', () => {
  const sources = readFileSync('src/web/parts/layout.tsx', 'utf8');
  expect(sources).not.toMatch(/<style|dangerouslySetInnerHTML|style=/);
});
