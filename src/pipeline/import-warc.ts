import { basename } from 'node:path';
import PQueue from 'p-queue';
import { mayBeReport } from '../../parsers/may-be-report.ts';
import { type AppendedExchange, appendExchange } from '../archive/append-exchange.ts';
import { appendRendered } from '../archive/append-rendered.ts';
import type { Archive } from '../archive/archive.ts';
import type { CaptureContext } from '../archive/capture-context.ts';
import { captures } from '../archive/captures.ts';
import type { Place } from '../archive/place.ts';
import { readWarc, WARC_LEFT_OUT, type WarcDocument } from '../archive/read-warc.ts';
import { targetUri } from '../archive/target-uri.ts';
import type { Extraction } from '../model/extraction.ts';
import { attachmentLinks } from './attachment-links.ts';
import {
  describeResult,
  type ImportDeps,
  type ImportedDocument,
  type ImportInput,
} from './import-documents.ts';
import type { JobResult } from './run-batch.ts';
import { sha256Of } from './sha256.ts';
import { stopsBatch } from './stops-batch.ts';
import { type StoredRecord, storeDocument } from './store-document.ts';

/** Why a record of a WARC file gave no stored document. */
export const RECORD_LEFT_OUT = [
  ...WARC_LEFT_OUT,
  'status', // the server did not answer with a document
  'other_kind', // a picture, a script, a style sheet
  'not_a_report',
  'no_text', // a scan that no report page links to: it may be anything
] as const;
export type RecordLeftOut = (typeof RECORD_LEFT_OUT)[number];

/** What became of a WARC file. `records` is the sum of the documents, of `leftOut` and of those not taken. */
export interface ImportedWarc {
  readonly input: ImportInput;
  readonly records: number;
  /** In the order of the file. */
  readonly documents: readonly ImportedDocument[];
  readonly leftOut: Readonly<Record<RecordLeftOut, number>>;
  /** The file has bytes that are no record: `cut_off` when all there is is that it stops too early. */
  readonly damage?: 'cut_off' | 'damaged';
  /** Why the file could not be read at all, or why reading it was ended early. */
  readonly error?: unknown;
}

export interface WarcProgress {
  readonly records: number;
  readonly reports: number;
}

/** Kinds whose text cannot be looked at cheaply: they are parsed to know whether they are reports. */
const DOCUMENT_KINDS: ReadonlySet<string> = new Set(['pdf', 'docx', 'doc', 'xlsx', 'xls']);
const PAGE_KINDS: ReadonlySet<string> = new Set(['html', 'text']);
/** Findings that say that there is nothing to store, and what is counted then. */
const REFUSALS: Readonly<Record<string, RecordLeftOut>> = {
  'document.not_a_report': 'not_a_report',
  'document.empty': 'not_a_report',
  'document.unsupported': 'other_kind',
  'document.image_only': 'no_text',
  'document.ocr_missing': 'no_text',
  'document.ocr_failed': 'no_text',
};
const CONCURRENCY = 4;

interface Work {
  readonly input: ImportInput;
  readonly deps: ImportDeps;
  readonly leftOut: Record<RecordLeftOut, number>;
  readonly documents: { readonly index: number; readonly document: ImportedDocument }[];
  /** Documents that a report page links to, with that page. */
  readonly linked: Map<string, string>;
  /** Captures that the archive has: the same file again writes nothing. */
  readonly known: Set<string>;
  records: number;
  damage: 'cut_off' | 'damaged' | undefined;
  stoppedBy: unknown;
}

interface Candidate {
  readonly record: WarcDocument;
  readonly kind: string;
  readonly page?: string;
}

/**
 * Finds the reports in a WARC file, archives them with their headers and their date, and loads them; the rest is
 * counted. Records are read one after the other, so that memory does not grow with the file. They are parsed before
 * they are archived, since the WARC file has their bytes meanwhile, and most of it is no report.
 */
export async function importWarc(
  input: ImportInput,
  deps: ImportDeps,
  onProgress: (progress: WarcProgress) => void = () => undefined,
): Promise<ImportedWarc> {
  const work = startWork(input, deps);
  const { concurrency = CONCURRENCY } = deps;
  const queue = new PQueue({ concurrency });
  try {
    for await (const item of readWarc(input.path)) {
      if (work.stoppedBy !== undefined || deps.signal?.aborted) break;
      if (item.kind === 'junk') {
        work.damage = item.reason === 'damaged' ? 'damaged' : (work.damage ?? 'cut_off');
        continue;
      }
      const index = work.records++;
      const candidate = item.kind === 'left_out' ? item.reason : chooseRecord(item, work);
      if (typeof candidate === 'string') work.leftOut[candidate]++;
      else {
        await queue.onSizeLessThan(concurrency);
        void queue.add(() => takeRecord(candidate, index, work));
      }
      onProgress({ records: work.records, reports: work.documents.length });
    }
  } catch (error) {
    work.stoppedBy ??= error;
  }
  await queue.onIdle();
  onProgress({ records: work.records, reports: work.documents.length });
  return finish(work);
}

function startWork(input: ImportInput, deps: ImportDeps): Work {
  const leftOut = Object.fromEntries(RECORD_LEFT_OUT.map((reason) => [reason, 0])) as Work['leftOut'];
  const known = new Set(
    [...captures(deps.archive)].map(({ url, date, sha256 }) => `${url} ${date} ${sha256}`),
  );
  const counts = { records: 0, damage: undefined, stoppedBy: undefined };
  return { input, deps, leftOut, documents: [], linked: new Map(), known, ...counts };
}

function finish({ input, records, documents, leftOut, damage, stoppedBy }: Work): ImportedWarc {
  const inOrder = documents.toSorted((a, b) => a.index - b.index).map(({ document }) => document);
  return {
    ...{ input, records, documents: inOrder, leftOut },
    ...(damage === undefined ? {} : { damage }),
    ...(stoppedBy === undefined ? {} : { error: stoppedBy }),
  };
}

/** The record as one that may be a report, or why it is none. What a page links to is noted, for records behind it. */
function chooseRecord(record: WarcDocument, { deps, linked }: Work): Candidate | RecordLeftOut {
  if (record.status !== 200) return 'status';
  const { kind } = deps.sniff(record.body, { url: record.url });
  if (DOCUMENT_KINDS.has(kind)) {
    const page = linked.get(targetUri(record));
    return { record, kind, ...(page === undefined ? {} : { page }) };
  }
  if (!PAGE_KINDS.has(kind)) return 'other_kind';
  const text = mayBeReport(record.body);
  if (text === null) return 'not_a_report';
  for (const link of attachmentLinks(text, record.url)) linked.set(link, record.url);
  return { record, kind };
}

async function takeRecord(candidate: Candidate, index: number, work: Work): Promise<void> {
  const { url } = candidate.record;
  const result = await attempt(() => storeCandidate(candidate, work));
  if (result.status === 'failed' && stopsBatch(result.error)) work.stoppedBy ??= result.error;
  if (result.status === 'done' && typeof result.value === 'string') work.leftOut[result.value]++;
  else {
    const input = { path: work.input.path, url };
    work.documents.push({ index, document: describeResult(result as JobResult<StoredRecord>, input) });
  }
}

async function attempt<Value>(work: () => Promise<Value>): Promise<JobResult<Value>> {
  try {
    return { status: 'done', value: await work() };
  } catch (error) {
    return { status: 'failed', error };
  }
}

async function storeCandidate(candidate: Candidate, work: Work): Promise<StoredRecord | RecordLeftOut> {
  const { record, kind, page } = candidate;
  const origin = { url: record.url };
  const extraction = await work.deps.extract(record.body, origin);
  const refusal = refusalOf(extraction, candidate);
  if (refusal) return refusal;
  const archived = await archiveRecord(record, page, work);
  return storeDocument({ bytes: record.body, kind, origin, archived }, extraction, work.deps);
}

/** Why a record is not stored; a number that was read is never left out. */
function refusalOf({ findings, cells }: Extraction, { kind, page }: Candidate): RecordLeftOut | undefined {
  if (cells.some(({ status }) => status === 'reported')) return undefined;
  const reason = findings.map(({ rule }) => REFUSALS[rule]).find((found) => found !== undefined);
  // A page in pictures has its title; a scan that a report page links to is its attachment.
  const isKnown = PAGE_KINDS.has(kind) || page !== undefined;
  return reason === 'no_text' && isKnown ? undefined : reason;
}

async function archiveRecord(
  record: WarcDocument,
  page: string | undefined,
  { deps: { archive }, input, known }: Work,
): Promise<Place> {
  const sha256 = sha256Of(record.body);
  const capture = `${targetUri(record)} ${record.date.toISOString()} ${sha256}`;
  const there = known.has(capture) ? archive.places.get(sha256) : undefined;
  if (there) return there;
  known.add(capture);
  const file = basename(input.path);
  const context = page === undefined ? { role: 'report', file } : { role: 'attachment', page, file };
  const { place } = await append(archive, record, context as CaptureContext);
  if (!place) throw new Error(`${record.url}: was archived without its document`);
  return place;
}

/** An answer of a server is kept as one, with its headers; a resource as a resource. */
function append(archive: Archive, record: WarcDocument, context: CaptureContext): Promise<AppendedExchange> {
  const { type, url, date, ip, http, status, contentType, payload, body } = record;
  if (type === 'resource') {
    const page = { url, date, ...(contentType === undefined ? {} : { contentType }) };
    return appendRendered(archive, body, page, context);
  }
  const [, httpVersion = 'HTTP/1.1', statusText = ''] = /^(\S+) +\d+ ?(.*)$/.exec(http.startLine) ?? [];
  const exchange = { url, method: 'GET', date, httpVersion, status, statusText, payload } as const;
  return appendExchange(
    archive,
    { ...exchange, responseHeaders: http.headers, ...(ip === undefined ? {} : { ip }) },
    context,
  );
}
