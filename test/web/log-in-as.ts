import type { Role } from '../../src/model/person.ts';
import { addAccount, findAccount } from '../../src/store/people/accounts.ts';
import { logIn, SESSION_COOKIE } from '../../src/web/security/session.ts';
import type { Tools } from '../../src/web/tools.ts';

export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' } as const;

/** The headers of a browser in which an account of this role is logged in; the account is made when there is none. */
export function logInAs(role: Role, { writer, sessions, now }: Tools): Record<string, string> {
  const name = `the-${role}`;
  addAccount(writer, { name, role, password: 'none', createdAt: now().toISOString() });
  const visit = { address: '', token: null, agent: 'test' };
  const token = logIn(writer, findAccount(writer, name)!.id, visit, sessions, now());
  return { cookie: `${SESSION_COOKIE}=${token}`, ...SAME_ORIGIN };
}
