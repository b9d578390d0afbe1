import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { openStore } from '../../src/store/open-store.ts';
import { findAccount } from '../../src/store/people/accounts.ts';
import { checkPassword } from '../../src/web/security/password.ts';
import { tempDir } from '../store/temp-store.ts';
import { capture } from './hand-made.ts';

const database = () => join(tempDir(), 'new', 'gongkai.sqlite');

/** Runs a command with this on standard input, from a file or typed on a terminal. */
async function run(file: string, args: string, typed = '', isTTY = false) {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  stdin.end(typed);
  const io = { ...capture(), stdin };
  const code = await runCli(['--database', file, '--lang', 'en', ...args.split(' ')], io);
  return { code, out: io.out(), err: io.err() };
}

const accountIn = (file: string, name: string) => {
  const store = openStore(file, { readonly: true });
  const account = findAccount(store, name);
  store.close();
  return account;
};

test('an account is made with the password that is the first line of standard input', async () => {
  const file = database();
  expect(await run(file, 'users add WangFang --role admin', 'a good password\nmore\n')).toMatchObject({
    code: 0,
    err: 'account wangfang saved\n',
  });
  const account = accountIn(file, 'wangfang');
  expect(account?.role).toBe('admin');
  expect(await checkPassword('a good password', account?.password ?? '')).toBe(true);
  expect(JSON.parse((await run(file, 'users list')).out)).toEqual([
    { name: 'wangfang', role: 'admin', created_at: expect.any(String), disabled_at: null },
  ]);
});

test('an account is changed, disabled and let in again', async () => {
  const file = database();
  await run(file, 'users add li', 'a good password\n');
  expect(accountIn(file, 'li')?.role).toBe('reader');
  await run(file, 'users role li lead');
  await run(file, 'users disable li');
  expect(accountIn(file, 'li')).toMatchObject({ role: 'lead', disabled_at: expect.any(String) });
  await run(file, 'users enable li');
  await run(file, 'users passwd li', 'another password\n');
  const account = accountIn(file, 'li');
  expect(account?.disabled_at).toBeNull();
  expect(await checkPassword('another password', account?.password ?? '')).toBe(true);
});

test.each([
  ['users add li --role chief', 'x', /--role cannot be chief; choose reader, auditor, lead, admin/],
  ['users add local', 'a good password\n', /not a name for an account: local/],
  ['users add li', 'short\n', /too short: 12/],
  ['users add li', '', /no password/],
  ['users passwd zhao', 'a good password\n', /there is no account zhao/],
  ['users disable zhao', '', /there is no account zhao/],
  ['review --host 0.0.0.0', '', /gongkai users add NAME --role admin/],
  ['review --behind-proxy', '', /gongkai users add NAME --role admin/],
  ['review --host 192.0.2.1', '', /through 192\.0\.2\.1 or a proxy/],
])('gongkai %s is refused with exit code 2 and says what to do', async (args, typed, says) => {
  const { code, err } = await run(database(), args, typed);
  expect(err).toMatch(says);
  expect(code).toBe(2);
});

test('there is no second account of one name', async () => {
  const file = database();
  await run(file, 'users add li', 'a good password\n');
  const before = accountIn(file, 'li');
  expect(await run(file, 'users add ＬＩ --role admin', 'a better password\n')).toMatchObject({ code: 2 });
  expect(accountIn(file, 'li')).toEqual(before);
});

test('on a terminal the password is asked for twice, and is not shown', async () => {
  const file = database();
  const typed = await run(file, 'users add li', 'a good password\na good password\n', true);
  expect(typed).toMatchObject({ code: 0, err: 'password of li: \nonce more: \naccount li saved\n', out: '' });
  const slip = await run(file, 'users add zhao', 'a good password\na god password\n', true);
  expect([slip.code, accountIn(file, 'zhao')]).toEqual([2, undefined]);
});
