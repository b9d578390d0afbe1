import {
  type ConnectTo,
  createBrowserClient,
  createHttpClient,
  type HttpClient,
  parseConnectTo,
} from '../../scrapers/index.ts';
import { escapeText } from '../escape.ts';
import type { Exchange, Fetcher } from '../model/exchange.ts';
import { isLogged } from './output.ts';
import { readVersion } from './package-root.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** Options of every command that fetches. */
export interface FetchingOptions {
  readonly connectTo?: readonly string[];
  /** Seconds between two requests to one host. */
  readonly delay?: string;
}

export interface Fetching {
  readonly http: HttpClient;
  readonly browser: Fetcher;
  readonly connectTo: readonly ConnectTo[];
  close(): Promise<void>;
}

/** On the open web nobody is asked faster than this; a mirror of one's own may be. */
const LEAST_DELAY_SECONDS = 1;

/** The client and the browser of one run. Throws UsageError for options that are wrong. */
export function openFetching(
  { connectTo: targets = [], delay }: FetchingOptions,
  session: Pick<Session, 'env' | 'stderr' | 'lang' | 'logLevel'>,
  onSideExchange?: (exchange: Exchange) => void,
): Fetching {
  const { env } = session;
  const connectTo = readTargets({ connectTo: targets });
  const minDelayMs = delay === undefined ? undefined : readDelay(delay, connectTo.length > 0) * 1000;
  const http = createHttpClient({
    connectTo,
    ...(minDelayMs === undefined ? {} : { politeness: { minDelayMs, ...fasterThan(minDelayMs) } }),
    ...(env['GONGKAI_CONTACT'] ? { userAgent: userAgentFor(env['GONGKAI_CONTACT']) } : {}),
    ...(onSideExchange ? { onSideExchange } : {}),
  });
  const browser = createBrowserClient(http, { env });
  const close = async () => {
    await browser.close();
    await http.close();
  };
  return {
    http: { ...http, ...tellFetches(http, session) },
    browser: tellFetches(browser, session),
    connectTo,
    close,
  };
}

/** The same, with a line for each fetch on the level `debug`. */
function tellFetches(
  fetcher: Fetcher,
  { stderr, lang, logLevel }: Pick<Session, 'stderr' | 'lang' | 'logLevel'>,
): Fetcher {
  if (!isLogged(logLevel, 'debug')) return fetcher;
  return {
    close: () => fetcher.close(),
    fetch: async (request, options) => {
      const start = performance.now();
      const result = await fetcher.fetch(request, options);
      const outcome = result.kind === 'failed' ? `${result.cause}: ${result.detail}` : result.kind;
      const { method = 'GET', url } = request;
      const line = TEXTS.fetchTold(method, url, outcome, Math.round(performance.now() - start))[lang];
      stderr.write(`${escapeText(line)}\n`);
      return result;
    },
  };
}

/** The targets of `--connect-to`. Throws UsageError. */
export const readTargets = ({ connectTo = [] }: FetchingOptions): readonly ConnectTo[] =>
  connectTo.map(readTarget);

function readTarget(text: string): ConnectTo {
  const target = parseConnectTo(text);
  if (target === null) throw new UsageError(TEXTS.wrongConnectTo(text));
  return target;
}

function readDelay(text: string, isMirror: boolean): number {
  const seconds = Number(text);
  if (!(seconds >= 0) || text.trim() === '') throw new UsageError(TEXTS.wrongDelay(text));
  if (seconds < LEAST_DELAY_SECONDS && !isMirror) throw new UsageError(TEXTS.delayTooShort(text));
  return seconds;
}

/** Whoever asks a mirror of their own faster than a host of the web is not held back by how long it takes. */
const fasterThan = (minDelayMs: number): object =>
  minDelayMs < LEAST_DELAY_SECONDS * 1000 ? { durationFactor: 0, backoffMs: 50 } : {};

/** A header is one line of ASCII. */
const userAgentFor = (contact: string): string =>
  `gongkai/${readVersion()} (+${contact.replace(/[^\x20-\x7e]/g, '').trim()})`;
