import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sendMail } from '../../scrapers/index.ts';
import { readMail, type Senders, tell } from '../../src/cli/messages.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import type { Alarm } from '../../src/model/run-report.ts';
import { makeRunReport } from '../runs/made-report.ts';
import { capture, sessionOf } from './hand-made.ts';
import { type MailBehaviour, type MailServer, startMailServer } from './mail-server.ts';

const senders: Senders = {
  send: async () => ({ delivered: true, status: 200, answer: '' }),
  mail: (message) => sendMail(message, { totalMs: 400, triesAfterFirst: 2, backoffMs: 10 }),
};
const report = makeRunReport();
const TO = 'audit@example.org';

async function setUp(...behaviours: readonly MailBehaviour[]) {
  const server = await startMailServer(...behaviours);
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-mail-'));
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const io = capture();
  const database = join(folder, 'g.sqlite');
  const session = { ...sessionOf(io), database, env: { GONGKAI_SMTP: withUser(server) } };
  return {
    server,
    io,
    session,
    runs: `${database}.runs`,
    undelivered: `${database}.runs/undelivered/run-000212-mail.json`,
  };
}

const withUser = ({ url }: MailServer): string => url.replace('//', '//bote:ge%2Fheim@');

/** Header and text of a mail, its encoding undone. */
function readMailText(raw: string): { headers: Map<string, string>; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => {
        const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
        return [name.toLowerCase(), value];
      }),
  );
  const encoded = body.join('\r\n\r\n');
  const text =
    headers.get('content-transfer-encoding') === 'base64'
      ? Buffer.from(encoded, 'base64').toString()
      : decodeQuoted(encoded);
  return { headers, text };
}

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`))),
    'latin1',
  ).toString();

test('a run with news is told by mail, with the words of the webhook’s message', async () => {
  const { server, io, session } = await setUp('take');
  const two = `${TO}, second@example.org`;
  expect(await tell(report, { mailTo: two }, session, senders)).toEqual([]);
  expect(io.err()).toBe('');
  expect(server.mails).toHaveLength(1);
  const { headers, text } = readMailText(server.mails[0] ?? '');
  expect(headers.get('subject')).toMatch(/^gongkai Run 212: done, some sources failed \(6\)\./);
  expect(headers.get('to')).toBe(`${TO}, second@example.org`);
  expect(headers.get('from')).toBe(TO);
  expect(text).toContain('丁和县 (220321) failed');
  expect(server.sessions[0]?.filter((command) => command.startsWith('RCPT'))).toHaveLength(2);
});

test('a run without news sends no mail; an alarm that is over is news', async () => {
  const { server, session } = await setUp('take');
  const still = report.alarms.map((alarm) => ({ ...alarm, state: 'still' as const }));
  await tell({ ...report, alarms: still }, { mailTo: TO }, session, senders);
  expect(server.sessions).toEqual([]);
  const over: Alarm = {
    kind: 'disk_low',
    about: 'disk',
    zh: '磁盘',
    en: 'the disk',
    state: 'over',
    nights: 3,
  };
  await tell({ ...report, alarms: [over] }, { mailTo: TO }, session, senders);
  expect(readMailText(server.mails[0] ?? '').text).toContain('[over] the disk');
});

test.each<[how: string, behaviours: readonly MailBehaviour[], sessions: number]>([
  ['is busy at first (421)', [['EHLO', '421 4.3.2 later'], 'take'], 2],
  ['greylists (451)', [['RCPT', '451 4.7.1 greylisted'], ['RCPT', '451 4.7.1 greylisted'], 'take'], 3],
  ['says nothing at first', ['silence', 'take'], 2],
])('a server that %s is asked again', async (_, behaviours, sessions) => {
  const { server, io, session, undelivered } = await setUp(...behaviours);
  expect(await tell(report, { mailTo: TO }, session, senders)).toEqual([]);
  expect(server.sessions).toHaveLength(sessions);
  expect(server.mails).toHaveLength(1);
  expect(io.err()).toBe('');
  expect(existsSync(undelivered)).toBe(false);
});

test.each<[how: string, behaviour: MailBehaviour, sessions: number, says: RegExp]>([
  ['refuses the receiver (550)', ['RCPT', '550 5.1.1 no such user'], 1, /550 5\.1\.1 no such user/],
  ['refuses the mail (554)', ['.', '554 5.7.1 spam'], 1, /554 5\.7\.1 spam/],
  ['refuses the password, and repeats it', ['AUTH', '535 5.7.8 not ge/heim'], 1, /EAUTH: 535 5\.7\.8 not …/],
  ['is broken (500)', ['MAIL', '500 5.5.1 what?'], 1, /500 5\.5\.1 what\?/],
  ['stays busy', ['DATA', '452 4.3.1 full'], 3, /452 4\.3\.1 full/],
  ['never answers', 'silence', 3, /ETIMEDOUT/],
  ['says one byte at a time', 'drip', 3, /ETIMEDOUT/],
])(
  'a server that %s costs a line, a file and a line of the log, not the run',
  async (_, behaviour, sessions, says) => {
    const { server, io, session, undelivered, runs } = await setUp(behaviour);
    const host = new URL(server.url).host;
    const told = await tell(report, { mailTo: TO }, session, senders);
    expect(told).toEqual([{ host, detail: expect.stringMatching(says) }]);
    expect(server.sessions.length).toBeGreaterThanOrEqual(sessions);
    expect(io.err().split('\n')[0]).toContain(`the message to ${host} was not delivered: `);
    const kept = JSON.parse(readFileSync(undelivered, 'utf8'));
    expect(kept).toMatchObject({ run: 212, host, detail: expect.stringMatching(says) });
    expect(kept.message.text).toContain('gongkai Run 212');
    const log = readFileSync(join(runs, 'run-000212.log.jsonl'), 'utf8');
    expect(JSON.parse(log)).toMatchObject({
      run_id: 212,
      event: 'message_failed',
      cause: 'not_delivered',
      host,
    });
    const secrets = [
      'ge/heim',
      'ge%2Fheim',
      ...['ge/heim', '\0bote\0ge/heim'].map((one) => Buffer.from(one).toString('base64')),
    ];
    for (const text of [io.err(), JSON.stringify(kept), JSON.stringify(told), log])
      for (const secret of secrets) expect(text).not.toContain(secret);
  },
);

test('a server that is down costs a line and a file', async () => {
  const { server, io, session, undelivered } = await setUp('take');
  await server.close();
  expect(await tell(report, { mailTo: TO }, session, senders)).toHaveLength(1);
  expect(io.err()).toMatch(/not delivered: E[A-Z]+: /);
  expect(existsSync(undelivered)).toBe(true);
});

test('that one of two receivers is refused is told', async () => {
  const { server, session } = await setUp(['RCPT TO:<SECOND', '550 5.1.1 no such user']);
  const told = await tell(report, { mailTo: `${TO},second@example.org` }, session, senders);
  expect(told).toMatchObject([{ detail: 'EENVELOPE: 1 of 2 receivers were refused' }]);
  expect(server.mails).toHaveLength(1);
});

test('a password goes to another machine only by TLS', async () => {
  const { server } = await setUp('take');
  const { port } = new URL(server.url);
  const mail = { from: TO, to: [TO], subject: 's', text: 't' };
  const patience = { totalMs: 400, triesAfterFirst: 0, backoffMs: 1 };
  // Another name of this machine stands for another machine.
  const clear = await sendMail(
    { ...mail, server: `smtp://bote:geheim@[::ffff:127.0.0.1]:${port}` },
    patience,
  );
  expect(clear).toMatchObject({ delivered: false });
  expect(server.sessions.flat().join('\n')).not.toMatch(/^AUTH/m);
  expect(await sendMail({ ...mail, server: `smtp://[::ffff:127.0.0.1]:${port}` }, patience)).toMatchObject({
    delivered: true,
  });
});

test('nothing that a site wrote ends a line of a header', async () => {
  const { server, session } = await setUp('take');
  const evil = 'x\r\nBcc: all@example.org\r\n\r\nrun 9: all done\u202e';
  const alarm: Alarm = { kind: 'source_failed', about: 'x', zh: evil, en: evil, state: 'first', nights: 1 };
  await tell({ ...report, alarms: [alarm] }, { mailTo: TO }, session, senders);
  const { headers, text } = readMailText(server.mails[0] ?? '');
  expect([...headers.keys()]).not.toContain('bcc');
  expect(text).toMatch(/^• x Bcc: all@example\.org run 9: all done$/m);
  // The library folds what it is given all the same.
  await sendMail({ server: server.url, from: TO, to: [TO], subject: evil, text: 't' });
  expect([...readMailText(server.mails[1] ?? '').headers.keys()]).not.toContain('bcc');
  expect(server.sessions.flat().filter((command) => command.startsWith('RCPT'))).toHaveLength(2);
});

test.each([
  ['no server', TO, undefined],
  ['a web address for a server', TO, 'https://bote:geheim@mail.example.org'],
  ['a bare % in the password', TO, 'smtps://bote:ge%heim@mail.example.org'],
  ['no address', 'audit', 'smtp://mail.example.org'],
  ['an address with a line end', 'a@example.org\r\nBcc: b@example.org', 'smtp://mail.example.org'],
  ['an address with a name', 'Audit <a@example.org>', 'smtp://mail.example.org'],
])('%s is a fault of usage, told without the password', (_, mailTo, server) => {
  const read = () => readMail({ mailTo }, { env: { GONGKAI_SMTP: server } });
  expect(read).toThrow(UsageError);
  expect(read).not.toThrow(/ge%?heim/);
});
