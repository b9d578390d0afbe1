import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { postMessage, sendMail } from '../../../scrapers/index.ts';
import { beat, tell } from '../../../src/cli/messages.ts';
import { writeRunFiles } from '../../../src/cli/write-run-files.ts';
import { addAccount } from '../../../src/store/people/accounts.ts';
import { buildApp } from '../../../src/web/app.tsx';
import type { Route } from '../../../src/web/route.ts';
import { ROUTES } from '../../../src/web/routes.ts';
import { hashPassword } from '../../../src/web/security/password.ts';
import { SESSION_COOKIE } from '../../../src/web/security/session.ts';
import { capture, sessionOf } from '../../cli/hand-made.ts';
import { startReceiver } from '../../cli/receiver.ts';
import { makeRunReport } from '../../runs/made-report.ts';
import { openTools } from '../open-tools.ts';
import { samplePaths } from '../sample-paths.ts';

/**
 * Canaries: secrets that are easy to find again are used for all that secrets are used for, and then looked for in all
 * that the program wrote: pages, addresses, logs, reports, and every file beside the database (requirement C-53).
 */
const PASSWORD = 'canary-of-a-password-7f3a';
const WRONG = 'canary-of-a-wrong-password-5b1c';
const SIGNING = 'canary-of-a-signing-key-2d9e';
const HOOK = 'canary-of-a-webhook-8c4b';
const HEART = 'canary-of-a-heartbeat-1a6f';

const { tools, told, folder, close } = openTools();
afterAll(close);

/** What a secret may look like when it is written down: as it is, in base64, in hexadecimal. */
const looksOf = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2),
  Buffer.from(secret).toString('hex'),
];

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile());

test('no secret is in a page, an address, a log, a report or a file', async () => {
  addAccount(tools.writer, {
    ...{ name: 'wang', role: 'admin', password: await hashPassword(PASSWORD) },
    createdAt: tools.now().toISOString(),
  });
  const broken: Route = {
    ...{ method: 'post', path: '/broken', access: 'reader' },
    answer: () => {
      throw new Error('a program error');
    },
  };
  const app = buildApp(tools, [...ROUTES, broken]);
  const seen: string[] = [];
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await app.request(`http://localhost${path}`, init);
    const { 'set-cookie': _, ...headers } = Object.fromEntries(response.headers);
    seen.push(JSON.stringify(headers), await response.clone().text());
    return response;
  };
  const post = (path: string, body: Record<string, string>, cookie = '') =>
    ask(path, {
      ...{ method: 'POST', body: new URLSearchParams(body) },
      headers: { 'sec-fetch-site': 'same-origin', cookie },
    });
  await post('/login', { name: 'wang', password: WRONG, back: '/' });
  await post('/login', { name: WRONG, password: WRONG, back: '/' });
  const { headers } = await post('/login', { name: 'wang', password: PASSWORD, back: '/' });
  const token = /=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  expect(token).toHaveLength(43);
  const cookie = `${SESSION_COOKIE}=${token}`;
  for (const path of samplePaths(ROUTES, { ':id': '1', ':code': '22', ':agency': '1', ':name': 'x' }))
    await ask(path, { headers: { cookie } });
  await post('/broken', { password: PASSWORD }, cookie);
  await post('/account/password', { old: WRONG, next: PASSWORD }, cookie);
  expect(told.join()).toContain('a program error');

  const receiver = await startReceiver(500);
  const io = { ...capture(), env: { GONGKAI_WEBHOOK_SECRET: SIGNING } };
  const session = { ...sessionOf(io), env: io.env, database: tools.writer.file };
  const report = makeRunReport();
  const options = {
    ...{ webhook: `http://hooks.example.com/services/${HOOK}?key=${HOOK}`, connectTo: [receiver.connectTo] },
    heartbeat: `http://monitor.example.com/ping/${HEART}?key=${HEART}`,
  };
  const impatient: typeof postMessage = (message, connectTo) =>
    postMessage(message, connectTo, { totalMs: 300, triesAfterFirst: 0, backoffMs: 10 });
  await tell(report, options, session, { send: impatient, mail: sendMail });
  await beat('', options, session, impatient);
  await receiver.close();
  await writeRunFiles(report, null, session);
  expect(receiver.received.map(({ path }) => path).join()).toMatch(new RegExp(`${HOOK}.*${HEART}`));
  expect(io.err()).toContain('hooks.example.com');

  tools.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const files = filesIn(folder);
  expect(files.map((path) => path.replace(folder, '')).join()).toMatch(/latest\.html.*undelivered/);
  const written = [
    ...[...seen, ...told, io.out(), io.err()].map((text) => ['an answer or a log', text] as const),
    ...files.map((path) => [path.replace(folder, ''), readFileSync(path, 'latin1')] as const),
  ];
  const tokenBytes = Buffer.from(token, 'base64url').toString('latin1');
  const found = [PASSWORD, WRONG, SIGNING, HOOK, HEART, token]
    .flatMap(looksOf)
    .concat(tokenBytes)
    .flatMap((look) =>
      written.filter(([, text]) => text.includes(look)).map(([where]) => `${look} in ${where}`),
    );
  expect(found).toEqual([]);
});
