import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Tools } from '../tools.ts';
import { NOBODY, type Person } from './access.ts';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from './headers.ts';
import { isLoopback } from './loopback.ts';
import { rateGate } from './rate.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Visit } from './session.ts';
import { isLocal, personOf, visitOf } from './visitor.ts';

/** What the guards leave for the routes. */
export interface Env {
  Variables: { visit: Visit; person: Person };
}
type Guard = MiddlewareHandler<Env>;

const MAX_BODY_BYTES = 1024 * 1024;
const SAFE = ['GET', 'HEAD'];

/** Everything that comes before a route, in this order. Throws HttpProblem. */
export const guardsOf = (tools: Tools): readonly Guard[] => [
  headers(tools),
  knownHost(tools),
  sameOrigin,
  bodyLimit({ maxSize: MAX_BODY_BYTES, onError: () => refuse(413) }),
  visitor(tools),
  rate(tools),
];

const refuse = (status: 403 | 413 | 421 | 429): never => {
  throw new HttpProblem(status);
};

const headers =
  ({ behindProxy }: Tools): Guard =>
  async (c, next) => {
    await next();
    const all = { ...SECURITY_HEADERS, ...(behindProxy ? STRICT_TRANSPORT : {}) };
    for (const [name, value] of Object.entries(all))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };

/** A name of somebody else that leads to this machine would let their pages read ours (DNS rebinding). */
const knownHost =
  (tools: Tools): Guard =>
  async (c, next) => {
    if (isLocal(tools) && !isLoopback(new URL(c.req.url).hostname)) refuse(421);
    await next();
  };

const sameOrigin: Guard = async (c, next) => {
  if (!SAFE.includes(c.req.method) && !isSameOrigin((name) => c.req.header(name), new URL(c.req.url)))
    refuse(403);
  await next();
};

const visitor =
  (tools: Tools): Guard =>
  async (c, next) => {
    c.set('person', NOBODY);
    const visit = visitOf(c, tools);
    c.set('visit', visit);
    c.set('person', personOf(visit, tools));
    await next();
  };

/** Who works alone on this machine has nobody to leave room for. */
function rate(tools: Tools): Guard {
  const allow = rateGate(tools.now);
  return async (c, next) => {
    const { person, visit } = c.var;
    if (!isLocal(tools) && !allow(person.name === '' ? visit.address : (visit.token ?? ''))) refuse(429);
    await next();
  };
}
