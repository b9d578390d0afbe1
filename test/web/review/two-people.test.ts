import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LEASE_MS } from '../../../src/store/review/leases.ts';
import { printSeed } from '../../store/review/make-findings.ts';
import { query } from '../../store/temp-store.ts';
import { SAME_ORIGIN } from '../log-in-as.ts';
import { enter, executablePath, launch, serveFindings } from './serve-findings.ts';

// A browser or a process on a machine that is busy with other tests.
const PATIENT = { timeout: 30_000 };
vi.setConfig({ testTimeout: process.env['GONGKAI_LONG'] === '1' ? 3_600_000 : 300_000 });

const LONG = process.env['GONGKAI_LONG'] === '1';
const FINDINGS = LONG ? 200 : 14;

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.skipIf(executablePath === null)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('two people work off one queue without a lost or a double verdict', async () => {
    const { address, store, tools, pass } = await serveFindings(FINDINGS);
    const random = randomFrom(printSeed(Number(process.env['GONGKAI_SEED'] ?? 20_260_301)));
    const people = await Promise.all(['甲', '乙'].map((name) => begin(browser, name, tools, address)));
    const given = new Map<string, string[]>();
    while (people.some(({ done }) => !done)) {
      const one = people[Math.floor(random() * 2)];
      if (!one || one.done) continue;
      const id = await one.page.locator('.bench').getAttribute('data-finding');
      given.set(id ?? '', [...(given.get(id ?? '') ?? []), one.name]);
      // People take time, and requests are counted by it.
      pass(2000);
      await one.page.keyboard.press(String(1 + Math.floor(random() * 4)));
      await one.page.waitForSelector(`.bench:not([data-finding="${id}"]), [data-queue]`);
      one.done = (await one.page.locator('[data-queue]').count()) > 0;
    }
    const told = query<{ finding_id: number; author: string }>(
      store,
      'SELECT finding_id, author FROM decisions ORDER BY finding_id, decision_id',
    );
    expect(told).toHaveLength([...given.values()].flat().length);
    const asked = query<{ finding_id: number; n: number; double: number; status: string }>(
      store,
      `SELECT d.finding_id, count(*) AS n, max(d.double_review) AS double, f.review_status AS status
        FROM decisions d JOIN finding f ON f.id = d.finding_id GROUP BY 1 ORDER BY 1`,
    );
    expect(asked).toHaveLength(FINDINGS);
    expect(asked.filter(({ n, double }) => n !== 1 + double)).toEqual([]);
    for (const [id, names] of given)
      expect(told.filter(({ finding_id }) => finding_id === Number(id)).map(({ author }) => author)).toEqual(
        names,
      );
    await Promise.all(people.map(({ context }) => context.close()));
  });

  test('a finding that is open at one is skipped for the other, and comes back when its browser is killed', async () => {
    const { address, tools, pass } = await serveFindings(3);
    const other = await launch();
    const first = await begin(other, '甲', tools, address);
    const taken = await first.page.locator('.bench').getAttribute('data-finding');
    await other.close();
    const second = await begin(browser, '乙', tools, address);
    const next = async () => {
      await second.page.goto(`${address}/findings`);
      await second.page.click('button.main');
      return second.page.locator('.bench').getAttribute('data-finding');
    };
    expect(await second.page.locator('.bench').getAttribute('data-finding')).not.toBe(taken);
    await second.page.goto(`${address}/findings`);
    expect(await second.page.locator('.page-head').textContent()).toMatch(
      /[12] 条正由他人核对|[12] findings? .* at /,
    );
    pass(LEASE_MS);
    expect(await next()).toBe(taken);
    await second.context.close();
  });

  test('a verdict given after the login has run out is saved when its person is back', async () => {
    const { address, store, tools } = await serveFindings(3);
    const { page, context } = await begin(browser, '甲', tools, address);
    const id = Number(await page.locator('.bench').getAttribute('data-finding'));
    const cookies = await context.cookies();
    await context.clearCookies();
    await page.keyboard.press('3');
    await page.waitForSelector('#announce a[href^="/login"]');
    expect(query(store, 'SELECT count(*) AS n FROM decisions')).toEqual([{ n: 0 }]);
    await context.addCookies(cookies);
    await page.goto(`${address}/findings`);
    await expect
      .poll(() => query(store, 'SELECT finding_id, verdict, author FROM decisions'), PATIENT)
      .toEqual([{ finding_id: id, verdict: 'not_an_error', author: '甲' }]);
    await context.close();
  });
});

interface Working {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Awaited<ReturnType<BrowserContext['newPage']>>;
  done: boolean;
}

/** Logs somebody in and opens their first finding. */
async function begin(
  browser: Browser,
  name: string,
  tools: Parameters<typeof enter>[2],
  address: string,
): Promise<Working> {
  const context = await enter(browser, name, tools);
  const page = await context.newPage();
  await page.goto(`${address}/findings`);
  const held = page.waitForResponse((response) => response.url().includes('/hold'));
  await page.click('button.main');
  await held;
  return { name, context, page, done: false };
}

test('of a verdict that two send at once one is saved, and the other is told what it was', async () => {
  const { address, store, tools } = await serveFindings(1);
  const [signature] = query<{ signature: string }>(store, 'SELECT signature FROM finding');
  const send = (request: string) =>
    fetch(`${address}/findings/1/verdict`, {
      method: 'POST',
      headers: { ...SAME_ORIGIN, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ verdict: 'unsure', version: 0, ...signature, request }),
    });
  expect(tools.loopback).toBe(true);
  const answers = await Promise.all(['request one', 'request two'].map(send));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const refused = await answers.find(({ status }) => status === 409)?.json();
  expect(refused).toMatchObject({
    outcome: 'stale',
    now: { status: 'unsure', events: [{ author: 'local' }] },
  });
  expect(query(store, 'SELECT count(*) AS n FROM review_event')).toEqual([{ n: 1 }]);
});
