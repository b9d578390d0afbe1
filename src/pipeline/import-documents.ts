import PQueue from 'p-queue';
import { appendResource } from '../archive/append-resource.ts';
import type { Archive } from '../archive/archive.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Severity } from '../model/status.ts';
import { checkpoint } from '../store/checkpoint.ts';
import type { Store } from '../store/store.ts';
import type { Origin } from './extract-document.ts';
import { type JobResult, runBatch } from './run-batch.ts';
import { stopsBatch } from './stops-batch.ts';
import { type ArchivedDocument, type StoredRecord, storeDocument } from './store-document.ts';

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
 * database, and both take the documents in the order given: where nothing else tells versions of a report apart the
 * last one counts, and that must not be the one that took longest to parse. A document that fails is told of, and the
 * next one is taken; only when the archive or the database itself fails are the rest skipped.
 */
export async function importDocuments(
  inputs: readonly ImportInput[],
  deps: ImportDeps,
  onProgress: (document: ImportedDocument, index: number) => void = () => undefined,
): Promise<ImportResult> {
  const { concurrency = CONCURRENCY, signal } = deps;
  const inTurn = new PQueue({ concurrency: 1 });
  const steps = {
    prepare: (input: ImportInput) => parseInput(input, inTurn, deps),
    finish: ({ document, extraction }: ParsedDocument) => storeDocument(document, extraction, deps),
  };
  const results = await runBatch(inputs, steps, {
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

interface ParsedDocument {
  readonly document: ArchivedDocument;
  readonly extraction: Extraction;
}

async function parseInput(input: ImportInput, inTurn: PQueue, deps: ImportDeps): Promise<ParsedDocument> {
  const { path: _, ...origin } = input;
  const begun = await inTurn.add(() => beginArchiving(input, deps));
  if (!begun) throw new Error('parseInput: the queue gave nothing');
  const { bytes, kind, archiving } = begun;
  const archived = await archiving;
  const extraction = await deps.extract(bytes, origin);
  const { sha256 } = archived;
  return { document: { sha256, byteLength: bytes.length, kind, origin, archived }, extraction };
}

/** Only the beginning is waited for: documents that follow close upon each other are kept with one sync of the disk. */
async function beginArchiving(
  { path, ...origin }: ImportInput,
  { archive, readBytes, sniff, now }: ImportDeps,
) {
  const bytes = await readBytes(path);
  const { kind, contentType } = sniff(bytes, origin);
  const resource = { ...origin, date: now(), ...(contentType ? { contentType } : {}) };
  return { bytes, kind, archiving: appendResource(archive, bytes, resource) };
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
