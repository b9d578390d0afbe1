import { createHash, randomBytes } from 'node:crypto';
import { findSession, type SessionLimits, startSession, touchSession } from '../../store/people/sessions.ts';
import type { Store } from '../../store/store.ts';
import type { Access, Person } from './access.ts';

/** How long somebody stays logged in. */
export interface SessionTimes {
  /** Without doing anything. */
  readonly idleMs: number;
  /** In all. */
  readonly wholeMs: number;
}

/** Who is at the other end, as far as the connection tells. */
export interface Visit {
  /** Network address; empty where there is no network. */
  readonly address: string;
  /** What the browser holds of a session; null when nothing. */
  readonly token: string | null;
  readonly agent: string;
}

/** `__Host-`: a browser takes and sends it only over HTTPS (or on this machine), for this very host. */
export const SESSION_COOKIE = '__Host-gongkai';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export const sessionCookie = (token: string): string => `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`;
export const noSessionCookie = `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

/** Of a token only this is stored. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const TOKEN_BYTES = 32;
const AGENT_LENGTH = 200;

/** Begins a session under a token that nobody gave us. Returns the token, for the cookie. */
export function logIn(store: Store, account: number, visit: Visit, times: SessionTimes, now: Date): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = now.toISOString();
  startSession(
    store,
    {
      token: hashToken(token),
      account,
      started_at: at,
      used_at: at,
      agent: visit.agent.slice(0, AGENT_LENGTH),
    },
    limitsAt(now, times),
    visit.token === null ? null : hashToken(visit.token),
  );
  return token;
}

/** Writing down each use of a session would write with each page. */
const TOUCHED_EVERY_MS = 60_000;

interface Stores {
  readonly reader: Store;
  readonly writer: Store;
}

/** Whose session it is; null when it is none, or none any more. */
export function personOfSession(
  { reader, writer }: Stores,
  { token }: Visit,
  times: SessionTimes,
  now: Date,
): Person | null {
  if (token === null) return null;
  const session = findSession(reader, hashToken(token), limitsAt(now, times));
  if (!session) return null;
  if (now.getTime() - Date.parse(session.used_at) > Math.min(TOUCHED_EVERY_MS, times.idleMs / 10))
    touchSession(writer, session.token, now.toISOString());
  return { name: session.name, role: session.role as Access };
}

const limitsAt = (now: Date, { idleMs, wholeMs }: SessionTimes): SessionLimits => ({
  startedAfter: new Date(now.getTime() - wholeMs).toISOString(),
  usedAfter: new Date(now.getTime() - idleMs).toISOString(),
});
