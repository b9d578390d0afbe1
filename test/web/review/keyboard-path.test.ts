import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../src/web/app.tsx';
import { type Listening, openPort } from '../../../src/web/serve.ts';
import { query } from '../../store/temp-store.ts';
import { importFiles } from '../evidence/import-files.ts';
import { openTools } from '../open-tools.ts';
import { executablePath } from './serve-findings.ts';

/** With the keyboard alone from a finding into its original and out again (requirement A-27). */

const NAME = 'html-anomaly-several-29.html';
const SOON = { timeout: 60_000 };
const MOST_STOPS = 120;

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  const { tools, close } = openTools();
  let browser: Browser;
  let server: Listening;
  let address: string;
  beforeAll(async () => {
    await importFiles(tools, { [NAME]: readFileSync(`test/fixtures/generated/${NAME}`) });
    server = await openPort(buildApp({ ...tools, now: () => new Date() }), { host: '127.0.0.1', port: 0 });
    const [finding] = query<{ id: number }>(
      tools.writer,
      "SELECT id FROM finding WHERE rule LIKE 'applications.%' ORDER BY id LIMIT 1",
    );
    address = `${server.address}/findings/${finding?.id}?lang=en`;
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    close();
  });

  /** Where the focus is: the tag and what tells it from others. */
  const focus = (page: Page): Promise<string> =>
    page.evaluate(
      '(({ localName, id, className }) => localName + "#" + id + "." + className)(document.activeElement)',
    );

  async function openFinding(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const held = page.waitForResponse((response) => response.url().includes('/hold'));
    await page.goto(address);
    await held;
    await page.frameLocator('.evidence iframe').locator('#lit').waitFor(SOON);
    return page;
  }

  /** Presses a key until the focus is there. Fails when it never comes. */
  async function pressUntil(page: Page, key: string, wanted: (where: string) => boolean): Promise<string> {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await page.keyboard.press(key);
      const where = await focus(page);
      if (wanted(where)) return where;
    }
    throw new Error(`${MOST_STOPS} times ${key} led no way there, last to ${await focus(page)}`);
  }
  const isFrame = (where: string): boolean => where.startsWith('iframe');

  test('Tab leads through the frame and out of it, and Shift+Tab back the same way', async () => {
    const page = await openFinding();
    await pressUntil(page, 'Tab', isFrame);
    const behind = await pressUntil(page, 'Tab', (where) => !isFrame(where));
    expect(behind).not.toContain('body');
    await pressUntil(page, 'Shift+Tab', isFrame);
    const before = await pressUntil(page, 'Shift+Tab', (where) => !isFrame(where));
    expect(before).toContain('a#.skip');
    await page.close();
  });

  test('the link before the frame leads past it', async () => {
    const page = await openFinding();
    await pressUntil(page, 'Tab', (where) => where === 'a#.skip');
    // The first one is that past the head of the page.
    await pressUntil(page, 'Tab', (where) => where === 'a#.skip');
    await page.keyboard.press('Enter');
    await expect.poll(() => focus(page)).toContain('after-evidence');
    await page.keyboard.press('Tab');
    expect(isFrame(await focus(page))).toBe(false);
    await page.close();
  });

  test('one key leads from the finding to its original, and the same key back', async () => {
    const page = await openFinding();
    await page.keyboard.press('e');
    expect(await focus(page)).toContain('section#evidence');
    await pressUntil(page, 'Tab', isFrame);
    await pressUntil(page, 'Shift+Tab', (where) => !isFrame(where));
    await page.keyboard.press('e');
    expect(await page.evaluate('document.activeElement.closest(".verdicts") !== null')).toBe(true);
    await page.close();
  });

  test('what a verdict did is said in a region that was there before', async () => {
    const page = await openFinding();
    expect(await page.locator('#announce').getAttribute('role')).toBe('status');
    expect(await page.locator('#announce').textContent()).toBe('');
    await page.keyboard.press('4');
    await expect.poll(() => page.locator('#announce').textContent(), SOON).toMatch(/^Saved\. \d+ left\.$/);
    await page.close();
  });
});
