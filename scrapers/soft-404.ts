import { createHash } from 'node:crypto';
import { type Answer, isMarkup } from './answer.ts';
import { FetchFailure } from './fetch-failure.ts';
import { readPageText } from './page-text.ts';

/** Fetches a page, redirects followed, whatever it holds. Throws FetchFailure. */
export type FetchProbe = (url: string, signal: AbortSignal | undefined) => Promise<Answer>;

interface Probe {
  /** Of the page that was served; null when the host said, as it should, that there is none. */
  readonly fingerprint: string | null;
  /** The address it came from in the end. */
  readonly url: string;
}

/**
 * Knows what each host serves for a page that does not exist, from one request for an address that nobody made up
 * before. Some serve a friendly page, or the home page, with status 200.
 */
export class Soft404 {
  readonly #probes = new Map<string, Promise<Probe>>();
  readonly #fetch: FetchProbe;
  readonly #random: () => number;

  constructor(fetch: FetchProbe, random: () => number) {
    this.#fetch = fetch;
    this.#random = random;
  }

  /** Whether the page is what the host serves for pages that do not exist. `asked`: the address before redirects. */
  async isMissing(answer: Answer, asked: string, signal?: AbortSignal): Promise<boolean> {
    if (!isMarkup(answer.body)) return false;
    const { origin, host } = new URL(answer.url);
    const known = this.#probes.get(host) ?? this.#probe(origin, signal);
    this.#probes.set(host, known);
    const probe = await known;
    // Who asks for the home page means it, also where others are sent to it.
    if (probe.fingerprint === null || probe.url === asked) return false;
    return probe.fingerprint === fingerprintOf(answer.body, [asked, answer.url]);
  }

  async #probe(origin: string, signal: AbortSignal | undefined): Promise<Probe> {
    const url = `${origin}/${this.#randomName()}.html`;
    try {
      const answer = await this.#fetch(url, signal);
      return { url: answer.url, fingerprint: fingerprintOf(answer.body, [url, answer.url]) };
    } catch (error) {
      const stopped = !(error instanceof FetchFailure) || error.reason === 'aborted';
      // A stopped run has learnt nothing about the host, so nothing may be said of its page.
      if (stopped) this.#probes.delete(new URL(origin).host);
      if (stopped) throw error;
      return { url, fingerprint: null };
    }
  }

  #randomName(): string {
    return Array.from({ length: 16 }, () => String.fromCharCode(97 + Math.floor(this.#random() * 26))).join(
      '',
    );
  }
}

/**
 * Equal for two pages that differ only in their own address, in figures (a time, a number of the request) and in
 * white space; by what a reader sees, or by the markup where there is nothing to see.
 */
export function fingerprintOf(body: Uint8Array, addresses: readonly string[]): string {
  const { html, title, text } = readPageText(body);
  const own = addresses.flatMap((address) => {
    const { pathname, search } = new URL(address);
    return pathname === '/' ? [address] : [address, pathname + search, pathname, pathname.slice(1)];
  });
  const seen = text === '' ? html : `${title}\n${text}`;
  const plain = own.reduce((left, address) => left.replaceAll(address, ''), seen).replace(/[\d\s]+/g, '');
  return createHash('sha256').update(plain).digest('hex');
}
