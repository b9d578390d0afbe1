import { z } from 'zod';
import { LOCAL_NAME, type Role } from '../../model/person.ts';
import type { Language } from '../../model/status.ts';
import { chinaTime } from '../../runs/figures.ts';
import { findAccount, setPassword } from '../../store/people/accounts.ts';
import { clearFailures, takeAttempt } from '../../store/people/login-failures.ts';
import { sessionsOf } from '../../store/people/sessions.ts';
import type { SessionRow } from '../../store/schema.ts';
import type { Html } from '../html.ts';
import { Scroll } from '../parts/scroll.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { type PageAnswer, type PageRequest, route } from '../route.ts';
import { checkPassword, hashPassword, judgePassword } from '../security/password.ts';
import { hashToken, logIn, sessionCookie } from '../security/session.ts';
import { PASSWORD_PROBLEM_TEXTS, PEOPLE, ROLE_NAMES } from '../texts/people.ts';

export const account = route({
  method: 'get',
  path: '/account',
  access: 'reader',
  query: z.object({ changed: z.stringbool().optional() }),
  answer: (request) => {
    const { lang, query } = request;
    return accountPage(request, query.changed ? PEOPLE.changed[lang] : null);
  },
});

/** The old password is asked for again, as often as at a login and no oftener: a browser left open is not enough. */
export const changePassword = route({
  method: 'post',
  path: '/account/password',
  access: 'reader',
  body: z.object({ old: z.string().max(4096), new: z.string().max(4096) }),
  answer: async (request) => {
    const { body, store, person, visit, sessions, now, lang } = request;
    const found = findAccount(store, person.name);
    if (!found) return accountPage(request, null);
    const refuse = (problem: string): PageAnswer => ({ ...accountPage(request, problem), status: 400 });
    const wait = takeAttempt(store, found.name, visit.address, now);
    if (wait > 0) return refuse(PEOPLE.wait(Math.ceil(wait / 1000))[lang]);
    if (!(await checkPassword(body.old, found.password))) return refuse(PEOPLE.wrong[lang]);
    clearFailures(store, found.name, visit.address);
    const problem = judgePassword(body.new, found.name);
    if (problem) return refuse(PASSWORD_PROBLEM_TEXTS[problem][lang]);
    setPassword(store, found.name, await hashPassword(body.new));
    const token = logIn(store, found.id, visit, sessions, now);
    return { redirect: '/account?changed=true', cookies: [sessionCookie(token)] };
  },
});

function accountPage({ store, person, visit, lang }: PageRequest, told: string | null): PageAnswer {
  if (person.name === LOCAL_NAME) return alone(lang);
  const id = findAccount(store, person.name)?.id ?? 0;
  const here = hashToken(visit.token ?? '').toString('hex');
  const sessions = sessionsOf(store, id).map(({ token, ...row }) => ({
    ...row,
    here: Buffer.from(token).toString('hex') === here,
  }));
  return {
    title: PEOPLE.account[lang],
    data: { name: person.name, role: person.role, sessions },
    page: (
      <>
        <h1>{person.name}</h1>
        <p class="lead">
          {PEOPLE.role[lang]} <b>{ROLE_NAMES[person.role as Role][lang]}</b>
        </p>
        {told && (
          <p class="told" role="status">
            {told}
          </p>
        )}
        <h2>{PEOPLE.sessions[lang]}</h2>
        <Sessions sessions={sessions} lang={lang} />
        <form method="post" action="/logout">
          <input type="hidden" name="everywhere" value="true" />
          <button type="submit">{PEOPLE.logOutEverywhere[lang]}</button>
        </form>
        <h2>{PEOPLE.changePassword[lang]}</h2>
        <PasswordForm lang={lang} />
      </>
    ),
  };
}

type ShownSession = Omit<SessionRow, 'token'> & { readonly here: boolean };

function Sessions({ sessions, lang }: { sessions: readonly ShownSession[]; lang: Language }): Html {
  return (
    <Scroll name={PEOPLE.sessions[lang]}>
      <table>
        <TableHead names={[PEOPLE.startedAt, PEOPLE.usedAt, PEOPLE.browser]} lang={lang} />
        <tbody>
          {sessions.map(({ started_at, used_at, agent, here }) => (
            <tr>
              <td>
                <time datetime={started_at}>{chinaTime(started_at)}</time>
              </td>
              <td>
                <time datetime={used_at}>{chinaTime(used_at)}</time> {here && <b>{PEOPLE.here[lang]}</b>}
              </td>
              <td>{agent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function PasswordForm({ lang }: { lang: Language }): Html {
  return (
    <form method="post" action="/account/password" class="fields">
      <label>
        {PEOPLE.oldPassword[lang]}
        <input name="old" type="password" required autocomplete="current-password" />
      </label>
      <label>
        {PEOPLE.newPassword[lang]}
        <input
          name="new"
          type="password"
          required
          minlength={12}
          autocomplete="new-password"
          aria-describedby="rule"
        />
      </label>
      <p class="quiet" id="rule">
        {PEOPLE.passwordRule[lang]}
      </p>
      <button type="submit" class="main">
        {PEOPLE.changePassword[lang]}
      </button>
    </form>
  );
}

const alone = (lang: Language): PageAnswer => ({
  title: PEOPLE.aloneTitle[lang],
  data: { name: LOCAL_NAME, role: 'admin', sessions: [] },
  page: (
    <>
      <h1>{PEOPLE.aloneTitle[lang]}</h1>
      <p>{PEOPLE.alone[lang]}</p>
      <pre>
        <code>npx gongkai users add NAME --role admin</code>
      </pre>
    </>
  ),
});
