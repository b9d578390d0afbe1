import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isShown, ZOOMS, type Zoom } from '../../src/evidence/evidence.ts';
import { framePage } from '../../src/evidence/frame-page.ts';
import { type EvidenceMaker, openMaker } from '../../src/evidence/maker/open-maker.ts';
import { areWithinAPixel, type Box, changedBox, colouredBox, overlap } from './compare-boxes.ts';
import { GROUND, type LitFixture, litFixtures, type Truth } from './lit-fixtures.ts';
import { COMPILED_CHILD, executablePath, openChromium } from './open-chromium.ts';

const LEAST = 0.9;
const fixtures = await litFixtures();
const VIEWS = ZOOMS.flatMap((zoom) => [1, 2].map((density) => ({ zoom, density })));

test('there are at least forty fixtures, of every kind of document', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(40);
  const kinds = new Set(fixtures.map(({ source }) => source.kind));
  expect([...kinds].sort()).toEqual(['docx', 'html', 'ocr', 'pdf', 'text', 'xlsx']);
});

test('the measure falls below its bound when a light is moved by a tenth of its cell, or is a tenth too large', () => {
  const cell = { x: 100, y: 50, width: 80, height: 30 };
  expect(overlap(cell, cell)).toBe(1);
  expect(overlap(cell, { ...cell, x: 108 })).toBeLessThan(LEAST);
  expect(overlap(cell, { ...cell, width: 90 })).toBeLessThan(LEAST);
  expect(overlap(cell, { ...cell, y: 500 })).toBe(0);
});

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let maker: EvidenceMaker;
  const pages = new Map<number, Page>();
  beforeAll(async () => {
    browser = await openChromium();
    maker = openMaker({ program: COMPILED_CHILD });
    for (const density of [1, 2]) {
      const context = await browser.newContext({
        viewport: { width: 900, height: 700 },
        deviceScaleFactor: density,
      });
      pages.set(density, await context.newPage());
    }
  });
  afterAll(async () => {
    maker.close();
    await browser?.close();
  });

  /** Shows the fixture as the frame does, scrolled to its light, and compares what is lit with the true cell. */
  async function measure(fixture: LitFixture, zoom: Zoom, density: number): Promise<number> {
    const { bytes, source, truth, name } = fixture;
    const places = [{ source, label: name, chosen: true }];
    const made = await maker.show({ sha256: name, bytes }, { places, page: null, zoom, turn: 0, lang: 'zh' });
    if (!isShown(made)) throw new Error(`${name}: ${made.fault} ${made.detail}`);
    const page = pages.get(density)!;
    await page.setContent(framePage(made, { zoom, lang: 'zh' }));
    await page.evaluate("document.getElementById('lit')?.scrollIntoView()");
    const lit = await page.screenshot();
    await page.evaluate(
      "for (const one of document.querySelectorAll('[data-evidence=chosen]')) one.removeAttribute('data-evidence')",
    );
    const unlit = await page.screenshot();
    const [light, cell] = [await changedBox(unlit, lit), await trueBox(page, truth, unlit, density)];
    if (!light || !cell) return 0;
    // A screenshot tells an edge to within a pixel, which at half size is more than a tenth of a low cell.
    return truth.by === 'colour' && areWithinAPixel(light, cell) ? 1 : overlap(light, cell);
  }

  // Every fixture in one view, the views taking turns; those whose place is computed in all of them.
  const cases = fixtures.flatMap((fixture, index) => {
    const all = index % 12 === 0 || process.env['GONGKAI_LONG'] === '1';
    return (all ? VIEWS : VIEWS.slice(index % VIEWS.length, (index % VIEWS.length) + 1)).map(
      ({ zoom, density }) => {
        const view = `${fixture.name}, at ${zoom} percent, ${density} pixels a point`;
        return [view, zoom, density, fixture] as const;
      },
    );
  });
  test.each(cases)('%s: what is lit is the true cell', async (_, zoom, density, fixture) => {
    expect(await measure(fixture, zoom, density)).toBeGreaterThanOrEqual(LEAST);
  });
});

/** Runs in the page. */
const FIND_CELL = `({ by, text }) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue.indexOf(text);
    if (at < 0) continue;
    const cell = node.parentElement.closest('td, th');
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const { x, y, width, height } =
      (by === 'text before' ? cell.nextElementSibling : (cell ?? range)).getBoundingClientRect();
    return { x, y, width, height };
  }
  return null;
}`;

/** Where the cell is, told by what is printed in it or behind it. */
async function trueBox(page: Page, truth: Truth, screenshot: Buffer, density: number): Promise<Box | null> {
  if (truth.by === 'colour') return colouredBox(screenshot, GROUND);
  const rect = (await page.evaluate(`(${FIND_CELL})(${JSON.stringify(truth)})`)) as Box | null;
  if (!rect) return null;
  return {
    x: rect.x * density,
    y: rect.y * density,
    width: rect.width * density,
    height: rect.height * density,
  };
}
