import { expect, test } from 'vitest';
import { AccountName } from '../../../src/model/person.ts';
import * as accounts from '../../../src/store/people/accounts.ts';
import { clearFailures, takeAttempt } from '../../../src/store/people/login-failures.ts';
import { findSession, sessionsOf, startSession } from '../../../src/store/people/sessions.ts';
import { tempStore } from '../temp-store.ts';

const START = Date.parse('2026-03-01T00:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const iso = (seconds: number) => at(seconds).toISOString();
const LIMITS = { startedAfter: iso(-3600), usedAfter: iso(-600) };

function withAccount() {
  const store = tempStore();
  accounts.addAccount(store, { name: 'wang', role: 'auditor', password: 'hash', createdAt: iso(0) });
  const account = accounts.findAccount(store, 'wang')!;
  const token = Buffer.alloc(32, 1);
  startSession(
    store,
    { token, account: account.id, started_at: iso(0), used_at: iso(0), agent: '' },
    LIMITS,
    null,
  );
  return { store, token, account };
}

test('a name of an account is the same in full width and in capitals, and never the one of the local auditor', () => {
  expect(AccountName.parse(' ＷＡＮＧ ')).toBe('wang');
  expect(AccountName.parse('王芳')).toBe('王芳');
  for (const name of ['local', 'LOCAL', '', 'a b', '-x', 'a/b', 'a\u202eb', 'x'.repeat(65)])
    expect(AccountName.safeParse(name).success, name).toBe(false);
});

test('there is one account of a name', () => {
  const { store } = withAccount();
  const again = { name: 'wang', role: 'admin', password: 'other', createdAt: iso(1) } as const;
  expect(accounts.addAccount(store, again)).toBe(false);
  expect(accounts.findAccount(store, 'wang')).toMatchObject({ role: 'auditor', password: 'hash' });
});

test.each([
  ['role', accounts.setRole, 'lead'],
  ['password', accounts.setPassword, 'new'],
  ['leave to log in', accounts.setDisabled, iso(1)],
] as const)('a change of the %s ends every session of the account', (_, change, value) => {
  const { store, token, account } = withAccount();
  expect(findSession(store, token, LIMITS)).toMatchObject({ name: 'wang', role: 'auditor' });
  expect(change(store, 'wang', value as never)).toBe(true);
  expect(findSession(store, token, LIMITS)).toBeUndefined();
  expect(sessionsOf(store, account.id)).toEqual([]);
  expect(change(store, 'nobody', value as never)).toBe(false);
});

test('a session is none once it began too long ago or was not used for too long', () => {
  const { store, token } = withAccount();
  expect(findSession(store, token, { ...LIMITS, startedAfter: iso(0) })).toBeUndefined();
  expect(findSession(store, token, { ...LIMITS, usedAfter: iso(0) })).toBeUndefined();
  expect(findSession(store, Buffer.alloc(32, 2), LIMITS)).toBeUndefined();
});

/** How many of `guesses` at one moment are judged. */
const judged = (ask: (nth: number) => number, guesses = 1000) =>
  Array.from({ length: guesses }, (_, nth) => ask(nth)).filter((wait) => wait === 0).length;

test('of a thousand guesses at one account from a thousand addresses, five are judged at once', () => {
  const store = tempStore();
  expect(judged((nth) => takeAttempt(store, 'wang', `10.0.0.${nth}`, at(0)))).toBe(5);
});

test('of a thousand guesses at a thousand accounts from one address, ten are judged at once', () => {
  const store = tempStore();
  expect(judged((nth) => takeAttempt(store, `name${nth}`, '10.0.0.1', at(0)))).toBe(10);
});

test('each failure makes the next wait twice as long, a minute at most for an account', () => {
  const store = tempStore();
  const waits: number[] = [];
  let now = 0;
  while (waits.length < 9) {
    const wait = takeAttempt(store, 'wang', `10.0.0.${now}`, at(now)) / 1000;
    if (wait > 0) waits.push(wait);
    now += wait;
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('a success clears the account and takes back only its own attempt from the address', () => {
  const store = tempStore();
  for (let nth = 0; nth < 9; nth++) takeAttempt(store, `name${nth}`, '10.0.0.1', at(0));
  expect(takeAttempt(store, 'wang', '10.0.0.1', at(0))).toBe(0);
  clearFailures(store, 'wang', '10.0.0.1');
  expect(takeAttempt(store, 'wang', '10.0.0.1', at(0))).toBe(0);
  expect(takeAttempt(store, 'wang', '10.0.0.1', at(0))).toBeGreaterThan(0);
});

test('failures are forgotten after a day', () => {
  const store = tempStore();
  for (let nth = 0; nth < 20; nth++) takeAttempt(store, 'wang', '10.0.0.1', at(nth * 3600));
  expect(judged(() => takeAttempt(store, 'wang', '10.0.0.1', at(20 * 3600 + 25 * 3600)))).toBe(5);
});
