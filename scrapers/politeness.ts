/** How a host is treated. Times in milliseconds. */
export interface Politeness {
  /** Open connections to a host, and to an address, at one time. */
  readonly connections: number;
  /** Between the end of an answer and the next request to the same host. */
  readonly minDelayMs: number;
  /** The same for an address, which may serve many hosts. */
  readonly minAddressDelayMs: number;
  /** A server that took long is left alone for this many times as long. */
  readonly durationFactor: number;
  /** The most that the factor may make. */
  readonly maxDelayMs: number;
  /** The most that Crawl-delay of robots.txt may make. */
  readonly maxCrawlDelayMs: number;
  /** A longer Retry-After is not waited for: the host is left alone meanwhile. */
  readonly maxRetryAfterMs: number;
  /** Tries after the first. */
  readonly retries: number;
  /** Before the first retry; doubles with each. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** Requests to one host in a run: pages, robots.txt, probes, retries and redirects. */
  readonly hostRequests: number;
  /** Fetches that fail in a row, with all their retries, before the host is left alone for the run. */
  readonly failuresBeforePause: number;
}

export const POLITENESS: Politeness = {
  connections: 1,
  minDelayMs: 3_000,
  minAddressDelayMs: 0,
  durationFactor: 5,
  maxDelayMs: 60_000,
  maxCrawlDelayMs: 30_000,
  maxRetryAfterMs: 120_000,
  retries: 4,
  backoffMs: 2_000,
  maxBackoffMs: 60_000,
  hostRequests: 2_000,
  failuresBeforePause: 5,
};

/** Limits of one request. Bytes are decoded bytes. */
export interface FetchLimits {
  readonly pageBytes: number;
  readonly pdfBytes: number;
  /** Decoded to sent bytes, beyond `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  readonly connectMs: number;
  /** Without a byte, of the headers or between two pieces of the body. */
  readonly idleMs: number;
  /** Of one request, from its start to its last byte. */
  readonly totalMs: number;
  readonly redirects: number;
}

const MIB = 1024 * 1024;

export const FETCH_LIMITS: FetchLimits = {
  pageBytes: 50 * MIB,
  pdfBytes: 200 * MIB,
  ratio: 100,
  ratioFreeBytes: MIB,
  connectMs: 15_000,
  idleMs: 60_000,
  totalMs: 600_000,
  redirects: 10,
};
