import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../src/web/app.tsx';
import { type Listening, openPort } from '../../../src/web/serve.ts';
import { query } from '../../store/temp-store.ts';
import { importFiles } from '../evidence/import-files.ts';
import { openTools } from '../open-tools.ts';
import { executablePath } from './serve-findings.ts';

/** Steps of docs/accessibility.md that a program can walk; each test names its own. */

const FIXTURES = ['html-anomaly-several-29.html', 'text-l3-blanks-lost-35.txt'];
const RECEIVED = 'applications.received_new.total';
const SOON = { timeout: 30_000 };
/** Spacing of WCAG 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';
/** What is wider than the window, and what is cut off within it. */
const CUT_OFF = `[
  ...(document.documentElement.scrollWidth > innerWidth ? ['wide ' + document.documentElement.scrollWidth] : []),
  ...[...document.querySelectorAll('main *')]
    .filter((one) => one.clientWidth > 1 && !one.closest('svg, iframe, .out-of-sight, .unseen'))
    .filter((one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 100)),
]`;

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  const { tools, close } = openTools();
  let browser: Browser;
  let server: Listening;
  /** A sum that fails and has suggestions, a row of numbers whose cells are lost, and the reports of both. */
  let paths: Readonly<Record<'sum' | 'lost' | 'report' | 'correction', string>>;

  beforeAll(async () => {
    const bytes = FIXTURES.map((name) => [name, readFileSync(`test/fixtures/generated/${name}`)]);
    const reports = await importFiles(tools, Object.fromEntries(bytes));
    server = await openPort(buildApp({ ...tools, now: () => new Date() }), { host: '127.0.0.1', port: 0 });
    const findingOf = (rule: string) =>
      query<{ id: number }>(tools.writer, 'SELECT id FROM finding WHERE rule = ? ORDER BY id', rule)[0]?.id;
    const report = `/reports/${reports[FIXTURES[0] ?? '']}`;
    paths = {
      ...{ sum: `/findings/${findingOf('applications.row_total')}`, report },
      lost: `/findings/${findingOf('cell.ambiguous')}`,
      correction: `${report}/correction?variable=${RECEIVED}`,
    };
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    close();
  });

  const launch = (...args: string[]) =>
    chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', ...args] });
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
    await page.goto(server.address + path);
    return page;
  }
  const styleOf = (page: Page, selector: string, name: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${name}`);
  const focused = (page: Page): Promise<string> =>
    page.evaluate(
      'document.activeElement.getAttribute("data-cell") ?? document.activeElement.textContent.trim()',
    );

  test('1.9: a number that is chosen keeps the focus, and one key leads to what is said of it and back', async () => {
    const page = await open(paths.report);
    await page.focus(`[data-cell="${RECEIVED}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`[data-lit="chosen"] [data-cell="${RECEIVED}"]`);
    expect(await focused(page)).toBe(RECEIVED);
    await page.keyboard.press('e');
    expect(await focused(page)).toContain('1. Received this year · total');
    await page.keyboard.press('e');
    expect(await focused(page)).toBe(RECEIVED);
    await page.close();
  });

  test('1.4: what was pressed around the original keeps the focus when it is shown anew', async () => {
    const page = await open(paths.sum);
    await page.focus('.evidence header a:has-text("200%")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.evidence header a[aria-current]:has-text("200%")');
    await expect.poll(() => focused(page), SOON).toBe('200%');
    await page.close();
  });

  test('2.2, 2.6, 2.7: headings give the outline of a finding; what is told later has a place that was there', async () => {
    const page = await open(paths.sum);
    expect(await page.title()).toMatch(/^applicants should add up to the total · .+ · 湖州市 2025/);
    const headings = await page.getByRole('heading').allTextContents();
    expect(headings.slice(1)).toEqual([
      ...['The arithmetic', 'Cells involved', 'What would mend it', 'Your verdict'],
      ...['The rule', 'History', 'Original', 'Keys', 'Reason'].filter((name) => headings.includes(name)),
    ]);
    await page.goto(server.address + paths.report);
    const region = await page.$('.chosen[aria-live="polite"]');
    await page.click(`[data-cell="${RECEIVED}"]`);
    await expect.poll(() => region?.textContent(), SOON).toContain('1. Received this year · total');
    await page.goto(server.address + paths.correction);
    const said = await page.$('#effect-said[role="status"]');
    await page.fill('form[data-try] input[name=value]', '3');
    await expect.poll(() => said?.textContent(), SOON).toMatch(/^\d+ mended, \d+ broken, \d+ still there$/);
    await page.close();
  });

  test('3.2: letters twice as large make everything larger, cut nothing off, and cover nothing', async () => {
    const large = await launch('--blink-settings=defaultFontSize=32');
    const page = await large.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en' });
    for (const path of [paths.sum, '/findings']) {
      await page.goto(server.address + path);
      expect(await styleOf(page, 'body', 'fontSize')).toBe('30px');
      expect(await page.evaluate(CUT_OFF), path).toEqual([]);
    }
    await page.goto(server.address + paths.sum);
    expect(await styleOf(page, '.verdict', 'position')).toBe('static');
    await large.close();
  });

  test.each([
    ['3.1', 'a window of 320 pixels', 320, ''],
    ['3.3', 'wider spacing in a window of 320 pixels', 320, SPACING],
    ['5.2', 'a sheet of paper', 794, 'print'],
  ])('%s: %s cuts nothing off', async (_, __, width, style) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'en', bypassCSP: true });
    if (style === 'print') await page.emulateMedia({ media: 'print' });
    for (const path of ['/findings?status=all', '/reports', ...Object.values(paths)]) {
      await page.goto(server.address + path);
      if (style === SPACING) await page.addStyleTag({ content: style });
      expect(await page.evaluate(CUT_OFF), path).toEqual([]);
    }
    await page.close();
  });

  test('3.4: in forced colours the finding that keys decide is told by its outline', async () => {
    const page = await open('/findings', { forcedColors: 'active' });
    await page.waitForSelector('tr[data-marked]');
    expect(await styleOf(page, 'tr[data-marked]', 'outlineStyle')).toBe('solid');
    await page.close();
  });

  test('3.6: with reduced motion nothing moves by itself', async () => {
    const page = await open(paths.sum, { reducedMotion: 'reduce' });
    await page.keyboard.press('u');
    await page.waitForSelector('#announce.fresh');
    const eased = `document.getAnimations().filter((one) => !one.effect.getTiming().easing.startsWith('steps')
      && !getComputedStyle(one.effect.target).animationTimingFunction.startsWith('steps')).length`;
    expect(await page.evaluate(eased)).toBe(0);
    await page.close();
  });

  test('4.4, 5.2: buttons are called what stands on them, and nothing that is pressed is printed', async () => {
    const page = await open(paths.sum);
    for (const name of ["publisher's error", "our reader's error", 'not an error', 'unsure'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(1);
    await page.emulateMedia({ media: 'print' });
    for (const path of [paths.sum, paths.report]) {
      await page.goto(server.address + path);
      for (const shown of ['button', '.ways', '.chips', '.bottom', '.hint', '.reading .evidence'])
        expect(await page.locator(shown).filter({ visible: true }).count(), `${path} ${shown}`).toBe(0);
    }
    expect(await page.locator('.legend li').first().isVisible()).toBe(true);
    await page.close();
  });
});
