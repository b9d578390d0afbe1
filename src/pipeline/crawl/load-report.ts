import type { Extraction } from '../../model/extraction.ts';
import { readUnderOther } from '../../store/crawl/parsed.ts';
import type { DocumentInput, LoadResult } from '../../store/load-extraction.ts';
import { saveDocument } from '../../store/save-document.ts';
import type { PageRow } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { write } from '../../store/write.ts';
import { loadRecord } from '../load-record.ts';
import type { ReportParser } from './crawl-deps.ts';
import type { SourceCrawl } from './source-crawl.ts';

/** A document of a report: its page, a frame of it or a file. */
export interface UnitDocument {
  readonly url: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface LoadedReport {
  /** `stopped`: the run was stopped before the parser was done. */
  readonly outcome: 'loaded' | 'not_a_report' | 'failed' | 'stopped';
  readonly load?: LoadResult['outcome'];
  readonly reportId?: number;
  /** The record cannot be taken as it is: tables are missing, or the document could not be read. */
  readonly doubtful: boolean;
  readonly error?: unknown;
}

/**
 * Parses the documents of a report, the page first, and stores the record that they give together.
 *
 * @param isWhole - whether all of them are there: a page without its attachment tonight is not stored as one that is empty
 */
export async function loadReport(
  { deps }: SourceCrawl,
  page: PageRow,
  documents: readonly UnitDocument[],
  isWhole: boolean,
): Promise<LoadedReport> {
  const parser = deps.parser as ReportParser;
  let united: Awaited<ReturnType<ReportParser['extractReport']>> | null;
  try {
    united = await unlessStopped(deps.signal, () =>
      parser.extractReport(documents.map(({ url, bytes }) => ({ bytes, origin: { url } }))),
    );
  } catch (error) {
    // A parser that throws is broken: the page is told of and tried again, and the night goes on.
    return { outcome: 'failed', doubtful: true, error };
  }
  if (united === null) return { outcome: 'stopped', doubtful: false };
  const { extraction, winner } = united;
  const tells = (name: string): boolean => extraction.findings.some(({ rule }) => rule === name);
  if (tells('document.not_a_report') || (!isWhole && tells('document.held_elsewhere'))) {
    return { outcome: 'not_a_report', doubtful: false };
  }
  const { url, sha256, bytes } = documents[winner] as UnitDocument;
  const archived = deps.keeper.placeOf(sha256);
  const document = {
    ...{ sha256, byteLength: bytes.length, kind: parser.kindOf(bytes), origin: { url } },
    ...(archived ? { archived } : {}),
    ...{ parserVersion: parser.version, night: (page.changed_at ?? '').slice(0, 10) },
  };
  const { reportId, outcome } = loadOnce(deps.store, page, document, extraction);
  return { outcome: 'loaded', load: outcome, reportId, doubtful: extraction.findings.some(isDoubt) };
}

/** One document is one record: under several pages it is read with the first, and each of the others leads to it. */
function loadOnce(store: Store, page: PageRow, document: DocumentInput, extraction: Extraction): LoadResult {
  const reportId = readUnderOther(store, document.sha256, page.id);
  if (reportId === undefined) return loadRecord(store, document, extraction);
  const { changed } = write(store, () => saveDocument(store, document));
  return { reportId, outcome: changed ? 'updated' : 'unchanged' };
}

/** What a change of a publishing system does to our reading, rather than what a publisher gets wrong. */
const isDoubt = ({ rule, severity }: { readonly rule: string; readonly severity: string }): boolean =>
  severity === 'error' && /^(?:table|document)\./.test(rule);

/** A document may take the parser a minute, and many may wait for it: a run that is stopped waits for none. */
async function unlessStopped<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  if (signal.aborted) return null;
  const { promise: stopped, stop } = stopOf(signal);
  try {
    return await Promise.race([work(), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function stopOf(signal: AbortSignal): { readonly promise: Promise<null>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<null>((done) => {
    stop = () => done(null);
  });
  signal.addEventListener('abort', stop, { once: true });
  return { promise, stop };
}
