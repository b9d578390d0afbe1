import { awaitsScripts } from '../../../scrapers/awaits-scripts.ts';
import type { FetchCause, Fetcher, FetchRequest, FetchResult } from '../../model/exchange.ts';
import { type Capture, saveCapture } from '../../store/crawl/captures.ts';
import type { NewPage } from '../../store/crawl/pages.ts';
import { forgetReading, parsedOf } from '../../store/crawl/parsed.ts';
import type { PageRow } from '../../store/schema.ts';
import type { KeepContext } from './crawl-deps.ts';
import type { LogEntry } from './run-log.ts';
import { commitPage, keyOf, type Role, type SourceCrawl, seePage } from './source-crawl.ts';

/** What a page is asked for as, and what led to it. */
export interface Address {
  readonly role: Role;
  readonly request: FetchRequest;
  readonly title?: string | null;
  /** Of an attachment: the row of the report's page. */
  readonly parent?: PageRow;
}

/** A page dealt with: `page.outcome` is new, same, failed or vanished. The bytes are read when they are asked for. */
export interface Obtained {
  readonly page: PageRow;
  /** After redirects. */
  readonly url: string;
  /** Bytes that the page has, fetched now or kept from before; null when it failed. */
  readonly read: (() => Promise<Uint8Array>) | null;
}

/** Of a page that is the same only as far as is known: it was asked for lately, and not again in this round. */
export const NOT_DUE = 'not_due';

/** Failures that say the document is not there any more, rather than that it could not be had tonight. */
export const GONE_CAUSES: readonly FetchCause[] = ['gone', 'soft_404'];

/**
 * Has a page: from the copy that is kept while that is fresh or the server says it is the same, else from the
 * server. What was fetched is in the archive before the frontier says so; a page that was dealt with earlier in
 * the round is not asked for again.
 */
export async function obtain(crawl: SourceCrawl, address: Address): Promise<Obtained> {
  const { deps } = crawl;
  const { request, role, title } = address;
  const seen = seePage(crawl, role, frontierUrl(request), title);
  if (isRow(seen) && seen.done_round === deps.round) return kept(crawl, seen);
  const list = crawl.pages.get(keyOf('list', request.url));
  if (role === 'report' && list?.done_round === deps.round && list.sha256) {
    return adoptList(crawl, seen, list);
  }
  if (isRow(seen) && deps.isFresh(seen, deps.now())) {
    const same = { ...seen, ...settled(deps.round, 'same'), cause: NOT_DUE };
    return kept(crawl, await commitPage(crawl, same));
  }
  return fetchPage(crawl, seen, address);
}

/** An address that is asked for by POST is told apart by what is posted. */
const frontierUrl = ({ url, body }: FetchRequest): string => (body === undefined ? url : `${url} ${body}`);

const isRow = (page: PageRow | NewPage): page is PageRow => 'id' in page;

const settled = (round: number, outcome: 'new' | 'same') =>
  ({ done_round: round, outcome, cause: null, detail: null, failures: 0, gone_rounds: 0 }) as const;

async function fetchPage(crawl: SourceCrawl, seen: PageRow | NewPage, address: Address): Promise<Obtained> {
  const { deps } = crawl;
  const result = await fetchOnce(crawl, seen, address);
  const context = contextOf(crawl, address);
  const captures = await deps.keeper.keep(result, context);
  const along = () => {
    for (const capture of captures) saveCapture(deps.store, capture);
  };
  if (result.kind === 'failed') {
    const { cause, detail } = result;
    // A run that is stopped says nothing of the page: what was known of it stays, and it is still to be done.
    if (cause === 'aborted' || cause === 'budget') {
      return failure({ ...(await commitPage(crawl, seen, along)), outcome: 'pending', cause, detail });
    }
    const failed = { done_round: deps.round, cause, detail, ...outcomeOfFailure(crawl, seen, cause) };
    return failure(await commitPage(crawl, { ...seen, ...failed }, along));
  }
  if (result.kind === 'not_modified') {
    return kept(
      crawl,
      await commitPage(
        crawl,
        {
          ...{ ...seen, ...settled(deps.round, 'same') },
          checked_at: captures.at(-1)?.date ?? deps.now().toISOString(),
        },
        along,
      ),
    );
  }
  const capture = captures.findLast(({ sha256 }) => sha256 !== undefined);
  if (!capture) throw new Error(`the archive kept no document of ${result.url}`);
  const page = await commitFetched(crawl, seen, fetched(crawl, seen, result, capture), along);
  return { page, url: result.url, read: async () => result.body };
}

/** With new bytes, what was read of the page is out of date: said in the same transaction, or a crash would hide it. */
function commitFetched(
  crawl: SourceCrawl,
  seen: PageRow | NewPage,
  page: PageRow | NewPage,
  along: () => void,
): Promise<PageRow> {
  return commitPage(crawl, page, () => {
    along();
    if (isRow(seen) && page.outcome === 'new') forgetReading(crawl.deps.store, seen.id);
  });
}

/** A report that was stored vanishes once: it stays so, whatever it fails of next, until the page is had again. */
function outcomeOfFailure(
  { deps }: SourceCrawl,
  seen: PageRow | NewPage,
  cause: FetchCause,
): Pick<PageRow, 'outcome' | 'failures' | 'gone_rounds'> {
  const failures = seen.failures + 1;
  // A server that does not answer tonight takes nothing back.
  const gone_rounds = seen.gone_rounds + (cause === 'gone' ? 1 : 0);
  if (seen.outcome === 'vanished') return { outcome: 'vanished', failures, gone_rounds };
  const wasReport = isRow(seen) && parsedOf(deps.store, seen.id)?.outcome === 'loaded';
  return wasReport && GONE_CAUSES.includes(cause)
    ? { outcome: 'vanished', failures: 1, gone_rounds }
    : { outcome: 'failed', failures, gone_rounds };
}

/** Whether it is this round in which the report was found to be gone, and a person is to be told. */
export const vanishedIn = ({ outcome, failures, done_round }: PageRow, round: number): boolean =>
  outcome === 'vanished' && failures === 1 && done_round === round;

function contextOf({ deps, source }: SourceCrawl, { role, request, parent }: Address): KeepContext {
  const { id, family } = source;
  return {
    source: id,
    ...{ family, role, round: deps.round, asked: request.url },
    ...(parent ? { page: parent.url } : {}),
  };
}

/**
 * An article that the page keeps in a script: kept as a document of its own, so that its numbers too lead to bytes
 * of the archive.
 *
 * @param bytes - null: the page is the same, and so is what it holds
 */
export async function obtainContent(
  crawl: SourceCrawl,
  parent: Obtained,
  bytes: Uint8Array | null,
): Promise<Obtained> {
  const { deps } = crawl;
  const url = contentAddress(parent.url);
  const seen = seePage(crawl, 'attachment', url);
  if (bytes === null)
    return kept(crawl, await commitPage(crawl, { ...seen, ...settled(deps.round, 'same') }));
  const context = contextOf(crawl, { role: 'attachment', request: { url }, parent: parent.page });
  const captures = await deps.keeper.keepContent(url, bytes, context);
  const [capture] = captures;
  if (!capture) throw new Error(`the archive kept no article of ${url}`);
  const page = await commitPage(crawl, fetched(crawl, seen, { url, headers: {} }, capture), () => {
    saveCapture(deps.store, capture);
  });
  return { page, url, read: async () => bytes };
}

export const contentAddress = (url: string): string => `${url.replace(/#.*$/, '')}#content`;

function fetched(
  { deps }: SourceCrawl,
  seen: PageRow | NewPage,
  { url, headers }: Pick<FetchResult & { kind: 'document' }, 'url' | 'headers'>,
  { sha256 = '', date: at }: Capture,
): PageRow | NewPage {
  const same = seen.sha256 !== null && Buffer.from(seen.sha256).toString('hex') === sha256;
  return {
    ...seen,
    ...settled(deps.round, same ? 'same' : 'new'),
    sha256: Buffer.from(sha256, 'hex'),
    final_url: url === seen.url ? null : url,
    etag: headers['etag'] ?? null,
    last_modified: headers['last-modified'] ?? null,
    checked_at: at,
    changed_at: same ? seen.changed_at : at,
  };
}

async function fetchOnce(
  crawl: SourceCrawl,
  seen: PageRow | NewPage,
  { request, role }: Address,
): Promise<FetchResult> {
  const { deps, source } = crawl;
  const validators = {
    ...(seen.sha256 && seen.etag ? { etag: seen.etag } : {}),
    ...(seen.sha256 && seen.last_modified ? { lastModified: seen.last_modified } : {}),
  };
  const options = { inScope: crawl.inScope, signal: deps.signal };
  const scripted = source.scripts && request.body === undefined;
  const fetchBy = async (fetcher: Fetcher, asked: FetchRequest): Promise<FetchResult> => {
    const start = performance.now();
    const result = await fetcher.fetch(asked, options);
    count(crawl, result);
    tellFetch(crawl, { url: request.url, role, ms: Math.round(performance.now() - start) }, result);
    return result;
  };
  let result = await fetchBy(scripted ? deps.browser : deps.fetcher, { ...request, ...validators });
  if (!scripted && result.kind === 'document' && (await isShell(crawl, result))) {
    const rendered = await fetchBy(deps.browser, request);
    // Without a browser the shell is what there is; what is missing is said by what is read of it.
    if (rendered.kind === 'document') result = rendered;
  }
  return withoutEmpty(result);
}

/** An answer without a byte is no document, and nothing that is kept of the page gives way to it. */
function withoutEmpty(result: FetchResult): FetchResult {
  if (result.kind !== 'document' || result.body.length > 0) return result;
  const { url, status, exchanges } = result;
  const detail = `status ${status}, and no byte of a body`;
  return { kind: 'failed', url, status, cause: 'truncated', detail, transient: true, exchanges };
}

function count(crawl: SourceCrawl, result: FetchResult): void {
  crawl.requests += result.exchanges.length;
  for (const { payload } of result.exchanges) crawl.bytes += payload.length;
  crawl.deps.onFetch(new URL(result.url).hostname, result.kind === 'failed' ? result.cause : null);
}

function tellFetch(
  { deps, source }: SourceCrawl,
  asked: Pick<LogEntry, 'url' | 'role' | 'ms'>,
  result: FetchResult,
): void {
  const { status } = result.exchanges.at(-1) ?? {};
  deps.log.tell({
    event: 'fetched',
    ...{ source: source.id, outcome: result.kind },
    ...asked,
    ...(status === undefined ? {} : { status }),
    bytes: result.exchanges.reduce((sum, { payload }) => sum + payload.length, 0),
    cause: result.kind === 'failed' ? result.cause : null,
  });
}

/** A page that its scripts are still to fill, as far as its markup says, and in which the family finds nothing. */
async function isShell(
  { deps, source: { family } }: SourceCrawl,
  { url, headers, body }: FetchResult & { kind: 'document' },
): Promise<boolean> {
  if (!/html/.test(headers['content-type'] ?? '') || !awaitsScripts(body)) return false;
  const page = { url, bytes: body };
  const { reports, more, leftOut } = await deps.reader.readList(family, page);
  const { isReport, attachments, elsewhere } = await deps.reader.readArticle(family, page);
  const found = [reports, more, leftOut, attachments, elsewhere].some((list) => list.length > 0);
  return !isReport && !found;
}

/** The page of a list that holds a report: its bytes are the list's, fetched once. */
async function adoptList(crawl: SourceCrawl, seen: PageRow | NewPage, list: PageRow): Promise<Obtained> {
  const { deps } = crawl;
  const sha256 = Buffer.from(list.sha256 as Uint8Array).toString('hex');
  const same = seen.sha256 !== null && Buffer.from(seen.sha256).equals(list.sha256 as Uint8Array);
  const context = contextOf(crawl, { role: 'report', request: { url: list.url } });
  const captures = same ? [] : await deps.keeper.noteReport(list.final_url ?? list.url, sha256, context);
  const { final_url, etag, last_modified, checked_at } = list;
  const page = await commitFetched(
    crawl,
    seen,
    {
      ...seen,
      ...settled(deps.round, same ? 'same' : 'new'),
      ...{ final_url, etag, last_modified, checked_at, sha256: list.sha256 },
      cause: same ? list.cause : null,
      changed_at: same ? seen.changed_at : checked_at,
    },
    () => {
      for (const capture of captures) saveCapture(deps.store, capture);
    },
  );
  return kept(crawl, page);
}

function kept(crawl: SourceCrawl, page: PageRow): Obtained {
  return page.outcome === 'failed' || page.outcome === 'vanished' ? failure(page) : lastCopy(crawl, page);
}

/** The page with the bytes that were had last, whatever became of it tonight. */
export function lastCopy(crawl: SourceCrawl, page: PageRow): Obtained {
  if (page.sha256 === null) return failure(page);
  const sha256 = Buffer.from(page.sha256).toString('hex');
  return { page, url: page.final_url ?? page.url, read: () => crawl.deps.keeper.recall(sha256) };
}

const failure = (page: PageRow): Obtained => ({ page, url: page.url, read: null });
