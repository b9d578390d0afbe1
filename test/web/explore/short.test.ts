import { hash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULE_IDS } from '../../../src/rules/index.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { addressOf } from '../../../src/web/explore/state.ts';
import { LONG_ADDRESS } from '../../../src/web/parts/short-form.tsx';
import { logInAs, SAME_ORIGIN } from '../log-in-as.ts';
import { openTools } from '../open-tools.ts';
import { loadExplorable, PROCESSED, RECEIVED } from './make-explorable.ts';

const SEED = 20_260_301;
const RUNS = process.env['GONGKAI_LONG'] === '1' ? 200 : 30;
const { tools, close } = openTools();
const app = buildApp(tools);
beforeAll(() => loadExplorable(tools.writer));
afterAll(close);

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, { headers });

async function shorten(address: string, headers: Record<string, string> = SAME_ORIGIN): Promise<string> {
  const body = new URLSearchParams({ address });
  const response = await app.request('http://localhost/short', { method: 'POST', body, headers });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

/** What a page shows of the data: its rows and its drawings. */
async function shownAt(path: string): Promise<string> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  const page = await response.text();
  const parts = page.match(/<tbody>.*?<\/tbody>|<svg.*?<\/svg>/gs) ?? [];
  return hash('sha256', parts.join('\n'), 'hex');
}

const place = fc.constantFrom('22', '2203', '220382');
const rules = fc.subarray([...RULE_IDS], { minLength: 1 });
/** Every rule and year of the queue. */
const LONG = addressOf('/findings', {
  ...{ rule: RULE_IDS, status: 'all', form: ['2014', '2019', '2021'] },
  year: Array.from({ length: 13 }, (_, at) => 2013 + at),
});

/** Addresses of pages that have a state, the long ones too. */
const addresses = fc.oneof(
  fc
    .record({
      place,
      year: fc.subarray([2018, 2019, 2021, 2024]),
      agency: fc.constantFrom('机关1', '政府', '=&?#'),
      sort: fc.constantFrom('year', 'place', 'failed'),
      page: fc.integer({ min: 1, max: 2 }),
    })
    .map((state) => addressOf('/reports', state)),
  fc
    .record({
      rule: rules,
      severity: fc.subarray(['error', 'warning', 'info']),
      status: fc.constantFrom('all', 'open'),
      year: fc.subarray([2019, 2021]),
    })
    .map((state) => addressOf('/findings', state)),
  fc
    .record(
      { place: fc.constantFrom('22', '11'), year: fc.constantFrom(2019, 2021), scale: fc.constant('log') },
      { requiredKeys: ['place'] },
    )
    .map((state) => addressOf(`/variables/${RECEIVED}`, state)),
  fc
    .subarray([RECEIVED, PROCESSED, 'applications.carried_out.total'], { minLength: 1 })
    .map((variable) => addressOf(`/divisions/220382/${encodeURIComponent('政府')}`, { variable })),
);

test('an address shows the same rows and the same drawings whenever it is opened, and so does its short one', () =>
  fc.assert(
    fc.asyncProperty(addresses, async (address) => {
      const shown = await shownAt(address);
      expect(await shownAt(address)).toBe(shown);
      expect(await shownAt(await shorten(address))).toBe(shown);
    }),
    { seed: SEED, numRuns: RUNS },
  ));

test('a short address is short, always the same, and has the formats of the page', async () => {
  const address = LONG;
  expect(address.length).toBeGreaterThan(LONG_ADDRESS);
  const short = await shorten(address);
  expect(short).toMatch(/^\/short\/[\w-]{12}$/);
  expect(await shorten(address)).toBe(short);
  for (const format of ['json', 'csv'])
    expect(await (await ask(`${short}.${format}`)).text()).toBe(
      await (await ask(address.replace('/findings', `/findings.${format}`))).text(),
    );
  expect(await (await ask(`${short}?lang=en`)).text()).toContain('<html lang="en"');
});

test('a page with a long address offers a short one, the others do not', async () => {
  const offered = async (path: string) => (await (await ask(path)).text()).includes('action="/short"');
  expect(await offered(LONG)).toBe(true);
  expect(await offered('/findings?status=all')).toBe(false);
});

test('only pages of ours get a short address, and nobody sees by it what they may not', async () => {
  const post = (address: string) =>
    app.request('http://localhost/short', {
      ...{ method: 'POST', body: new URLSearchParams({ address }) },
      headers: SAME_ORIGIN,
    });
  for (const address of ['https://elsewhere.example/', '//elsewhere.example/', '/short/AAAAAAAAAAAA', ''])
    expect((await post(address)).status, address).toBe(400);
  expect((await ask('/short/AAAAAAAAAAAA')).status).toBe(404);
  const people = await shorten('/people');
  const admin = logInAs('admin', tools);
  const reader = logInAs('reader', tools);
  expect((await ask(people, admin)).status).toBe(200);
  expect((await ask(people, reader)).status).toBe(403);
  expect((await ask(people)).status).toBe(303);
});
