import { html } from 'hono/html';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { csvDesk, csvParts, csvStream } from '../../src/web/answering/csv.ts';
import { buildApp } from '../../src/web/app.tsx';
import { route } from '../../src/web/route.ts';
import { openTools } from './open-tools.ts';

const { tools, close, told } = openTools();
afterAll(close);

const list = route({
  method: 'get',
  path: '/things',
  access: 'reader',
  query: z.object({ size: z.coerce.number().default(2) }),
  answer: ({ query: { size } }) => ({
    title: 'Things',
    page: html`<h1>${'<b>'}</h1>`,
    data: { size },
    rows: {
      columns: ['name', 'n'],
      rows: [
        ['=1+1', size],
        ['甲,"乙"', null],
      ],
    },
  }),
});
const one = route({
  method: 'get',
  path: '/things/:name',
  access: 'reader',
  params: z.object({ name: z.string().regex(/^[a-z.]+$/) }),
  answer: ({ params: { name } }) => ({ title: name, page: html`<h1>${name}</h1>`, data: { name } }),
});
const broken = route({
  method: 'get',
  path: '/broken',
  access: 'reader',
  answer: () => {
    throw new Error('the secret reason');
  },
});
const cut = route({
  method: 'get',
  path: '/cut',
  access: 'reader',
  answer: () => ({
    title: 'Cut',
    page: html`<h1>Cut</h1>`,
    data: {},
    rows: {
      columns: ['n'],
      rows: (function* () {
        for (let n = 0; n < 1200; n++) yield [n];
        throw new Error('lost');
      })(),
    },
  }),
});
const app = buildApp(tools, [list, one, broken, cut]);
const ask = (path: string, init: RequestInit = {}) => app.request(`http://localhost${path}`, init);

test('a page is HTML at its path, with what it holds escaped, and leads to its data', async () => {
  const response = await ask('/things?size=3&lang=en');
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(text).toContain('<!doctype html><html lang="en"');
  expect(text).toContain('<h1>&lt;b&gt;</h1>');
  expect(text).toContain('href="/things.csv?size=3&amp;lang=en"');
});

test('the same answer is JSON and CSV at its path with that ending', async () => {
  expect(await (await ask('/things.json?size=3')).json()).toEqual({ size: 3 });
  const csv = await ask('/things.csv');
  expect(csv.headers.get('x-total-rows')).toBe('2');
  expect(await csv.text()).toBe('name,n\n\'=1+1,2\n"甲,""乙""",\n');
});

test('an ending after a parameter is taken off it', async () => {
  expect(await (await ask('/things/a.b.json')).json()).toEqual({ name: 'a.b' });
  expect((await ask('/things/a.b.csv')).status).toBe(406);
  expect((await ask('/things/A')).status).toBe(404);
});

test('what the schema of a query refuses is answered 400, in the format that was asked for', async () => {
  const response = await ask('/things.json?size=many&lang=en');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { status: 400, title: 'This request cannot be understood' },
  });
});

test('a program error is told to who runs the program and to nobody else', async () => {
  const response = await ask('/broken');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret reason');
  expect(told.join()).toContain('the secret reason');
});

test('rows that cannot all be given break the file off', async () => {
  await expect((await ask('/cut.csv')).text()).rejects.toThrow('lost');
});

test('a CSV has a strong tag, and is not sent again while nothing was written', async () => {
  const first = await ask('/things.csv');
  const tag = first.headers.get('etag') ?? '';
  await first.text();
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
  const again = await ask('/things.csv', { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await ask('/things.csv?size=3')).headers.get('etag')).not.toBe(tag);
  tools.writer.sqlite.exec("INSERT INTO archive_file (name) VALUES ('x')");
  expect((await ask('/things.csv', { headers: { 'if-none-match': tag } })).status).toBe(200);
});

test('two CSV are sent at one time, and the next one when one of them has ended', async () => {
  const desk = csvDesk();
  const rows = { columns: ['n'], rows: Array.from({ length: 2000 }, (_, n) => [n]) };
  const send = async () => csvStream(csvParts(rows), (await desk.enter()) ?? (() => {}));
  const [one, two] = await Promise.all([send(), send()]);
  let third: ReadableStream | undefined;
  const waiting = send().then((stream) => {
    third = stream;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(third).toBeUndefined();
  await one.cancel();
  await waiting;
  expect((await new Response(third ?? null).text()).split('\n')).toHaveLength(2002);
  await two.cancel();
});

test('a line of CSV that is too long turns the next one away', async () => {
  const desk = csvDesk();
  const answers = Array.from({ length: 40 }, () => desk.enter());
  expect(answers.filter((answer) => answer === null)).toHaveLength(8);
});

test('a HEAD of a CSV keeps no place in the line', async () => {
  // A desk of its own: files that other tests began and did not take keep theirs for a minute.
  const own = buildApp(tools, [list, cut]);
  const asked = (path: string, init: RequestInit = {}) => own.request(`http://localhost${path}`, init);
  for (let turn = 0; turn < 40; turn++)
    expect((await asked('/cut.csv', { method: 'HEAD' })).status).toBe(200);
  expect((await asked('/things.csv')).status).toBe(200);
});

test('an unknown path is answered 404 as page, JSON, and never as CSV', async () => {
  expect((await ask('/nowhere')).status).toBe(404);
  const response = await ask('/nowhere.csv');
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
});

test('the choice of language and look is kept, and leads back to a page of ours only', async () => {
  const body = new URLSearchParams({ lang: 'en', theme: 'dark', back: '//elsewhere.example' });
  const { status, headers } = await buildApp(tools).request('http://localhost/preferences', {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect([status, headers.get('location')]).toEqual([303, '/']);
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  expect(await (await ask('/things', { headers: { cookie } })).text()).toContain(
    '<html lang="en" data-theme="dark"',
  );
});
