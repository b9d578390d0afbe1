import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'cheerio';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMaker } from '../../../src/evidence/maker/open-maker.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { getFinding } from '../../../src/store/review/get-finding.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { COMPILED_CHILD, executablePath } from '../../evidence/open-chromium.ts';
import { query } from '../../store/temp-store.ts';
import { importFiles } from '../evidence/import-files.ts';
import { SAME_ORIGIN } from '../log-in-as.ts';
import { openTools } from '../open-tools.ts';

/** The file of one finding, the same byte for byte whenever and wherever it is made (requirement A-29). */

const ANOMALY = 'html-anomaly-several-29.html';
const PDF = 'office-no-borders.pdf';
const HOSTILE =
  '<script>fetch("http://leak.test/a")</script><img src="http://leak.test/b" onerror="alert(1)">';
const { tools, close } = openTools();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-dossier-'));
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});
let reports: Readonly<Record<string, number>> = {};
beforeAll(async () => {
  const anomaly = readFileSync(`test/fixtures/generated/${ANOMALY}`, 'utf8');
  reports = await importFiles(tools, {
    [ANOMALY]: Buffer.from(anomaly.replaceAll(/(<td[^>]*>)/g, `$1${HOSTILE}`)),
    [PDF]: readFileSync(`test/fixtures/pdf/${PDF}`),
  });
});

const findingsOf = (name: string) =>
  query<{ id: number }>(
    tools.writer,
    `SELECT id FROM finding WHERE report = ${reports[name]} AND withdrawn = 0 ORDER BY rule LIKE 'applications.%' DESC, id`,
  ).map(({ id }) => id);

/** By an app of its own, with a connection and processes of its own. */
async function make(id: number, lang: 'zh' | 'en', clock = tools.now()) {
  const reader = openStore(tools.reader.file, { readonly: true });
  const evidence = openMaker({ program: COMPILED_CHILD });
  try {
    const app = buildApp({ ...tools, reader, evidence, now: () => clock });
    const response = await app.request(`http://localhost/findings/${id}/dossier?lang=${lang}`);
    expect(response.status).toBe(200);
    return { html: await response.text(), headers: response.headers };
  } finally {
    evidence.close();
    reader.close();
  }
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test.each([ANOMALY, PDF])('of %s it is the same bytes at another time, by another process', async (name) => {
  for (const id of findingsOf(name).slice(0, 3)) {
    const first = await make(id, 'en');
    const again = await make(id, 'en', new Date('2031-12-31T23:59:59Z'));
    expect(sha256(again.html)).toBe(sha256(first.html));
    expect(first.headers.get('etag')).toBe(`"${sha256(first.html)}"`);
    expect(first.html).not.toMatch(/2031-12-31|2026-03-01T/);
  }
});

test('it has the cutting with its cells lit, the arithmetic, the hashes, and what people said', async () => {
  const [id = 0] = findingsOf(ANOMALY);
  const detail = getFinding(tools.reader, id, 'local');
  const before = await make(id, 'en');
  const app = buildApp(tools);
  const given = await app.request(`http://localhost/findings/${id}/verdict`, {
    method: 'POST',
    headers: { ...SAME_ORIGIN, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      ...{ verdict: 'publisher_error', note: '正文写明', request: 'of the dossier', ...detail?.seen },
    }),
  });
  expect(given.status).toBe(200);
  const { html } = await make(id, 'en');
  expect(sha256(html)).not.toBe(sha256(before.html));
  const $ = load(html);
  const text = $('body').text();
  expect($('h1').text()).toMatch(/. · ./);
  expect(text).toContain(detail?.message.en);
  for (const cell of detail?.cells ?? []) if (cell.raw) expect($('table.cells').text()).toContain(cell.raw);
  expect(text).toContain(detail?.sha256);
  expect(text).toContain(detail?.key);
  expect($('.history').text()).toContain('正文写明');
  expect($('.crop [data-evidence=chosen]')).toHaveLength(1);
  expect($('.crop [data-evidence=beside]').length).toBe((detail?.cells.length ?? 0) - 1);
  expect((await make(id, 'zh')).html).toContain('<html lang="zh-CN">');
});

test('the cutting of a PDF is the picture of its page with boxes', async () => {
  const [id = 0] = findingsOf(PDF);
  const $ = load((await make(id, 'en')).html);
  expect($('.crop .sheet img').attr('src')).toMatch(/^data:image\//);
});

test.skipIf(executablePath === null)(
  'opened from a disk it runs nothing and loads nothing, and prints (skipped without Chromium)',
  async () => {
    const [id = 0] = findingsOf(ANOMALY);
    const { html } = await make(id, 'zh');
    const $ = load(html);
    expect($('script, iframe, link, form, button, [onerror], img[src^=http]')).toHaveLength(0);
    const file = join(folder, 'finding.html');
    writeFileSync(file, html);
    const browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => asked.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
    await browser.close();
  },
);
