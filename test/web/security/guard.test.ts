import { html } from 'hono/html';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../../src/web/app.tsx';
import { route } from '../../../src/web/route.ts';
import { logInAs, SAME_ORIGIN } from '../log-in-as.ts';
import { openTools } from '../open-tools.ts';

const { tools, close } = openTools();
afterAll(close);
const said: unknown[] = [];
const say = route({
  method: 'post',
  path: '/say',
  access: 'reader',
  body: z.object({}).loose(),
  answer: ({ body }) => {
    said.push(body);
    return { redirect: '/' };
  },
});
const page = route({
  method: 'get',
  path: '/',
  access: 'reader',
  answer: () => ({ title: 'Home', page: html`<h1>Home</h1>`, data: {} }),
});
const frame = route({
  method: 'get',
  path: '/frame',
  access: 'reader',
  bytes: true,
  answer: () => ({ bytes: 'x', type: 'text/html', headers: { 'Content-Security-Policy': 'sandbox' } }),
});
const routes = [say, page, frame];
const app = buildApp(tools, routes);

const BODIES = {
  'application/json': '{"a":1}',
  'application/x-www-form-urlencoded': 'a=1',
  'text/plain': '{"a":1}',
  none: undefined,
} as const;
const MATRIX = Object.keys(BODIES).flatMap((type) => [
  ...['same-origin', 'same-site', 'cross-site', 'none'].map((site) => ({ type, site, origin: undefined })),
  ...['http://localhost', 'http://elsewhere.example', 'null'].map((origin) => ({
    type,
    site: undefined,
    origin,
  })),
  { type, site: undefined, origin: undefined },
  { type, site: 'cross-site', origin: 'http://localhost' },
]);

test.each(MATRIX)('a POST of $type, Sec-Fetch-Site $site, Origin $origin', async ({ type, site, origin }) => {
  said.length = 0;
  const response = await app.request('http://localhost/say', {
    method: 'POST',
    ...(type === 'none' ? {} : { body: BODIES[type as keyof typeof BODIES] as string }),
    headers: {
      ...(type === 'none' ? {} : { 'content-type': type }),
      ...(site === undefined ? {} : { 'sec-fetch-site': site }),
      ...(origin === undefined ? {} : { origin }),
    },
  });
  const ours = site === undefined ? origin === 'http://localhost' : site === 'same-origin';
  expect(response.status).toBe(ours ? 303 : 403);
  expect(said.length).toBe(ours ? 1 : 0);
});

test('a GET of a route that is a POST changes nothing', async () => {
  expect((await app.request('http://localhost/say')).status).toBe(404);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('the method %s is no way in', async (method) => {
  expect((await app.request('http://localhost/say', { method })).status).toBe(403);
  expect((await app.request('http://localhost/say', { method, headers: SAME_ORIGIN })).status).toBe(404);
});

test.each([
  ['localhost', 200],
  ['localhost:8420', 200],
  ['127.0.0.1:8420', 200],
  ['[::1]:8420', 200],
  ['LOCALHOST', 200],
  ['evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['localhost.evil.example:8420', 421],
  ['10.0.0.7', 421],
])('without accounts, a page asked for as %s is answered %i', async (host, status) => {
  expect((await app.request(`http://${host}/`)).status).toBe(status);
});

test('a body of more than 1 MiB is refused, said to be or not', async () => {
  const body = 'a='.padEnd(1024 * 1024 + 1, 'x');
  const headers = { ...SAME_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await app.request('http://localhost/say', { method: 'POST', body, headers });
  expect(response.status).toBe(413);
});

test('JSON that is none is a bad request', async () => {
  const headers = { ...SAME_ORIGIN, 'content-type': 'application/json' };
  const response = await app.request('http://localhost/say', { method: 'POST', body: '{', headers });
  expect(response.status).toBe(400);
});

test('every answer carries the headers that keep it in its place', async () => {
  const of = async (path: string) =>
    Object.fromEntries((await app.request(`http://localhost${path}`)).headers);
  const headers = await of('/');
  expect(headers).toMatchObject({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(await of('/nowhere')).toMatchObject({
    'content-security-policy': headers['content-security-policy'],
  });
  expect((await of('/frame'))['content-security-policy']).toBe('sandbox');
});

test('behind a proxy with HTTPS, nobody works without an account and browsers are told to come by HTTPS only', async () => {
  const ask = (behindProxy: boolean) =>
    buildApp({ ...tools, behindProxy }, routes).request('http://localhost/');
  const [behind, before] = [await ask(true), await ask(false)];
  expect([behind.status, before.status]).toEqual([303, 200]);
  expect(behind.headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(before.headers.has('strict-transport-security')).toBe(false);
});

test('once there is an account, nobody works without one, and the name of the host does not matter', async () => {
  const other = openTools();
  const shared = buildApp(other.tools, routes);
  expect((await shared.request('http://localhost/')).status).toBe(200);
  const headers = logInAs('reader', other.tools);
  expect((await shared.request('http://localhost/')).status).toBe(303);
  expect((await shared.request('http://review.example/', { headers })).status).toBe(200);
  other.close();
});

test('where the port is open to other machines nobody works without an account, even before there is one', async () => {
  const response = await buildApp({ ...tools, loopback: false }, routes).request('http://localhost/');
  expect(response.status).toBe(303);
});

test('a session that asks more often than a person could is told to wait, and others are not', async () => {
  const other = openTools();
  const busy = buildApp(other.tools, routes);
  const [one, another] = [logInAs('reader', other.tools), logInAs('auditor', other.tools)];
  const ask = async (headers: Record<string, string>) =>
    (await busy.request('http://localhost/frame', { headers })).status;
  const answers: number[] = [];
  for (let nth = 0; nth < 310; nth++) answers.push(await ask(one));
  expect(answers.filter((status) => status === 429)).toHaveLength(10);
  expect(await ask(another)).toBe(200);
  other.close();
});
