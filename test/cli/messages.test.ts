import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { postMessage, sendMail } from '../../scrapers/index.ts';
import { beat, endPath, type Send, type Senders, tell } from '../../src/cli/messages.ts';
import { makeRunReport } from '../runs/made-report.ts';
import { capture, sessionOf } from './hand-made.ts';
import { type Behaviour, type Receiver, startReceiver } from './receiver.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-messages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let open: Receiver[] = [];
afterEach(async () => {
  for (const receiver of open) await receiver.close();
  open = [];
});

const SECRET_PATH = '/services/T000/B000/geheim';
/** As the commands send, with less patience. */
const QUICK = { totalMs: 300, triesAfterFirst: 2, backoffMs: 10 };
const send: Send = (message, connectTo) => postMessage(message, connectTo, QUICK);
const mail: Senders['mail'] = (message) => sendMail(message, QUICK);
const senders = { send, mail };

async function setUp(...behaviours: readonly Behaviour[]) {
  const receiver = await startReceiver(...behaviours);
  open.push(receiver);
  const io = capture();
  const database = join(mkdtempSync(join(folder, 'run-')), 'g.sqlite');
  const session = { ...sessionOf(io), database };
  const undelivered = `${database}.runs/undelivered/run-000212.json`;
  return { receiver, io, session, undelivered };
}

const webhook = (host: string): string => `http://${host}${SECRET_PATH}`;
const report = makeRunReport();

test.each<[host: string, textOf: (body: Record<string, never>) => string, answer: Behaviour]>([
  ['hooks.slack.com', (body) => body['text'] ?? '', [200, 'ok']],
  ['open.feishu.cn', (body) => body['content']?.['text'] ?? '', [200, '{"code":0,"msg":"success"}']],
  ['qyapi.weixin.qq.com', (body) => body['text']?.['content'] ?? '', [200, '{"errcode":0,"errmsg":"ok"}']],
  ['oapi.dingtalk.com', (body) => body['text']?.['content'] ?? '', [200, '{"errcode":0,"errmsg":"ok"}']],
  ['alarm.example.com', (body) => body['text'] ?? '', 204],
])('a message to %s is in the shape that it takes', async (host, textOf, answer) => {
  const { receiver, io, session } = await setUp(answer);
  await tell(report, { webhook: webhook(host), connectTo: [receiver.connectTo] }, session, senders);
  expect(io.err()).toBe('');
  const [message] = receiver.received;
  expect(receiver.received).toHaveLength(1);
  expect(message).toMatchObject({ method: 'POST', path: SECRET_PATH, headers: { host } });
  expect(message?.headers['content-type']).toBe('application/json; charset=utf-8');
  const text = textOf(JSON.parse(message?.body ?? '{}'));
  expect(text).toMatch(/^gongkai Run 212: done, some sources failed \(6\)\./);
  expect(text).toContain('丁和县 (220321) failed');
});

test('the facts for any other receiver are JSON, with the alarms that are news', async () => {
  const { receiver, session } = await setUp(200);
  await tell(
    report,
    { webhook: webhook('a.example.com'), connectTo: [receiver.connectTo] },
    session,
    senders,
  );
  const body = JSON.parse(receiver.received[0]?.body ?? '{}');
  expect(body).toMatchObject({ run: 212, command: 'run', exitCode: 6, totals: report.totals });
  expect(body.alarms.map(({ state }: { state: string }) => state)).not.toContain('still');
});

test('a message is signed with the secret, and the receiver can verify it', async () => {
  const { receiver, session } = await setUp(200);
  const env = { GONGKAI_WEBHOOK_SECRET: 'between us' };
  const options = { webhook: webhook('a.example.com'), connectTo: [receiver.connectTo] };
  await tell(report, options, { ...session, env }, senders);
  await tell(report, options, session, senders);
  const [signed, unsigned] = receiver.received;
  const expected = createHmac('sha256', 'between us')
    .update(signed?.body ?? '')
    .digest('hex');
  expect(signed?.headers['x-gongkai-signature']).toBe(`sha256=${expected}`);
  expect(unsigned?.headers).not.toHaveProperty('x-gongkai-signature');
});

test('a service that fails at first is asked again', async () => {
  const { receiver, io, session, undelivered } = await setUp(500, 503, 200);
  await tell(
    report,
    { webhook: webhook('a.example.com'), connectTo: [receiver.connectTo] },
    session,
    senders,
  );
  expect(receiver.received).toHaveLength(3);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(io.err()).toBe('');
  expect(existsSync(undelivered)).toBe(false);
});

test.each<[how: string, host: string, behaviour: Behaviour, says: RegExp]>([
  ['answers 500', 'a.example.com', 500, /server_error: status 500/],
  ['answers 404', 'a.example.com', 404, /gone: status 404/],
  ['never answers', 'a.example.com', 'silence', /timeout: /],
  ['sends us elsewhere', 'a.example.com', 302, /status 302/],
  [
    'refuses with success',
    'open.feishu.cn',
    [200, '{"code":19024,"msg":"Key Words Not Found"}'],
    /19024: Key Words/,
  ],
  [
    'refuses with success',
    'qyapi.weixin.qq.com',
    [200, '{"errcode":93000,"errmsg":"invalid webhook"}'],
    /93000: /,
  ],
  [
    'refuses with success',
    'oapi.dingtalk.com',
    [200, '{"errcode":310000,"errmsg":"sign not match"}'],
    /310000: /,
  ],
])('a service that %s (%s) costs a line and a file, not the run', async (_, host, behaviour, says) => {
  const { receiver, io, session, undelivered } = await setUp(behaviour);
  await tell(report, { webhook: webhook(host), connectTo: [receiver.connectTo] }, session, senders);
  const [line] = io.err().split('\n');
  expect(line).toContain(`the message to ${host} was not delivered: `);
  expect(line).toMatch(says);
  const kept = JSON.parse(readFileSync(undelivered, 'utf8'));
  expect(kept).toMatchObject({ run: 212, host, detail: expect.stringMatching(says) });
  expect(JSON.stringify(kept.message)).toContain('gongkai Run 212');
  for (const told of [io.err(), JSON.stringify(kept)]) expect(told).not.toContain('geheim');
});

test('a service that is down costs a line and a file, not the run', async () => {
  const { receiver, io, session, undelivered } = await setUp();
  await receiver.close();
  await tell(
    report,
    { webhook: webhook('a.example.com'), connectTo: [receiver.connectTo] },
    session,
    senders,
  );
  expect(io.err()).toMatch(/a\.example\.com was not delivered: connect: /);
  expect(existsSync(undelivered)).toBe(true);
});

test.each([
  'http://127.0.0.1/hook',
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.8/',
  'http://localhost/',
  'http://[::1]/',
])('no message goes to the private address %s, unless --connect-to names it', async (address) => {
  const { receiver, io, session } = await setUp(200);
  await tell(report, { webhook: address }, session, senders);
  await beat('', { heartbeat: address }, session, send);
  expect(receiver.received).toEqual([]);
  expect(io.err().match(/private_address/g)).toHaveLength(2);
  await tell(report, { webhook: address, connectTo: [receiver.connectTo] }, session, senders);
  expect(receiver.received).toHaveLength(1);
});

test('an address that is none is told without being repeated', async () => {
  const { io, session } = await setUp();
  await tell(report, { webhook: 'geheim' }, session, senders);
  await beat('/start', { heartbeat: 'geheim' }, session, send);
  expect(io.err()).toContain('the message to ? was not delivered: bad_url');
  expect(io.err()).not.toContain('geheim');
});

test('a folder that cannot be written costs a line, not the run', async () => {
  const { receiver, io, session } = await setUp(500);
  writeFileSync(`${session.database}.runs`, 'a file in its place');
  await tell(
    report,
    { webhook: webhook('a.example.com'), connectTo: [receiver.connectTo] },
    session,
    senders,
  );
  expect(io.err()).toMatch(/not delivered[^\n]+\n[^\n]*(?:ENOTDIR|EEXIST)/);
});

test('a run without news sends nothing', async () => {
  const { receiver, session } = await setUp(200);
  const options = { webhook: webhook('a.example.com'), connectTo: [receiver.connectTo] };
  const still = report.alarms.map((alarm) => ({ ...alarm, state: 'still' as const }));
  await tell({ ...report, alarms: still }, options, session, senders);
  await tell({ ...report, alarms: [] }, options, session, senders);
  expect(receiver.received).toEqual([]);
  await tell({ ...report, alarms: [], exitCode: 8 }, options, session, senders);
  expect(receiver.received).toHaveLength(1);
});

test('a heartbeat: /start, then nothing behind the address for a sign of life, else the exit code', async () => {
  const { receiver, session } = await setUp(200);
  const options = { heartbeat: 'http://hc.example.com/uuid/?k=1', connectTo: [receiver.connectTo] };
  for (const path of ['/start', ...[0, 6, 10, 11, 3, 8].map(endPath), '/fail'])
    await beat(path, options, session, send);
  expect(receiver.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /uuid/start?k=1',
    ...Array.from({ length: 4 }, () => 'GET /uuid?k=1'),
    'GET /uuid/3?k=1',
    'GET /uuid/8?k=1',
    'GET /uuid/fail?k=1',
  ]);
});
