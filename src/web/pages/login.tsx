import { z } from 'zod';
import { AccountName } from '../../model/person.ts';
import type { Language } from '../../model/status.ts';
import { findAccount, hasAccounts } from '../../store/people/accounts.ts';
import { clearFailures, takeAttempt } from '../../store/people/login-failures.ts';
import { endSession, endSessions } from '../../store/people/sessions.ts';
import { LocalPath } from '../preferences.ts';
import { type PageAnswer, route } from '../route.ts';
import { checkPassword } from '../security/password.ts';
import { hashToken, logIn, noSessionCookie, sessionCookie } from '../security/session.ts';
import { PEOPLE } from '../texts/people.ts';

const Back = LocalPath.catch('/');

export const loginPage = route({
  method: 'get',
  path: '/login',
  access: 'public',
  query: z.object({ back: Back }),
  answer: ({ query: { back }, store, person, lang }) =>
    person.name === '' && hasAccounts(store) ? loginForm(back, lang, null) : { redirect: back },
});

/** One answer for a wrong password, an unknown name and a disabled account, after the same time. */
export const login = route({
  method: 'post',
  path: '/login',
  access: 'public',
  body: z.object({ name: z.string().max(200), password: z.string().max(4096), back: Back }),
  answer: async ({ body: { name: typed, password, back }, store, visit, sessions, now, lang }) => {
    const name = AccountName.safeParse(typed).data ?? '';
    const wait = takeAttempt(store, name, visit.address, now);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      const answer = loginForm(back, lang, PEOPLE.wait(seconds)[lang]);
      return { ...answer, status: 429, headers: { 'Retry-After': String(seconds) } };
    }
    const account = findAccount(store, name);
    const open = account && account.disabled_at === null ? account : null;
    const right = await checkPassword(password, open?.password ?? null);
    if (!open || !right) return { ...loginForm(back, lang, PEOPLE.wrong[lang]), status: 401 };
    clearFailures(store, name, visit.address);
    const token = logIn(store, open.id, visit, sessions, now);
    return { redirect: back, cookies: [sessionCookie(token)] };
  },
});

export const logout = route({
  method: 'post',
  path: '/logout',
  access: 'reader',
  body: z.object({ everywhere: z.stringbool().optional() }),
  answer: ({ body: { everywhere }, store, person, visit }) => {
    const account = findAccount(store, person.name);
    if (everywhere && account) endSessions(store, account.id);
    else if (visit.token !== null) endSession(store, hashToken(visit.token));
    return { redirect: '/login', cookies: [noSessionCookie] };
  },
});

function loginForm(back: string, lang: Language, problem: string | null): PageAnswer {
  return {
    title: PEOPLE.logIn[lang],
    data: { login: { problem } },
    page: (
      <article class="login">
        <h1>{PEOPLE.logIn[lang]}</h1>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <form method="post" action="/login" class="fields">
          <input type="hidden" name="back" value={back} />
          <label>
            {PEOPLE.name[lang]}
            <input name="name" required autocomplete="username" autocapitalize="none" spellcheck={false} />
          </label>
          <label>
            {PEOPLE.password[lang]}
            <input name="password" type="password" required autocomplete="current-password" />
          </label>
          <button type="submit" class="main">
            {PEOPLE.logIn[lang]}
          </button>
        </form>
        <p class="quiet">{PEOPLE.noAccount[lang]}</p>
      </article>
    ),
  };
}
