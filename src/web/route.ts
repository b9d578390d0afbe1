import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ZodType } from 'zod';
import type { EvidenceMaker } from '../evidence/maker/open-maker.ts';
import type { Language } from '../model/status.ts';
import type { Store } from '../store/store.ts';
import type { Html } from './html.ts';
import type { Access, Person } from './security/access.ts';
import type { SessionTimes, Visit } from './security/session.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a route is asked. `query`, `params` and `body` have passed the route's own schemas. */
export interface PageRequest<Query = unknown, Params = unknown, Body = unknown> {
  readonly query: Query;
  readonly params: Params;
  readonly body: Body;
  /** For reading only when the route is a GET; with a POST it can write. */
  readonly store: Store;
  /** Folder of the archived documents. */
  readonly archive: string;
  /** Folder of the releases. */
  readonly releases: string;
  readonly evidence: EvidenceMaker;
  /** Folder of package.json: data/ is in it. */
  readonly root: string;
  readonly person: Person;
  /** The connection and its session: for logging in and out. */
  readonly visit: Visit;
  readonly sessions: SessionTimes;
  /** Share of the findings that is asked of two persons. */
  readonly doubleShare: number;
  /** Time for a count beside a list, where it is not the usual one. */
  readonly countMs: number | undefined;
  readonly lang: Language;
  readonly theme: Theme;
  readonly now: Date;
  /** As it was asked for, to make links that keep its state. */
  readonly url: URL;
  header(name: string): string | undefined;
}

/** Rows of a page as CSV. They are taken one at a time while they are sent. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

/** A page: HTML at its path, `data` at path.json, and `rows` at path.csv when there are any. */
export interface PageAnswer {
  readonly status?: ContentfulStatusCode;
  readonly title: string;
  readonly page: Html;
  /** Said as JSON: an object. */
  readonly data: unknown;
  readonly rows?: Rows;
  /** How many rows the list has in all, when `rows` cannot be counted before they are sent. */
  readonly total?: number;
  /** Modules of src/web/client that the page runs, without ending: ['queue']. */
  readonly scripts?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The page takes the whole width of the window: tables beside evidence. */
  readonly wide?: boolean;
}

/** After a POST, where to go on; a client that asked for JSON is given `data` instead. */
export interface Redirect {
  readonly redirect: string;
  readonly data?: unknown;
  /** Values of Set-Cookie. */
  readonly cookies?: readonly string[];
}

/** Anything else: images, frames of evidence, files. Its headers win over those of the app. */
export interface BytesAnswer {
  readonly status?: ContentfulStatusCode;
  readonly bytes: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What another address of the app (path and query) answers: the same page to the same person, in the same format. */
export interface Elsewhere {
  readonly pageAt: string;
}

export type Answer = PageAnswer | Redirect | BytesAnswer | Elsewhere;

/** One entry of the list in routes.ts. Without `access` it does not compile. */
export interface Route<Query = unknown, Params = unknown, Body = unknown> {
  readonly method: 'get' | 'post';
  /** As Hono writes it: /reports/:id. What a part may be, `params` says. */
  readonly path: `/${string}`;
  readonly access: Access;
  /** What does not pass is answered 400. Without it no parameter is taken. */
  readonly query?: ZodType<Query>;
  /** What does not pass is answered 404. */
  readonly params?: ZodType<Params>;
  /** Of a POST, form or JSON. What does not pass is answered 400. */
  readonly body?: ZodType<Body>;
  /** Only bytes: the path has no .json and .csv, and is taken as it is. */
  readonly bytes?: boolean;
  answer(request: PageRequest<Query, Params, Body>): Promise<Answer> | Answer;
}

/** Lets the compiler see what a route's schemas give its answer. */
export const route = <Query = unknown, Params = unknown, Body = unknown>(
  entry: Route<Query, Params, Body>,
): Route => entry as Route;
