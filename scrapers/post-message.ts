import { DEFAULT_PORTS } from './address-guard.ts';
import { canonicalUrl } from './canonical-url.ts';
import { systemClock } from './clock.ts';
import type { ConnectTo } from './connect-to.ts';
import { Connections } from './connections.ts';
import { FetchFailure } from './fetch-failure.ts';
import { PoliteSender } from './polite-sender.ts';
import { FETCH_LIMITS, POLITENESS } from './politeness.ts';
import { systemResolve } from './resolve-host.ts';
import { defaultUserAgent } from './user-agent.ts';

/** A message to a service that asked for it: robots.txt is not asked, everything else of the client holds. */
export interface OutgoingMessage {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Delivery =
  | {
      readonly delivered: true;
      readonly status: number /** What the service answered. */;
      readonly answer: string;
    }
  | { readonly delivered: false; readonly detail: string };

export interface MessagePatience {
  /** Of one try. */
  readonly totalMs: number;
  readonly triesAfterFirst: number;
  /** Before the second try; doubles with each. */
  readonly backoffMs: number;
}

/** A run is over when its messages are sent: a service that is down holds it up for about a minute at most. */
export const PATIENCE: MessagePatience = { totalMs: 20_000, triesAfterFirst: 2, backoffMs: 500 };
const ANSWER_BYTES = 64 * 1024;

/**
 * Sends a message, to the public web alone (or to a target of `connectTo`), without following redirects. Never
 * throws for what the network does, and names the address in no detail: it may hold a secret.
 */
export async function postMessage(
  { url, method, body, headers = {} }: OutgoingMessage,
  connectTo: readonly ConnectTo[] = [],
  { totalMs, triesAfterFirst, backoffMs }: MessagePatience = PATIENCE,
): Promise<Delivery> {
  const limits = { ...FETCH_LIMITS, totalMs, idleMs: totalMs };
  const politeness = { ...POLITENESS, minDelayMs: 0, retries: triesAfterFirst, backoffMs };
  const connections = new Connections({ ...limits, perAddress: 1, tls: {} }, systemClock);
  const finder = { connectTo, ports: DEFAULT_PORTS, resolve: systemResolve, timeoutMs: limits.connectMs };
  const sender = new PoliteSender({
    ...{ politeness, limits, clock: systemClock, random: Math.random, finder, connections },
  });
  const address = canonicalUrl(url);
  if (address === null) return { delivered: false, detail: 'bad_url: no address of the web' };
  const named = { 'user-agent': defaultUserAgent(), ...headers };
  const outgoing = { url: address, method, headers: Object.entries(named) };
  try {
    const answer = await sender.send(body === undefined ? outgoing : { ...outgoing, body }, {
      record: () => undefined,
      maxBytes: ANSWER_BYTES,
    });
    const { status } = answer.exchange;
    if (status >= 200 && status < 300) {
      return { delivered: true, status, answer: Buffer.from(answer.body).toString() };
    }
    return { delivered: false, detail: `status ${status}` };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    const { status = 0 } = error.facts;
    // No document, and a receiver's way to say yes: 202, 204.
    if (error.reason === 'bad_status' && status >= 200 && status < 300) {
      return { delivered: true, status, answer: '' };
    }
    return { delivered: false, detail: `${error.reason}: ${error.message}` };
  } finally {
    await connections.close();
  }
}
