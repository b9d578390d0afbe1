import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { makeDatabase } from '../bench/web/make-database.ts';
import { findChromium } from '../scrapers/find-chromium.ts';
import { openMaker } from '../src/evidence/maker/open-maker.ts';
import { finishRun, startRun } from '../src/store/crawl/runs.ts';
import { refreshSummaries } from '../src/store/explore/summaries/refresh-summaries.ts';
import { openStore } from '../src/store/open-store.ts';
import { buildApp } from '../src/web/app.tsx';
import { openPort } from '../src/web/serve.ts';
import type { Tools } from '../src/web/tools.ts';
import { makeRunReport } from '../test/runs/made-report.ts';
import { importFiles } from '../test/web/evidence/import-files.ts';

/**
 * The pictures of the READMEs anew, of made-up data: npx tsx scripts/take-pictures.ts. After a change of their design
 * they are looked at and committed. Needs Chromium and `npm run build`; takes some minutes.
 */
const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = 12_000;
const FIXTURES = join(ROOT, 'test/fixtures/generated');
/** One finding of it is shown beside its original. */
const SHOWN = 'html-anomaly-several-29.html';
const SIZES = { home: 800, coverage: 700, finding: 800 } as const;

const folder = mkdtempSync(join(tmpdir(), 'gongkai-pictures-'));
const browser = await chromium.launch({
  executablePath: findChromium(process.env) ?? '',
  args: ['--no-sandbox'],
});
try {
  await serve('lists', fillLists, async (address) => {
    for (const [name, path] of [
      ['home', '/'],
      ['coverage', '/coverage'],
    ] as const)
      await take(browser, name, address + path);
  });
  await serve('finding', fillOriginals, async (address, { reader }) => {
    const [row] = reader.sqlite
      .prepare("SELECT f.id FROM finding f WHERE f.rule = 'applications.row_total' ORDER BY f.id LIMIT 1")
      .all() as { id: number }[];
    await take(browser, 'finding', `${address}/findings/${row?.id}`);
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function serve(
  name: string,
  fill: (tools: Tools) => Promise<void>,
  look: (address: string, tools: Tools) => Promise<void>,
): Promise<void> {
  const file = join(folder, `${name}.sqlite`);
  if (name === 'lists') makeDatabase(file, { reports: REPORTS, withCells: 0 });
  const [writer, evidence] = [openStore(file), openMaker()];
  const reader = openStore(file, { readonly: true });
  const tools: Tools = {
    ...{ writer, reader, evidence, archive: join(folder, 'archive'), releases: join(folder, 'releases') },
    ...{ root: ROOT, version: '0.0.0', now: () => new Date('2026-02-01T01:00:00Z') },
    ...{ loopback: true, behindProxy: false, sessions: { idleMs: 1_800_000, wholeMs: 43_200_000 } },
    doubleShare: 0,
    tellError: (error) => console.error(error),
  };
  await fill(tools);
  const { address, close } = await openPort(buildApp(tools), { host: '127.0.0.1', port: 0 });
  await look(address, tools);
  await close();
  evidence.close();
  reader.close();
  writer.close();
}

async function fillLists({ writer }: Tools): Promise<void> {
  const report = makeRunReport();
  const { startedAt, finishedAt, exitCode, parserVersion } = report;
  const { id } = startRun(writer, { command: 'run', startedAt, parserVersion, holder: 'made up' });
  finishRun(writer, id, { finishedAt, exitCode, counts: report.totals, report });
  refreshSummaries(writer);
}

async function fillOriginals(tools: Tools): Promise<void> {
  await importFiles(tools, { [SHOWN]: readFileSync(join(FIXTURES, SHOWN)) });
}

/** In both languages, on light. */
async function take(from: Browser, name: keyof typeof SIZES, url: string): Promise<void> {
  for (const lang of ['zh', 'en'] as const) {
    const context = await from.newContext({
      ...{ viewport: { width: 1200, height: SIZES[name] }, colorScheme: 'light' },
      locale: lang === 'zh' ? 'zh-CN' : 'en',
    });
    const page = await context.newPage();
    await page.goto(`${url}${url.includes('?') ? '&' : '?'}lang=${lang}`);
    if (name === 'finding') await page.frameLocator('.evidence iframe').locator('#lit').waitFor();
    // The lit cell is looked at once more when all is there.
    await page.waitForTimeout(1000);
    await page.screenshot({
      path: join(ROOT, 'docs/pictures', `review-${name}${lang === 'zh' ? '.zh' : ''}.png`),
    });
    await context.close();
  }
}
