import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPages } from '../../src/web/apart/open-pages.ts';
import { buildApp } from '../../src/web/app.tsx';
import { type Listening, openPort, TIMEOUTS } from '../../src/web/serve.ts';
import { routes } from './apart/slow-routes.ts';
import { logInAs } from './log-in-as.ts';
import { openTools } from './open-tools.ts';

/**
 * A local load: clients that ask for too much, each in its way, over a real port, while somebody works (requirement
 * C-54). Each limit is seen to act, and the one who works is answered.
 */

const QUICK = { ...TIMEOUTS, headersTimeout: 1500, requestTimeout: 3000, connectionsCheckingInterval: 100 };

const { tools: made, close } = openTools();
/** Whoever sends slowly is measured by the real clock. */
const tools = { ...made, now: () => new Date() };
const pages = openPages(
  { ...tools, loopback: false, database: tools.reader.file },
  { routes: new URL('./apart/slow-routes.ts', import.meta.url), processes: 2, timeoutMs: 3000 },
);
const someone = logInAs('reader', tools);
const worker = logInAs('auditor', tools);
let server: Listening;
let port: number;

beforeAll(async () => {
  const app = buildApp({ ...tools, pages, loopback: false }, routes);
  server = await openPort(app, { host: '127.0.0.1', port: 0 }, QUICK);
  port = Number(new URL(server.address).port);
  await pages.warm();
});
afterAll(async () => {
  await server.close();
  pages.close();
  close();
});

const get = (path: string, headers: Record<string, string> = someone): Promise<Response> =>
  fetch(server.address + path, { headers });

/** The one who works is answered whatever the others do. */
async function expectServed(): Promise<void> {
  const response = await get('/quick.json', worker);
  expect([response.status, ((await response.json()) as { person: string }).person]).toEqual([
    200,
    'the-auditor',
  ]);
}

/** A connection that says `text`, and what it was answered until it was closed. */
function open(text: string): { readonly socket: Socket; readonly got: Promise<string> } {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  const got = new Promise<string>((resolve) => {
    let all = '';
    socket.on('data', (chunk) => {
      all += chunk;
    });
    socket.on('error', () => resolve(all));
    socket.on('close', () => resolve(all));
  });
  return { socket, got };
}

const head = (line: string, ...more: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: localhost', `Cookie: ${someone['cookie']}`, ...more, '', ''].join('\r\n');

test('a body over 1 MiB is refused: one that says so before it is sent, one that does not as soon as it is', async () => {
  const origin = `Origin: http://localhost`;
  const said = open(head('POST /quick', origin, 'Content-Type: text/plain', 'Content-Length: 1048577'));
  expect(await Promise.race([said.got, sleep(5000, '')])).toMatch(/^HTTP\/1\.1 413 /);
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const unsaid = open(
    head('POST /quick', origin, 'Content-Type: text/plain', 'Transfer-Encoding: chunked') + chunk.repeat(17),
  );
  expect(await Promise.race([unsaid.got, sleep(5000, '')])).toMatch(/^HTTP\/1\.1 413 /);
  await expectServed();
});

test('an address or a head over 16 KiB is refused', async () => {
  const long = 'x'.repeat(20_000);
  expect(await open(head(`GET /quick?a=${long}`)).got).toMatch(/^HTTP\/1\.1 431 /);
  expect(await open(head('GET /quick', `X-Long: ${long}`)).got).toMatch(/^HTTP\/1\.1 431 /);
  await expectServed();
});

test('two hundred clients that send their heads a byte at a time are cut off, and others are served meanwhile', async () => {
  const slow = Array.from({ length: 200 }, () => open('GET /quick HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
  const drip = setInterval(() => {
    for (const { socket } of slow) if (socket.writable) socket.write('x');
  }, 200);
  onTestFinished(() => clearInterval(drip));
  await expectServed();
  const answers = await Promise.all(slow.map(({ got }) => got));
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 408 '))).toHaveLength(200);
});

test('a session that asks too often waits, and nobody else does', async () => {
  const statuses: number[] = [];
  for (let round = 0; round < 20; round++)
    statuses.push(
      ...(await Promise.all(Array.from({ length: 50 }, async () => (await get('/nowhere')).status))),
    );
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  await expectServed();
});

test('two files are sent at one time: who reads slowly holds up the third file, and no page', async () => {
  const line = head('GET /rows-2000000.csv').replace(someone['cookie'] ?? '', worker['cookie'] ?? '');
  const [one, two] = [open(line), open(line)];
  // They have their places when the first bytes are there; then they read no more.
  const begun = ({ socket }: typeof one) =>
    new Promise((resolve) => socket.once('data', () => resolve(socket.pause())));
  await Promise.all([begun(one), begun(two)]);
  const third = get('/rows-5000.csv', worker);
  expect(await Promise.race([third.then(() => 'served'), sleep(1500, 'waits')])).toBe('waits');
  await expectServed();
  one.socket.destroy();
  expect((await (await third).text()).split('\n')).toHaveLength(5002);
  two.socket.destroy();
});

test('statements that never end are ended, as many as are asked for, and the next page is served', async () => {
  const slow = await Promise.all([get('/slow', worker), get('/slow', worker)]);
  expect(slow.map(({ status }) => status)).toEqual([504, 504]);
  await expectServed();
});
