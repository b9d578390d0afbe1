import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { hasAccounts } from '../../store/people/accounts.ts';
import type { Tools } from '../tools.ts';
import { LOCAL_PERSON, NOBODY, type Person } from './access.ts';
import { personOfSession, SESSION_COOKIE, type Visit } from './session.ts';

/** Whether one works here without accounts: on this machine alone, nobody comes through a proxy, and nobody has one. */
export const isLocal = ({ loopback, behindProxy, reader }: Tools): boolean =>
  loopback && !behindProxy && !hasAccounts(reader);

/** Who asks. */
export function personOf(visit: Visit, tools: Tools): Person {
  if (isLocal(tools)) return LOCAL_PERSON;
  return personOfSession(tools, visit, tools.sessions, tools.now()) ?? NOBODY;
}

export function visitOf(c: Context, { behindProxy }: Tools): Visit {
  return {
    address: addressOf(c, behindProxy),
    token: getCookie(c, SESSION_COOKIE) ?? null,
    agent: c.req.header('user-agent') ?? '',
  };
}

/** The last proxy adds the address that it sees at the end; what stands before may be made up by the client. */
function addressOf(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  return c.env?.incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '');
}
