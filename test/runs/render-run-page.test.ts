import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scrapers/find-chromium.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { LANGUAGES } from '../../src/model/status.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { renderRunPage } from '../../src/runs/render-run-page.ts';
import { renderRunText } from '../../src/runs/render-run-text.ts';
import { nameProvince } from '../../src/sources/name-province.ts';
import { makeRunReport } from './made-report.ts';

const nameOf = nameProvince(loadGazetteer());
const page = (lang: 'zh' | 'en', report = makeRunReport()) => renderRunPage(report, lang, nameOf);
/** What a reader sees, without markup and spaces. */
const textOf = (markup: string): string =>
  markup.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ').replace(/[\s\u202f]+/g, ' ');

const EVIL = '<img src=x onerror=alert(1)>"\'&\u202egnp.exe\u001b[31m\r\nrun 9: all done (0)';

function hostileReport(): RunReport {
  const report = makeRunReport();
  const [first, ...rest] = report.sources;
  if (!first) throw new Error('the made-up report has no source');
  return {
    ...report,
    sources: [{ ...first, name: EVIL, source: EVIL, outcome: 'failed', cause: 'tls', detail: EVIL }, ...rest],
    alarms: [{ kind: 'source_failed', about: EVIL, zh: EVIL, en: EVIL, state: 'first', nights: 1 }],
    coverage: [{ province: EVIL, year: 2025, reports: 1, before: 0 }],
    causes: [{ cause: EVIL, sources: 1, addresses: 1 }],
    newReports: [EVIL, 'javascript:alert(1)'],
  };
}

test('what sites and entries wrote is text on the page, never markup or a script', async () => {
  const markup = await page('en', hostileReport());
  expect(markup).not.toContain('<img');
  expect(markup).not.toContain('<script');
  expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(markup).not.toMatch(/href="(?!https?:)/);
  for (const mark of ['\u001b', '\u202e']) expect(textOf(markup)).not.toContain(mark);
});

test('what sites and entries wrote stays within its line of the text, without colours or turned order', () => {
  const text = renderRunText(hostileReport(), 'en');
  for (const mark of ['\u001b', '\u202e', '\r']) expect(text).not.toContain(mark);
  expect(text.split('\n').filter((line) => line.startsWith('run 9'))).toEqual([]);
});

test('text and page say how often each rule failed, held and was left open, and why; the most frequent first', async () => {
  const lines = renderRunText(makeRunReport(), 'en').split('\n');
  const from = lines.indexOf('Checks by rule:');
  expect(lines.slice(from + 1, from + 4)).toEqual([
    '  narrative.mismatch: failed 9, held 310, open 0',
    '  applications.balance: failed 3, held 224, open 19 (some rows are not printed 12, the table is missing 7)',
    '  challenges.total: failed 0, held 102, open 0',
  ]);
  const shown = textOf(await page('zh'));
  expect(shown).toContain('规则核对');
  expect(shown).toContain('applications.balance 3 224 19 有的行没有印出 12，表格缺失 7');
  expect(textOf(await page('en', makeRunReport({ checks: {} })))).not.toContain('Checks by rule');
});

describe.each(LANGUAGES)('in %s', (lang) => {
  test('the page shows a balance that adds up', async () => {
    const { totals } = makeRunReport();
    const { discovered, new: fresh, same, skipped, failed, pending } = totals;
    expect(discovered).toBe(fresh + same + skipped + failed + pending);
    const markup = await page(lang);
    const shown = [...markup.matchAll(/<dd>(?:<span class="sign">[=+]<\/span>)?([\d\u202f]+)<\/dd>/g)]
      .slice(0, 6)
      .map(([, figure = '']) => Number(figure.replaceAll('\u202f', '')));
    expect(shown).toEqual([discovered, fresh, same, skipped, failed, pending]);
  });

  test('every alarm, cause and source is there, provinces by their names', async () => {
    const report = makeRunReport();
    const text = textOf(await page(lang, report));
    for (const alarm of report.alarms) expect(text).toContain(alarm[lang]);
    for (const { cause } of report.causes) expect(text).toContain(` ${cause} `);
    for (const { source, name } of report.sources) {
      expect(text).toContain(name);
      expect(text).toContain(source);
    }
    for (const name of lang === 'zh' ? ['北京市', '陕西省'] : ['Beijing', 'Shaanxi'])
      expect(text).toContain(name);
  });

  test('sources with trouble stand open before the good ones, which are folded', async () => {
    const markup = await page(lang);
    const folded = markup.slice(markup.indexOf('<details', markup.indexOf('id="sources"')));
    expect(markup.indexOf('host_paused')).toBeLessThan(markup.indexOf(folded));
    expect(folded.slice(0, folded.indexOf('</details>'))).not.toContain('class="outcome');
  });

  test('a quiet first night says so', async () => {
    const quiet = makeRunReport({ alarms: [], causes: [], coverage: [], newReports: [], sources: [] });
    const text = textOf(await page(lang, quiet));
    expect(text).toContain(lang === 'zh' ? '没有需要关注的事' : 'nothing to look at');
  });
});

test('no sentence of one language stands on the page of the other', async () => {
  const report = makeRunReport({
    ...{ sources: [], slowest: [], newReports: [], changedReports: [], vanishedReports: [] },
  });
  const english = textOf((await page('en', report)).replace(/<span lang="zh-CN"[\s\S]*?<\/span>/g, ''));
  // Names and what a site calls itself stay as they are.
  const names = report.alarms.flatMap((alarm) => alarm.en.match(/\p{Script=Han}+/gu) ?? []);
  expect((english.match(/\p{Script=Han}+/gu) ?? []).filter((word) => !names.includes(word))).toEqual([]);
  const chinese = textOf((await page('zh', report)).replace(/<code>[\s\S]*?<\/code>/g, ''));
  const known = /^(?:gongkai|KiB|MiB|GiB|dns|challenge|www|jiahe|example|ucap|no|address)$/;
  expect((chinese.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.test(word))).toEqual([]);
});

const executablePath = findChromium(process.env);
describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  async function open(markup: string, options: BrowserContextOptions) {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    await tab.setContent(markup);
    return { tab, close: () => context.close() };
  }

  test.each([
    ['zh', 'light', 1280],
    ['en', 'dark', 390],
  ] as const)(
    'the page in %s, %s, %i wide has no fault of accessibility and does not scroll sideways',
    async (lang, colorScheme, width) => {
      const { tab, close } = await open(await page(lang), { colorScheme, viewport: { width, height: 900 } });
      try {
        await tab.evaluate(
          "document.querySelectorAll('details').forEach((details) => { details.open = true; })",
        );
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
      } finally {
        await close();
      }
    },
  );

  test('a hostile report runs nothing and loads nothing', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    tab.on('dialog', (dialog) => asked.push(dialog.message()));
    await tab.setContent(await page('zh', hostileReport()), { waitUntil: 'load' });
    expect(asked).toEqual([]);
    await context.close();
  });
});
