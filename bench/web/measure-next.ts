import { chromium, type Page } from 'playwright';
import { findChromium } from '../../scrapers/find-chromium.ts';

/**
 * How long it takes from a key that decides to the next finding on the screen, some times in a row; null without a
 * browser. Measured in the page, by its own clock.
 */
export async function measureNext(address: string, times: number): Promise<number[] | null> {
  const executablePath = findChromium(process.env);
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/findings`);
    await page.click('button.main');
    await page.waitForSelector('.bench');
    const waits: number[] = [];
    for (let turn = 0; turn < times + 2; turn++) {
      const wait = await decideOnce(page, String(1 + (turn % 4)));
      if (turn >= 2) waits.push(wait);
    }
    return waits;
  } finally {
    await browser.close();
  }
}

/** Runs in the page, and so is a text: what compiles this file would put names of its own into a function. */
const WAIT = `new Promise((resolve) => {
  const shown = () => document.querySelector('.bench')?.getAttribute('data-finding');
  const before = shown();
  let pressed = 0;
  addEventListener('keydown', () => { pressed = performance.now(); }, { once: true, capture: true });
  (function look() {
    const now = shown();
    const isNext = pressed > 0 && now && now !== before;
    requestAnimationFrame(isNext ? () => resolve(performance.now() - pressed) : look);
  })();
})`;
/** Somebody looks at a finding before they decide. */
const THINK_MS = 150;

async function decideOnce(page: Page, key: string): Promise<number> {
  const waiting = page.evaluate(WAIT) as Promise<number>;
  await page.waitForTimeout(THINK_MS);
  await page.keyboard.press(key);
  return waiting;
}
