import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { VERDICTS } from '../../../src/review/status.ts';
import type { Store } from '../../../src/store/store.ts';
import { query } from '../../store/temp-store.ts';
import { executablePath, launch, loadMade, serveFindings } from './serve-findings.ts';

// A browser or a process on a machine that is busy with other tests.
const PATIENT = { timeout: 30_000 };
vi.setConfig({ testTimeout: 300_000 });

/** The page of a finding is there, and the next one is at hand. */
async function open(page: Page, href: string): Promise<void> {
  const held = page.waitForResponse((response) => response.url().includes('/hold'));
  await page.goto(href);
  await held;
}
const findingOn = (page: Page) => page.locator('.bench').getAttribute('data-finding');
const decided = (store: Store) =>
  query<{ finding_id: number; verdict: string }>(
    store,
    'SELECT finding_id, verdict FROM decisions WHERE active = 1 ORDER BY decision_id',
  );

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('twenty findings are decided with twenty keys, and undone after the page is loaded anew', async () => {
    const { address, store } = await serveFindings(21);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1`);
    const given: { finding_id: number; verdict: string }[] = [];
    for (let count = 0; count < 20; count++) {
      const id = await findingOn(page);
      const key = (count % 4) + 1;
      await page.keyboard.press(String(key));
      await page.waitForSelector(`.bench:not([data-finding="${id}"])`);
      given.push({ finding_id: Number(id), verdict: VERDICTS[key - 1] ?? '' });
    }
    expect(decided(store)).toEqual(given);
    expect(new Set(given.map(({ finding_id }) => finding_id)).size).toBe(20);
    expect(await page.locator('#announce').textContent()).toContain('1');
    // The page was fetched ahead, when there were two.
    expect(await page.locator('[data-found]').textContent()).toMatch(/^1\s/);

    await page.reload();
    for (const { finding_id } of given.slice(-2).reverse()) {
      await page.keyboard.press('u');
      await page.waitForSelector(`.bench[data-finding="${finding_id}"]`);
    }
    expect(decided(store)).toEqual(given.slice(0, -2));
    await page.keyboard.press('Shift+U');
    await expect.poll(() => decided(store).length, PATIENT).toBe(19);
    expect(query(store, 'SELECT count(*) AS n FROM review_event')).toEqual([{ n: 23 }]);
    await page.close();
  });

  test('a verdict with a reason takes two keys, one with a note its key, the text and Ctrl+Enter', async () => {
    const { address, store } = await serveFindings(3);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1`);
    await page.keyboard.press('r');
    await page.keyboard.press('h');
    await page.waitForSelector('.bench[data-finding="2"]');
    await page.keyboard.press('s');
    await page.keyboard.type('第 1 行 and 4 more');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.bench[data-finding="3"]');
    expect(query(store, 'SELECT verdict, reason, note FROM decisions')).toEqual([
      { verdict: 'parser_error', reason: 'misread_number', note: null },
      { verdict: 'parser_error', reason: null, note: '第 1 行 and 4 more' },
    ]);
    await page.close();
  });

  test('keys are inert while a word is composed, in text, with Ctrl, and when they are switched off', async () => {
    const { address, store } = await serveFindings(3);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1`);
    await page.keyboard.press('n');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'shu', selectionStart: 3, selectionEnd: 3 });
    await page.keyboard.press('1');
    await session.send('Input.insertText', { text: '数' });
    await page.keyboard.type('1234');
    expect(await page.locator('textarea').inputValue()).toContain('1234');
    await page.keyboard.press('Escape');
    for (const how of ['isComposing: true', 'keyCode: 229', 'ctrlKey: true'])
      await page.evaluate(
        `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, ${how} }))`,
      );
    expect(decided(store)).toEqual([]);

    await page.goto(`${address}/keys`);
    await page.focus('#key-publisher_error');
    await page.keyboard.press('z');
    await page.goto(`${address}/findings/1`);
    expect(await page.locator('.verdicts kbd').first().textContent()).toBe('z');
    await page.keyboard.press('1');
    await page.keyboard.press('z');
    await page.waitForSelector('.bench[data-finding="2"]');
    expect(decided(store)).toEqual([{ finding_id: 1, verdict: 'publisher_error' }]);

    await page.goto(`${address}/keys`);
    await page.uncheck('input[name=on]');
    await open(page, `${address}/findings/2`);
    await page.keyboard.press('z');
    await page.click('.verdict-unsure');
    await page.waitForSelector('.bench[data-finding="3"]');
    expect(decided(store).at(-1)).toEqual({ finding_id: 2, verdict: 'unsure' });
    await page.close();
  });

  test('when the answer is lost on its way the verdict is sent again and saved once', async () => {
    const { address, store } = await serveFindings(3);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1`);
    let lost = 0;
    await page.route('**/verdict*', async (request) => {
      if (lost++ > 0) return request.continue();
      await request.fetch(); // it reaches the server, and its answer nobody
      await request.abort('connectionreset');
    });
    await page.keyboard.press('1');
    await page.waitForSelector('.bench[data-finding="2"]');
    await expect.poll(() => page.evaluate(`localStorage.getItem('gongkai-outbox')`), PATIENT).toBe('[]');
    expect(lost).toBe(2);
    expect(decided(store)).toEqual([{ finding_id: 1, verdict: 'publisher_error' }]);
    await page.close();
  });

  test('a verdict that comes too fast for the server is sent again a moment later', async () => {
    const { address, store } = await serveFindings(3);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1`);
    let refused = 0;
    await page.route('**/verdict*', (request) =>
      refused++ > 0 ? request.continue() : request.fulfill({ status: 429, body: '{}' }),
    );
    await page.keyboard.press('1');
    await page.waitForSelector('.bench[data-finding="2"]');
    await expect.poll(() => decided(store), PATIENT).toEqual([{ finding_id: 1, verdict: 'publisher_error' }]);
    await page.close();
  });

  test('what was typed is there again after the page is left, until it is saved', async () => {
    const { address } = await serveFindings(2);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1?rule=applications.balance`);
    await page.fill('textarea', '待核实');
    await page.goto(`${address}/findings`);
    await page.goBack();
    expect(await page.locator('textarea').inputValue()).toBe('待核实');
    expect(page.url()).toContain('rule=applications.balance');
    await page.click('.verdict-unsure');
    await page.waitForSelector('.bench[data-finding="2"]');
    await page.goto(`${address}/findings/1`);
    expect(await page.locator('textarea').inputValue()).toBe('');
    await page.close();
  });

  test('a finding that changed meanwhile is not decided, and shown as it is now', async () => {
    const { address, store } = await serveFindings(2);
    const page = await browser.newPage();
    await open(page, `${address}/findings/1`);
    loadMade(store, 1, 77);
    await page.keyboard.press('1');
    await expect.poll(() => page.locator('.arithmetic').textContent(), PATIENT).toContain('77');
    expect(await findingOn(page)).toBe('1');
    expect(decided(store)).toEqual([]);
    await page.keyboard.press('3');
    await page.waitForSelector('.bench[data-finding="2"]');
    expect(decided(store)).toEqual([{ finding_id: 1, verdict: 'not_an_error' }]);
    await page.close();
  });

  test('in the list, keys move the mark, decide the marked finding and open it', async () => {
    const { address, store } = await serveFindings(3);
    const page = await browser.newPage();
    await page.goto(`${address}/findings`);
    await page.keyboard.press('j');
    await page.keyboard.press('2');
    await expect.poll(() => decided(store), PATIENT).toEqual([{ finding_id: 2, verdict: 'parser_error' }]);
    await page.waitForSelector('tr[data-finding="3"][data-marked]');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.bench[data-finding="1"]');
    await page.goto(`${address}/findings`);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('place');
    await page.close();
  });

  test('without JavaScript a button saves and leads to the next finding', async () => {
    const { address, store } = await serveFindings(2);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/findings`);
    await page.click('button.main');
    await page.selectOption('select[name=reason]', 'misprint');
    await page.click('.verdict-publisher_error');
    expect(page.url()).toContain('/findings/2');
    expect(decided(store)).toEqual([{ finding_id: 1, verdict: 'publisher_error' }]);
    await page.click('[data-action=undo]');
    expect(page.url()).toContain('/findings/1');
    expect(decided(store)).toEqual([]);
    await context.close();
  });
});
