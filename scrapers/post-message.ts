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
  | { readonly delivered: true; readonly status: number }
  | { readonly delivered: false; readonly detail: string };

const TRIES_AFTER_FIRST = 2;
const TOTAL_MS = 20_000;
const ANSWER_BYTES = 64 * 1024;

/** Sends a message, to the public web alone (or to a target of `connectTo`). Never throws for what the network does. */
export async function postMessage(
  { url, method, body, headers = {} }: OutgoingMessage,
  connectTo: readonly ConnectTo[] = [],
): Promise<Delivery> {
  const limits = { ...FETCH_LIMITS, totalMs: TOTAL_MS, idleMs: TOTAL_MS };
  const politeness = { ...POLITENESS, minDelayMs: 0, retries: TRIES_AFTER_FIRST, backoffMs: 500 };
  const connections = new Connections({ ...limits, perAddress: 1, tls: {} }, systemClock);
  const finder = { connectTo, ports: DEFAULT_PORTS, resolve: systemResolve, timeoutMs: limits.connectMs };
  const sender = new PoliteSender({
    ...{ politeness, limits, clock: systemClock, random: Math.random, finder, connections },
  });
  const address = canonicalUrl(url);
  if (address === null) return { delivered: false, detail: `${url} is no web address` };
  const named = { 'user-agent': defaultUserAgent(), ...headers };
  const outgoing = { url: address, method, headers: Object.entries(named) };
  try {
    const answer = await sender.send(body === undefined ? outgoing : { ...outgoing, body }, {
      record: () => undefined,
      maxBytes: ANSWER_BYTES,
    });
    const { status } = answer.exchange;
    if (status >= 200 && status < 300) return { delivered: true, status };
    return { delivered: false, detail: `status ${status}` };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return { delivered: false, detail: `${error.reason}: ${error.message}` };
  } finally {
    await connections.close();
  }
}
