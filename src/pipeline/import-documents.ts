import { appendResource } from '../archive/append-resource.ts';
import type { Archive } from '../archive/archive.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Severity } from '../model/status.ts';
import { checkpoint } from '../store/checkpoint.ts';
import type { Store } from '../store/store.ts';
import type { Origin } from './extract-document.ts';
import { type JobResult, runBatch } from './run-batch.ts';
import { stopsBatch } from './stops-batch.ts';
import { type StoredRecord, storeDocument } from './store-document.ts';

/** A document at hand: plain data. `path` is where its bytes are read from, the origin is what is stored. */
export interface ImportInput extends Origin {
  readonly path: string;
}

export interface ImportDeps {
  readonly store: Store;
  readonly archive: Archive;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** Bytes to record: see extractDocument. */
  readonly extract: (bytes: Uint8Array, origin: Origin) => Promise<Extraction>;
  /** What kind of document the bytes are (html, text, pdf, …), and its media type. */
  readonly sniff: (
    bytes: Uint8Array,
    origin: Origin,
  ) => { readonly kind: string; readonly contentType?: string };
  readonly now: () => Date;
  readonly parserVersion: string;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

export const IMPORT_OUTCOMES = ['inserted', 'updated', 'unchanged', 'failed', 'skipped'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of one document. `reason` says why it failed. */
export interface ImportedDocument {
  readonly input: ImportInput;
  readonly outcome: ImportOutcome;
  readonly reportId?: number;
  /** How many findings it has of each severity. */
  readonly findings?: Readonly<Record<Severity, number>>;
  readonly reason?: string;
  readonly error?: unknown;
}

export interface ImportResult {
  /** In the order given. */
  readonly documents: readonly ImportedDocument[];
  /** Adds up to the number of documents. */
  readonly totals: Readonly<Record<ImportOutcome, number>>;
  /** The error that ended the batch early, if one did. */
  readonly stoppedBy?: unknown;
}

const CONCURRENCY = 4;

/**
 * Archives, parses, validates and loads each document. Its bytes are in the archive before its rows are in the
 * database. A document that fails is told of, and the next one is taken; only when the archive or the database
 * itself fails are the rest skipped.
 */
export async function importDocuments(
  inputs: readonly ImportInput[],
  deps: ImportDeps,
  onProgress: (document: ImportedDocument, index: number) => void = () => undefined,
): Promise<ImportResult> {
  const { concurrency = CONCURRENCY, signal } = deps;
  const results = await runBatch(inputs, (input) => importDocument(input, deps), {
    concurrency,
    stopsBatch,
    onResult: (result, input, index) => onProgress(describeResult(result, input), index),
    ...(signal ? { signal } : {}),
  });
  if (results.some(({ status }) => status === 'done')) checkpoint(deps.store);
  const documents = results.map((result, index) => describeResult(result, inputs[index] as ImportInput));
  const stoppedBy = documents.find(({ error }) => stopsBatch(error))?.error;
  return { documents, totals: countOutcomes(documents), ...(stoppedBy ? { stoppedBy } : {}) };
}

async function importDocument(input: ImportInput, deps: ImportDeps): Promise<StoredRecord> {
  const { path, ...origin } = input;
  const bytes = await deps.readBytes(path);
  const { kind, contentType } = deps.sniff(bytes, origin);
  const resource = { ...origin, date: deps.now(), ...(contentType ? { contentType } : {}) };
  const archived = await appendResource(deps.archive, bytes, resource);
  const extraction = await deps.extract(bytes, origin);
  return storeDocument({ bytes, kind, origin, archived }, extraction, deps);
}

/** What became of a document, from the result of its job. */
export function describeResult(result: JobResult<StoredRecord>, input: ImportInput): ImportedDocument {
  if (result.status === 'skipped') return { input, outcome: 'skipped' };
  if (result.status === 'done') return { input, ...result.value };
  const { error } = result;
  return { input, outcome: 'failed', reason: error instanceof Error ? error.message : String(error), error };
}

export function countOutcomes(documents: readonly ImportedDocument[]): Record<ImportOutcome, number> {
  const totals = { inserted: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0 };
  for (const { outcome } of documents) totals[outcome]++;
  return totals;
}
