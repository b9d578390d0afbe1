import * as robotsModule from 'robots-parser';
import type { Answer } from './answer.ts';
import { canonicalUrl } from './canonical-url.ts';
import { FetchFailure } from './fetch-failure.ts';
import { redirectTarget } from './judge-answer.ts';

/** Redirects of robots.txt that are followed, and how much of it is read (RFC 9309 sections 2.3.1.2 and 2.5). */
const MAX_REDIRECTS = 5;
const MAX_BYTES = 500 * 1024;

/** What robots.txt of an origin asks for. */
export interface RobotsRules {
  allows(url: string): boolean;
  readonly crawlDelaySeconds: number | undefined;
}

/** Sends a request for robots.txt. Throws FetchFailure. */
export type SendRobots = (url: string, signal: AbortSignal | undefined) => Promise<Answer>;

/** The package is CommonJS and its types are written for a bundler: what it exports is the function itself. */
const robotsParser = robotsModule.default as unknown as typeof robotsModule.default.default;

const ALLOW_ALL: RobotsRules = { allows: () => true, crawlDelaySeconds: undefined };

/** robots.txt of each origin, asked for once. */
export class Robots {
  readonly #rules = new Map<string, Promise<RobotsRules>>();
  readonly #send: SendRobots;
  readonly #product: string;

  /** `userAgent`: as sent; its product name is what groups of rules are chosen by. */
  constructor(send: SendRobots, userAgent: string) {
    this.#send = send;
    this.#product = userAgent.split('/', 1)[0] ?? userAgent;
  }

  /**
   * The rules of the address's origin. Throws FetchFailure when they cannot be had: then nothing may be fetched (RFC
   * 9309 section 2.3.1.4), with cause `robots`, or that of the network when the host cannot be reached at all.
   */
  async rulesOf(url: string, signal?: AbortSignal): Promise<RobotsRules> {
    const { origin } = new URL(url);
    const known = this.#rules.get(origin);
    const rules = known ?? this.#load(origin, signal);
    this.#rules.set(origin, rules);
    try {
      return await rules;
    } catch (error) {
      // Whoever asked first was stopped: that says nothing about the host.
      if (!(error instanceof FetchFailure) || error.reason !== 'aborted') throw error;
      if (this.#rules.get(origin) === rules) this.#rules.delete(origin);
      if (signal?.aborted || !known) throw error;
      return this.rulesOf(url, signal);
    }
  }

  async #load(origin: string, signal: AbortSignal | undefined): Promise<RobotsRules> {
    try {
      const answer = await this.#follow(`${origin}/robots.txt`, signal);
      return answer ? parse(origin, answer.body, this.#product) : ALLOW_ALL;
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      return withoutRules(error);
    }
  }

  /** null: it leads nowhere, which counts as having none. */
  async #follow(first: string, signal: AbortSignal | undefined): Promise<Answer | null> {
    let url: string | null = first;
    for (let redirects = 0; redirects <= MAX_REDIRECTS && url !== null; redirects += 1) {
      const answer = await this.#send(url, signal);
      const location = redirectTarget(answer);
      if (location === null) return answer;
      url = canonicalUrl(location, url);
    }
    return null;
  }
}

function parse(origin: string, body: Uint8Array, product: string): RobotsRules {
  const text = new TextDecoder('utf-8').decode(body.subarray(0, MAX_BYTES));
  const robot = robotsParser(`${origin}/robots.txt`, text);
  const delay = robot.getCrawlDelay(product);
  return {
    allows: (url) => robot.isAllowed(url, product) !== false,
    crawlDelaySeconds: delay !== undefined && Number.isFinite(delay) ? delay : undefined,
  };
}

const NEVER_ASKED: ReadonlySet<string> = new Set(['private_address', 'bad_url']);

/** RFC 9309 section 2.3.1.3: a status of 400 to 499 means that there are no rules; any other trouble forbids all. */
function withoutRules(failure: FetchFailure): RobotsRules {
  const { status } = failure.facts;
  if (status !== undefined && status < 500) return ALLOW_ALL;
  const { transient } = failure;
  // What stands in the way of robots.txt stands before every page: its own name says more than that of robots.txt.
  const reason = status === undefined || failure.reason === 'challenge' ? failure.reason : 'robots';
  // An address that is refused before anything is asked for is refused itself, not its robots.txt.
  const about = NEVER_ASKED.has(reason) ? '' : 'robots.txt: ';
  throw new FetchFailure(reason, `${about}${failure.message}`, {
    transient,
    ...(status === undefined ? {} : { status }),
  });
}
