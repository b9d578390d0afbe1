/** A page to fetch. Plain data: a queue outside this process can carry it. */
export interface FetchRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  /** Beyond what the client always sends: Referer, X-Requested-With, Content-Type of a form. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Validators of the copy that is kept: the answer may be 304. */
  readonly etag?: string;
  readonly lastModified?: string;
}

/** One request and its answer, as they went over the wire: what the archive keeps. */
export interface Exchange {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** When the request was sent. */
  readonly date: Date;
  /** Address the connection was made to; absent when a proxy or a test hides it. */
  readonly ip?: string;
  /** `HTTP/1.1` */
  readonly httpVersion: string;
  readonly requestHeaders: readonly (readonly [name: string, value: string])[];
  readonly requestBody?: string;
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: readonly (readonly [name: string, value: string])[];
  /** Body without transfer encoding, with its content encoding: what a payload digest is taken of. */
  readonly payload: Uint8Array;
}

/** Why a fetch gave no document. Each has a line in docs/operations.md: what it means, what to do. */
export const FETCH_CAUSES = [
  'dns', // the host has no address
  'connect', // refused, or no route
  'tls',
  'timeout', // of the connection, the headers, between two pieces of the body, or of the whole
  'reset', // the connection broke before the answer was whole
  'protocol', // what came is no HTTP
  'truncated', // fewer bytes than Content-Length says, or a chunked body without its end
  'too_large', // decoded size or compression ratio over the limit
  'bad_encoding', // a content encoding that cannot be undone
  'gone', // 404, 410
  'forbidden', // 401, 403, 405, 412, 451
  'throttled', // 429, or 503 with Retry-After, after all retries
  'server_error', // 5xx
  'bad_status', // any other status that is no document
  'redirect_loop', // too many redirects, or round in a circle
  'robots', // robots.txt forbids it, or cannot be had (RFC 9309 section 2.3.1.4)
  'private_address', // the address guard refused to connect: the address, the port or the name is not of the public web
  'bad_url', // no http or https address, or one that only a trap makes: too long, too deep, going in circles
  'off_scope', // a redirect led to a host that the source does not name
  'challenge', // a page for people or scripts in place of the document, served as 200 or as an error
  'soft_404', // an error page served as 200
  'host_paused', // the host failed too often and is left alone for this run
  'budget', // the host's or the run's limit of requests or time was reached
  'no_browser', // the page needs scripts, and there is no Chromium, or it does not start
  'render_failed', // the browser gave up on the page: it crashed, or went from page to page
  'aborted', // the run was stopped
] as const;
export type FetchCause = (typeof FETCH_CAUSES)[number];

/** What became of a fetch. Every outcome carries the exchanges that were made, redirects first, so that they can be archived. */
export type FetchResult =
  | {
      readonly kind: 'document';
      /** After redirects. */
      readonly url: string;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Without content encoding: the document's bytes. */
      readonly body: Uint8Array;
      readonly exchanges: readonly Exchange[];
      /** Made by the browser from what it was sent: `body` is the DOM as text, not bytes of the wire. */
      readonly rendered?: boolean;
    }
  | { readonly kind: 'not_modified'; readonly url: string; readonly exchanges: readonly Exchange[] }
  | {
      readonly kind: 'failed';
      readonly url: string;
      readonly cause: FetchCause;
      /** One line: what and where. */
      readonly detail: string;
      readonly status?: number;
      /** Another try later in the night may succeed. */
      readonly transient: boolean;
      readonly exchanges: readonly Exchange[];
    };

/** Fetches pages. Never throws for what the network does: that is a result. */
export interface Fetcher {
  readonly fetch: (request: FetchRequest, options?: FetchOptions) => Promise<FetchResult>;
  close(): Promise<void>;
}

export interface FetchOptions {
  /** Hosts a redirect may lead to; all when absent. */
  readonly hosts?: ReadonlySet<string>;
  /** The largest body in decoded bytes; by default that of a page. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}
