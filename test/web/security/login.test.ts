import { scryptSync } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { addAccount, setDisabled, setPassword } from '../../../src/store/people/accounts.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { checkPassword, hashPassword, judgePassword } from '../../../src/web/security/password.ts';
import { SAME_ORIGIN } from '../log-in-as.ts';
import { openTools, TEST_NOW } from '../open-tools.ts';

const PASSWORD = 'correct horse 电池';
/** What is stored says what it costs to check: little, where the cost is not what a test is about. */
const cheap = (password: string): string =>
  `scrypt$16$8$1$AAAA$${scryptSync(password.normalize('NFKC'), Buffer.from('AAAA', 'base64url'), 32, { N: 16 }).toString('base64url')}`;
const hash = cheap(PASSWORD);
const opened: (() => void)[] = [];
afterAll(() => {
  for (const close of opened) close();
});

/** An app with the account `wang`, and a clock that a test moves. */
function office() {
  const { tools, close } = openTools();
  opened.push(close);
  let now = TEST_NOW.getTime();
  const app = buildApp({ ...tools, now: () => new Date(now) });
  addAccount(tools.writer, {
    name: 'wang',
    role: 'auditor',
    password: hash,
    createdAt: '2026-01-01T00:00:00Z',
  });
  const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`http://localhost${path}`, {
      ...{ method: 'POST', body: new URLSearchParams(body) },
      headers: { ...SAME_ORIGIN, ...headers },
    });
  return {
    ...{ app, store: tools.writer, post },
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
    logIn: async (name: string, password: string, cookie = '') =>
      post('/login', { name, password, back: '/account' }, { cookie }),
    see: async (cookie: string) =>
      (await app.request('http://localhost/account.json', { headers: { cookie } })).status,
  };
}

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';

test('the right password leads back, with a cookie that no script, plain connection or other host is given', async () => {
  const { logIn, see } = office();
  const response = await logIn('ＷＡＮＧ', PASSWORD);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/account']);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-gongkai=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  expect(await see(cookieOf(response))).toBe(200);
});

test('of a session and a password only hashes are stored', async () => {
  const { logIn, store } = office();
  const token = cookieOf(await logIn('wang', PASSWORD)).split('=')[1] ?? '';
  const stored = JSON.stringify([
    store.sqlite.prepare('SELECT hex(token), agent FROM session').all(),
    store.sqlite.prepare('SELECT * FROM account').all(),
    store.sqlite.prepare('SELECT hex(subject) FROM login_failure').all(),
  ]);
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(Buffer.from(token).toString('hex').toUpperCase());
  expect(stored).not.toContain('correct horse');
  expect(await hashPassword(PASSWORD)).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
});

test('a wrong password, an unknown name and a disabled account get the same answer', async () => {
  const { logIn, store } = office();
  addAccount(store, {
    name: 'li',
    role: 'admin',
    password: hash,
    createdAt: '2026-01-01T00:00:00Z',
  });
  setDisabled(store, 'li', '2026-01-02T00:00:00Z');
  const answers = await Promise.all([logIn('wang', 'wrong'), logIn('zhao', PASSWORD), logIn('li', PASSWORD)]);
  const seen = await Promise.all(answers.map(async (one) => [one.status, cookieOf(one), await one.text()]));
  expect(seen[0]?.slice(0, 2)).toEqual([401, '']);
  for (const one of seen) expect(one).toEqual(seen[0]);
});

/** Logins of each kind that are compared, by turns. */
const TURNS = 15;

test('an unknown name, a disabled account and a wrong password take the same work, within a tenth', async () => {
  const { logIn, store, wait } = office();
  const full = await hashPassword(PASSWORD);
  setPassword(store, 'wang', full);
  addAccount(store, { name: 'li', role: 'admin', password: full, createdAt: '2026-01-01T00:00:00Z' });
  setDisabled(store, 'li', '2026-01-02T00:00:00Z');
  // By processor time of the whole process: what else the machine does is no part of it.
  const work = { wang: [] as number[], zhao: [] as number[], li: [] as number[] };
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const name of ['wang', 'zhao', 'li'] as const) {
      wait(60);
      const before = process.cpuUsage();
      expect((await logIn(name, name === 'wang' ? 'wrong' : PASSWORD)).status).toBe(401);
      const { user, system } = process.cpuUsage(before);
      // The first of each pays for what is loaded only once.
      if (turn > 0) work[name].push(user + system);
    }
  }
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[TURNS >> 1] ?? Number.NaN;
  for (const other of [work.zhao, work.li]) {
    // Each turn against itself: a busy moment slows all three.
    const ratio = median(other.map((spent, turn) => spent / (work.wang[turn] ?? Number.NaN)));
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  }
}, 600_000);

test('a session that somebody else chose is never taken over, and the one before a login is dead after it', async () => {
  const { logIn, see } = office();
  const chosen = '__Host-gongkai=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  expect(await see(chosen)).toBe(401);
  const first = cookieOf(await logIn('wang', PASSWORD, chosen));
  expect(first).not.toBe(chosen);
  expect(await see(chosen)).toBe(401);
  const second = cookieOf(await logIn('wang', PASSWORD, first));
  expect([await see(first), await see(second)]).toEqual([401, 200]);
});

test('logging out ends the session on the server; logging out everywhere ends all of them', async () => {
  const { logIn, see, post } = office();
  const sessions = [];
  for (let nth = 0; nth < 3; nth++) sessions.push(cookieOf(await logIn('wang', PASSWORD)));
  const [one = '', two = '', three = ''] = sessions;
  await post('/logout', {}, { cookie: one });
  expect([await see(one), await see(two), await see(three)]).toEqual([401, 200, 200]);
  await post('/logout', { everywhere: 'true' }, { cookie: two });
  expect([await see(two), await see(three)]).toEqual([401, 401]);
});

test('a session ends after half an hour without use, and after twelve hours in any case', async () => {
  const { logIn, see, wait } = office();
  const idle = cookieOf(await logIn('wang', PASSWORD));
  wait(29);
  expect(await see(idle)).toBe(200);
  wait(31);
  expect(await see(idle)).toBe(401);
  const busy = cookieOf(await logIn('wang', PASSWORD));
  for (let minutes = 0; minutes < 715; minutes += 25) {
    expect(await see(busy)).toBe(200);
    wait(25);
  }
  expect(await see(busy)).toBe(401);
});

test('of a thousand guesses at one time at most twenty are judged, and the owner is let in a minute later', async () => {
  const { logIn, wait } = office();
  const statuses = (
    await Promise.all(Array.from({ length: 1000 }, (_, nth) => logIn('wang', `guess ${nth}`)))
  ).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(980);
  wait(0.01);
  const refused = await logIn('wang', PASSWORD);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  wait(1);
  expect((await logIn('wang', PASSWORD)).status).toBe(303);
});

test('a new password needs the old one, ends the other sessions and keeps this one under another name', async () => {
  const { logIn, see, post } = office();
  const [here, there] = [cookieOf(await logIn('wang', PASSWORD)), cookieOf(await logIn('wang', PASSWORD))];
  const change = (old: string, next: string) =>
    post('/account/password', { old, new: next }, { cookie: here });
  expect((await change('wrong', 'another long one')).status).toBe(400);
  expect((await change(PASSWORD, 'short')).status).toBe(400);
  const changed = await change(PASSWORD, 'another long one');
  expect(changed.status).toBe(303);
  expect([await see(here), await see(there), await see(cookieOf(changed))]).toEqual([401, 401, 200]);
  expect((await logIn('wang', PASSWORD)).status).toBe(401);
  expect((await logIn('wang', 'another long one')).status).toBe(303);
});

test('a password set by the command ends the wait after failed attempts', async () => {
  const { logIn, store } = office();
  await Promise.all(Array.from({ length: 9 }, () => logIn('wang', 'wrong')));
  expect((await logIn('wang', PASSWORD)).status).toBe(429);
  setPassword(store, 'wang', hash);
  expect((await logIn('wang', PASSWORD)).status).toBe(303);
});

test('a password typed with other code points of the same characters is the same', async () => {
  const stored = await hashPassword('ｐａｓｓ ｗｏｒｄ 1234');
  expect(await checkPassword('pass word 1234', stored)).toBe(true);
  expect(await checkPassword('pass word 1235', stored)).toBe(false);
  expect(await checkPassword('', null)).toBe(false);
});

test.each([
  ['eleven char', 'too_short'],
  ['一二三四五六七八九十十一', null],
  ['x'.repeat(1025), 'too_long'],
  ['wangwangwang1', 'is_name'],
  ['a good long password', null],
])('the password %s is judged %s', (password, problem) => {
  expect(judgePassword(password, 'wang')).toBe(problem);
});
