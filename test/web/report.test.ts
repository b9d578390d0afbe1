import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labelVariable } from '../../src/forms/words.ts';
import { buildApp } from '../../src/web/app.tsx';
import { type Listening, openPort } from '../../src/web/serve.ts';
import { executablePath } from '../evidence/open-chromium.ts';
import { createRandom } from '../generate/random.ts';
import { importFiles } from './evidence/import-files.ts';
import { openTools } from './open-tools.ts';

/** On a machine that has much else to do. */
const BUSY = { timeout: 400_000 };
const SOON = { timeout: 150_000 };
const FOLDER = join(import.meta.dirname, '../fixtures');
const ANOMALY = 'html-anomaly-several-29.html';
const PDF = 'office-no-borders.pdf';
const read = (name: string): Uint8Array => readFileSync(join(FOLDER, name));
const generated = readdirSync(join(FOLDER, 'generated')).filter((name) => /\.(?:html|txt|xlsx)$/.test(name));
const named = Object.fromEntries(generated.map((name) => [name, read(`generated/${name}`)]));

/** What pages ask other hosts for, put into a sound report. */
const OUTSIDE = [
  '<img src="http://leak.test/a.png"><img srcset="http://leak.test/b.png 2x">',
  '<link rel="stylesheet" href="http://leak.test/c.css"><link rel="icon" href="//leak.test/d.ico">',
  '<style>@import "http://leak.test/e.css"; td { background: url(http://leak.test/f.png) }</style>',
  '<script src="http://leak.test/g.js"></script><script>fetch("http://leak.test/h")</script>',
  '<iframe src="http://leak.test/i"></iframe><iframe srcdoc="<img src=http://leak.test/j>"></iframe>',
  '<video src="http://leak.test/k" poster="http://leak.test/l"></video><audio autoplay src="http://leak.test/m"></audio>',
  '<meta http-equiv="refresh" content="0;url=http://leak.test/n"><base href="http://leak.test/">',
  '<object data="http://leak.test/o"></object><embed src="http://leak.test/p">',
  '<svg><image href="http://leak.test/q"/><use href="http://leak.test/r#s"/></svg>',
  '<table background="http://leak.test/t"><tr><td style="background:url(http://leak.test/u)">1</td></tr></table>',
  '<link rel="preconnect" href="//leak.test"><link rel="dns-prefetch" href="//leak.test"><a ping="http://leak.test/v" href="http://leak.test/w">x</a>',
];
const plain = Buffer.from(read('generated/html-plain-2021-11.html')).toString();
const asking = Object.fromEntries(
  OUTSIDE.map((markup, index) => [
    `asking-${index}.html`,
    Buffer.from(plain.replace(/<body[^>]*>/i, (body) => `${body}${markup}<p>第${index}份</p>`)),
  ]),
);

const { tools, close } = openTools();
const app = buildApp(tools);
const ask = (path: string) =>
  app.request(`http://localhost${path}`, { headers: { 'accept-language': 'en' } });
let reports: Readonly<Record<string, number>> = {};

interface Shown {
  readonly cells: readonly {
    variable: string;
    raw: string | null;
    value: number | null;
    source: object | null;
    findings: number[];
  }[];
}
const dataOf = async (report: number) => (await (await ask(`/reports/${report}.json`)).json()) as Shown;

beforeAll(async () => {
  reports = await importFiles(tools, { ...named, ...asking, [PDF]: read(`pdf/${PDF}`) });
});
afterAll(close);

test(
  'fifty cells drawn by lot: one click leads to the very cell, with its text as printed',
  BUSY,
  async () => {
    const random = createRandom(20260301);
    const names = Object.keys(named).filter((name) => name.endsWith('.html'));
    let seen = 0;
    while (seen < 50) {
      const report = reports[random.pick(names)] ?? 0;
      const { cells } = await dataOf(report);
      const cell = cells.length > 0 ? random.pick(cells) : undefined;
      if (!cell?.source) continue;
      const page = load(await (await ask(`/reports/${report}`)).text());
      const link = page(`a[data-cell="${cell.variable}"]`).attr('href') ?? '';
      const chosen = load(await (await ask(link.replace(/#.*/, ''))).text());
      const frame = chosen('iframe').attr('src') ?? '';
      expect(frame).toBe(`/reports/${report}/evidence?cell=${cell.variable}#lit`);
      const lit = load(await (await ask(frame.replace(/#.*/, ''))).text())('#lit').text();
      expect(lit.replace(/\s/g, ''), cell.variable).toBe((cell.raw ?? '').replace(/\s/g, ''));
      seen++;
    }
  },
);

test('a number shows its status, its findings, when it was archived, its hash, its address and its copy', async () => {
  const report = reports[ANOMALY] ?? 0;
  const { cells } = await dataOf(report);
  const doubted = cells.find(({ findings }) => findings.length > 0);
  const page = load(await (await ask(`/reports/${report}?cell=${doubted?.variable}`)).text());
  const text = page('main').text();
  expect(page('.card h2').text()).toBe(labelVariable(doubted?.variable ?? '', 'en'));
  expect(page('.card .finding').length).toBe(doubted?.findings.length);
  expect(text).toContain('2022-01-20 08:00:00');
  expect(text).toMatch(/SHA-256\s*[0-9a-f]{64}/);
  expect(text).toContain(ANOMALY);
  expect(page(`a[href="/reports/${report}/original"]`)).toHaveLength(1);
});

test('a printed number stays as it is printed, and what is deduced or corrected stands beside it', async () => {
  const report = reports['html-plain-2021-11.html'] ?? 0;
  const variable = 'applications.received_new.total';
  const { cells } = await dataOf(report);
  const before = cells.find((cell) => cell.variable === variable);
  const sql = `INSERT INTO correction (report, variable, value, reason, author, decided_at)
    SELECT ?, id, 4242, 'misprint', 'reviewer', '2026-01-01' FROM variable WHERE name = ?`;
  tools.writer.sqlite.prepare(sql).run(report, variable);
  const page = load(await (await ask(`/reports/${report}?cell=${variable}`)).text());
  const link = page(`td a[data-cell="${variable}"]`);
  expect(link.find('.printed').text()).toBe(before?.raw);
  expect(link.find('.corrected').text()).toBe('corrected 4242');
  expect(page('.card').text()).toContain('misprint');
  tools.writer.sqlite.prepare('DELETE FROM correction WHERE report = ?').run(report);
});

test('the rows of the page as CSV are its cells', async () => {
  const report = reports['html-plain-2021-11.html'] ?? 0;
  const lines = (await (await ask(`/reports/${report}.csv`)).text()).trim().split('\n');
  expect(lines[0]).toBe(
    'variable,status,printed,reported,imputed,corrected,value,year_before,findings,place',
  );
  expect(lines.length - 1).toBe((await dataOf(report)).cells.length);
});

test('cells of a finding are lit in the table and in the original', async () => {
  const report = reports[ANOMALY] ?? 0;
  const { findings } = (await (await ask(`/reports/${report}.json`)).json()) as {
    findings: { id: number; variables: string[] }[];
  };
  const [finding] = findings.filter(({ variables }) => variables.length > 3);
  const page = load(await (await ask(`/reports/${report}?finding=${finding?.id}`)).text());
  expect(page('td[data-lit="beside"]').length).toBe(finding?.variables.length);
  const frame = load(await (await ask(`/reports/${report}/evidence?finding=${finding?.id}`)).text());
  expect(frame('[data-evidence="chosen"], [data-evidence="beside"]').length).toBe(finding?.variables.length);
});

test('there is no page of a report that is not there, nor of a name that is no number', async () => {
  for (const path of ['/reports/99999', '/reports/99999/evidence', '/reports/0', '/reports/1e3/evidence'])
    expect((await ask(path)).status, path).toBe(404);
  expect((await ask(`/reports/${reports[ANOMALY]}/evidence?zoom=3000`)).status).toBe(400);
});

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let server: Listening;
  beforeAll(async () => {
    server = await openPort(app, { host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('the originals of forty and more reports ask no other host for anything', {
    timeout: 400_000,
  }, async () => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    context.setDefaultTimeout(SOON.timeout);
    const tab = await context.newPage();
    const outside: string[] = [];
    const frames = new Set<string>();
    context.on('request', (request) => {
      if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(`${server.address}/`))
        outside.push(request.url());
    });
    for (const report of Object.values(reports)) {
      await tab.goto(`${server.address}/reports/${report}/evidence`, { waitUntil: 'load' });
      frames.add(tab.url());
    }
    // In the frame of the page as well.
    for (const name of [ANOMALY, 'asking-0.html', PDF]) {
      await tab.goto(`${server.address}/reports/${reports[name]}`, { waitUntil: 'load' });
      expect(tab.frames()).toHaveLength(2);
    }
    await context.close();
    expect(frames.size).toBeGreaterThanOrEqual(40);
    expect(outside).toEqual([]);
  });

  /** Text of the lit cell in the frame, once it is there. */
  const litText = async (tab: Page): Promise<string | null> =>
    tab.frameLocator('iframe').locator('#lit').textContent();

  test.each([true, false])(
    'a chosen cell is lit in both, with JavaScript %s',
    BUSY,
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1400, height: 900 } });
      context.setDefaultTimeout(SOON.timeout);
      const tab = await context.newPage();
      const refused: string[] = [];
      tab.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await tab.goto(`${server.address}/reports/${reports['html-plain-2021-11.html']}`);
      const loads: string[] = [];
      tab.on('framenavigated', (frame) => frame === tab.mainFrame() && loads.push(frame.url()));
      const variable = 'applications.granted.total';
      const link = tab.locator(`td.number a[data-cell="${variable}"]`);
      const printed = await link.locator('.printed').textContent();
      await link.focus();
      await tab.keyboard.press('Enter');
      await tab.locator(`td[data-lit="chosen"] a[data-cell="${variable}"]`).waitFor();
      expect((await litText(tab))?.trim()).toBe(printed);
      expect(tab.url()).toContain(`cell=${variable}`);
      if (javaScriptEnabled) {
        // The focus stays on the number, and the way back leads back.
        expect(await tab.evaluate("document.activeElement?.getAttribute('data-cell')")).toBe(variable);
        await tab.goBack();
        await tab.locator('td[data-lit="chosen"]').waitFor({ state: 'detached' });
      }
      expect(refused).toEqual([]);
      await context.close();
    },
  );

  // The frame is a process of its own, and now and then looked for its cell before it knew how large it was.
  test('whenever a report is opened at a cell, the cell is in view', BUSY, async () => {
    const variable = 'applications.carried_out.total';
    for (const name of Array<string>(6).fill('text-l5-2019-36.txt')) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      const tab = await context.newPage();
      await tab.goto(`${server.address}/reports/${reports[name]}?cell=${variable}`);
      const top = async (): Promise<number> => {
        const lit = await tab.frameLocator('iframe').locator('#lit').boundingBox();
        const frame = await tab.locator('iframe').boundingBox();
        return ((lit?.y ?? Number.NaN) - (frame?.y ?? 0)) / (frame?.height ?? 0);
      };
      await expect.poll(top, SOON).toBeGreaterThan(0);
      expect(await top()).toBeLessThan(0.9);
      expect(await tab.evaluate('history.length')).toBe(2);
      await context.close();
    }
  });

  test('a page of a PDF can be turned, enlarged and left for the next', BUSY, async () => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    context.setDefaultTimeout(SOON.timeout);
    const tab = await context.newPage();
    await tab.goto(`${server.address}/reports/${reports[PDF]}?cell=applications.granted.total`);
    const sheet = tab.frameLocator('iframe').locator('.sheet');
    const upright = await sheet.boundingBox();
    await tab.getByRole('link', { name: '200%' }).click();
    await expect
      .poll(async () => ((await sheet.boundingBox())?.width ?? 0) > 1.8 * (upright?.width ?? 0), SOON)
      .toBe(true);
    await tab.getByRole('link', { name: '100%' }).click();
    await tab.locator('.evidence a', { hasText: '↻' }).click();
    await expect
      .poll(async () => {
        const box = await sheet.boundingBox();
        return (box?.width ?? 0) > (box?.height ?? 1);
      }, SOON)
      .toBe(true);
    await tab.locator('.evidence a[rel="next"]').click();
    await expect.poll(() => tab.url(), SOON).toMatch(/page=\d/);
    await context.close();
  });
});
