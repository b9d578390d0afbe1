import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { variableSeeds } from '../../../src/cli/variable-seeds.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { loadExtraction } from '../../../src/store/load-extraction.ts';
import { addAccount } from '../../../src/store/people/accounts.ts';
import { seedVariables } from '../../../src/store/seed-variables.ts';
import type { Store } from '../../../src/store/store.ts';
import { say } from '../../store/review/make-findings.ts';
import { query } from '../../store/temp-store.ts';
import { SAME_ORIGIN } from '../log-in-as.ts';
import { executablePath, launch, serveFindings } from './serve-findings.ts';

// A browser or a process on a machine that is busy with other tests.
const PATIENT = { timeout: 30_000 };
vi.setConfig({ testTimeout: 300_000 });

const SAMPLE = 'data/sample/shuangliao-2021.txt';

/** The app with the included report as the only one. */
async function serveSample() {
  const served = await serveFindings(0);
  seedVariables(served.store, variableSeeds());
  const extraction = await extractDocument(
    readFileSync(SAMPLE),
    { file: SAMPLE },
    { gazetteer: loadGazetteer() },
  );
  const origin = { file: SAMPLE };
  loadExtraction(
    served.store,
    { sha256: extraction.sha256, byteLength: 1, kind: 'text', origin },
    extraction,
  );
  return served;
}

interface Listed {
  readonly total: number;
  readonly samples: readonly object[];
  readonly rows: readonly { readonly id: number }[];
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly agreement: readonly object[];
}
const getJson = async (url: string): Promise<Listed> => (await (await fetch(url)).json()) as Listed;

const post = (address: string, path: string, body: object) =>
  fetch(address + path, {
    method: 'POST',
    headers: { ...SAME_ORIGIN, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });

/** The finding of the sample whose sum fails for natural persons. */
const balanceOf = (store: Store) =>
  query<{ id: number; key: string }>(
    store,
    "SELECT id, key FROM finding WHERE rule = 'applications.balance' AND scope = 'natural_person'",
  )[0];

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a correction shows what it mends and breaks while it is typed, and stands beside the printed number', async () => {
    const { address, store } = await serveSample();
    const page = await browser.newPage({ locale: 'en' });
    const finding = balanceOf(store);
    await page.goto(`${address}/findings/${finding?.id}`);
    await page.click('tr[data-variable="applications.carried_out.natural_person"] a.correct');
    await page.fill('form[data-try] input[name=value]', '−3');
    expect(await page.locator('.doubt').textContent()).toContain('a count is never below zero');
    await page.fill('form[data-try] input[name=value]', '2.5');
    await page.waitForSelector('.doubt:has-text("no decimals")');
    await page.fill('form[data-try] input[name=value]', '１');
    await page.waitForSelector('.effect .repaired li');
    expect(await page.locator('.effect .repaired').textContent()).toContain(
      '27 + 1 = 28, reported 27 + 0 = 27',
    );
    expect(await page.locator('.effect .broken li').count()).toBe(1);
    await page.fill('textarea', '正文写明结转 1 件');
    await page.click('button.main');
    await page.waitForSelector('.bench .value.corrected');
    expect(await page.locator('.bench .value.corrected').textContent()).toContain('1');
    expect(
      query(
        store,
        "SELECT reported, corrected, value, raw FROM report_values WHERE variable = 'applications.carried_out.natural_person'",
      ),
    ).toEqual([{ reported: 0, corrected: 1, value: 1, raw: '0' }]);

    await page.goto(`${address}/corrections`);
    expect(await page.locator('main').textContent()).toContain('正文写明结转 1 件');
    const file = await page.request.get(`${address}/corrections/220382/file`);
    expect(await file.text()).toContain('reason: 正文写明结转 1 件');
    await page.goto(`${address}/findings/${finding?.id}`);
    await page.keyboard.press('u');
    await expect.poll(() => query(store, 'SELECT * FROM corrections'), PATIENT).toEqual([]);
    await page.close();
  });

  test('a printed finding has its numbers, hashes and history, and nothing to be pressed', async () => {
    const { address, store } = await serveSample();
    const finding = balanceOf(store);
    say(store, finding?.id ?? 0, 'local', 'publisher_error', { note: '正文写明结转 1 件' });
    const page = await browser.newPage({ locale: 'en' });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${address}/findings/${finding?.id}`);
    const facts = await page.locator('.dossier-facts').innerText();
    expect(facts).toContain(finding?.key);
    expect(facts).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(await page.locator('.case').innerText()).toContain('正文写明结转 1 件');
    for (const shown of ['button', '.try-these', 'a.correct', '.evidence .files'])
      expect(await page.locator(shown).filter({ visible: true }).count(), shown).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.dossier-facts').isVisible()).toBe(false);
    await page.close();
  });

  test('cells that a suggestion changes together are tried and saved by one click each, and undone by one key', async () => {
    const { address, store } = await serveSample();
    const page = await browser.newPage({ locale: 'en' });
    const finding = balanceOf(store);
    await page.goto(`${address}/findings/${finding?.id}`);
    const suggestion = page.locator('.suggestions li:has(.changes li + li)').first();
    const changes = await suggestion.locator('.changes b').allTextContents();
    expect(changes.length).toBeGreaterThan(1);
    await suggestion.locator('a').click();
    await page.waitForSelector('.effect .repaired li');
    expect(await page.locator('form[data-try] input[name=value]').count()).toBe(changes.length);
    // A number that is typed over it is tried together with the others.
    await page.fill('form[data-try] tr:first-child input[name=value]', '12345');
    await expect.poll(() => page.locator('.effect .broken').textContent(), PATIENT).toContain('12345');
    await page.fill('form[data-try] tr:first-child input[name=value]', changes[0] ?? '');
    await expect.poll(() => page.locator('.effect .broken').textContent(), PATIENT).not.toContain('12345');
    await page.fill('textarea', '正文写明');
    await page.click('button.main');
    await page.waitForSelector('.bench .value.corrected');
    const stored = query<{ value: number }>(store, 'SELECT value FROM corrections');
    expect(stored.map(({ value }) => String(value)).toSorted()).toEqual(changes.toSorted());
    expect(query(store, 'SELECT DISTINCT action FROM review_event')).toHaveLength(1);
    await page.keyboard.press('u');
    await expect.poll(() => query(store, 'SELECT * FROM corrections'), PATIENT).toEqual([]);
    await page.close();
  });
});

test('what many findings will be told is shown before, typed above 50, and taken back by one undo', async () => {
  const { address, store } = await serveFindings(60);
  const preview = await getJson(`${address}/bulk.json?year=2021`);
  expect([preview.total, preview.samples.length]).toEqual([60, 5]);
  const said = { say: 'parser_error', reason: 'misplaced', count: 60, request: 'request many' };
  expect((await post(address, '/bulk?year=2021', said)).status).toBe(400);
  expect((await post(address, '/bulk?year=2021', { ...said, typed: '59' })).status).toBe(400);
  expect((await post(address, '/bulk?year=2020', { ...said, typed: '60' })).status).toBe(409);
  expect(query(store, 'SELECT count(*) AS n FROM review_event')).toEqual([{ n: 0 }]);
  expect((await post(address, '/bulk?year=2021', { ...said, typed: '60' })).status).toBe(200);
  const counts = async () => (await getJson(`${address}/findings.json?status=all`)).facets['status'];
  expect(await counts()).toEqual({ parser_error: 60 });
  const undone = await (await post(address, '/review/undo', { request: 'request undo' })).json();
  expect(undone).toMatchObject({ many: 60 });
  expect(await counts()).toEqual({ open: 60 });
});

test('filters, counts and pages of the queue stand in its address, as page, JSON and CSV', async () => {
  const { address, store } = await serveFindings(60);
  say(store, 7, 'local', 'not_an_error');
  const json = (search: string) => getJson(`${address}/findings.json${search}`);
  expect((await json('')).total).toBe(59);
  expect((await json('?status=not_an_error')).rows.map(({ id }) => id)).toEqual([7]);
  expect((await json('?place=22&rule=applications.balance&rule=cell.unit&page=2')).rows).toHaveLength(9);
  expect((await json('?place=11')).total).toBe(0);
  expect((await json('?place=11')).facets['province']).toEqual({ '22': 59 });
  expect((await fetch(`${address}/findings.json?status=none`)).status).toBe(400);
  const csv = await fetch(`${address}/findings.csv`);
  expect(csv.headers.get('x-total-rows')).toBe('59');
  expect((await csv.text()).trim().split('\n')).toHaveLength(60);
  const page = await (await fetch(`${address}/findings?severity=error&page=2`)).text();
  expect(page).toContain('href="/findings?severity=error"');
});

test('how far two agree is told by rule and by pair, undefined where nothing can be said', async () => {
  const { address, store } = await serveFindings(3);
  const told = async () => (await getJson(`${address}/agreement.json`)).agreement;
  expect(await told()).toMatchObject([{ findings: 0, raw: 'no_units', alpha: 'no_units' }]);
  for (const [id, other] of [
    [1, 'unsure'],
    [2, 'publisher_error'],
    [3, 'parser_error'],
  ] as const) {
    say(store, id, '甲', 'publisher_error', { doubleShare: 1 });
    say(store, id, '乙', other, { doubleShare: 1 });
  }
  say(store, 1, '丙', 'unsure', { doubleShare: 1 });
  expect(await told()).toMatchObject([
    { rule: null, pair: null, findings: 3, agreed: 1 },
    { rule: 'applications.balance', findings: 3 },
    { pair: ['乙', '甲'], findings: 3, kappa: { value: expect.any(Number) } },
  ]);
  expect(await (await fetch(`${address}/agreement.csv`)).text()).toContain('kappa_undefined');
});

test('a finding about whole tables leads to the reports that have the same', async () => {
  const { address, store } = await serveFindings(2);
  store.sqlite.exec("UPDATE finding SET scope = 'tables' WHERE id = 1; INSERT INTO copy VALUES (1, 2)");
  const page = async (id: number) => (await fetch(`${address}/findings/${id}`)).text();
  expect(await page(1)).toContain('<a href="/reports/2" lang="zh-CN">');
  expect(await page(2)).not.toContain('like-reports');
});

test('who is not logged in decides nothing, once there are accounts', async () => {
  const { address, store, tools } = await serveFindings(1);
  addAccount(tools.writer, {
    name: 'reader',
    role: 'reader',
    password: 'none',
    createdAt: '2026-01-01T00:00:00Z',
  });
  const answer = await post(address, '/findings/1/verdict', {
    ...{ verdict: 'unsure', version: 0, signature: 'x', request: 'request one' },
  });
  expect(answer.status).toBe(401);
  expect(query(store, 'SELECT count(*) AS n FROM review_event')).toEqual([{ n: 0 }]);
});
