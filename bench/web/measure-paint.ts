import { chromium, type Page } from 'playwright';
import { findChromium } from '../../scrapers/find-chromium.ts';

/**
 * How long it takes from asking for a page to its first contentful paint (the browser's own paint entry), each page in a
 * window of its own without anything kept; null without a browser.
 */
export async function measurePaint(address: string, paths: readonly string[]): Promise<number[] | null> {
  const executablePath = findChromium(process.env);
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const paints: number[] = [];
    for (const path of paths) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address + path);
      paints.push(await firstPaint(page));
      await context.close();
    }
    return paints;
  } finally {
    await browser.close();
  }
}

const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
    }).observe({ type: 'paint', buffered: true });
  })`);
