import { basename } from 'node:path';
import PQueue from 'p-queue';
import { readWarc, type WarcDocument } from '../archive/read-warc.ts';
import { archiveWarcRecord, knownCaptures } from './archive-warc-record.ts';
import {
  describeResult,
  type ImportDeps,
  type ImportedDocument,
  type ImportInput,
} from './import-documents.ts';
import type { JobResult } from './run-batch.ts';
import { stopsBatch } from './stops-batch.ts';
import { type StoredRecord, storeDocument } from './store-document.ts';
import {
  type Candidate,
  chooseRecord,
  RECORD_LEFT_OUT,
  type RecordLeftOut,
  refusalOf,
} from './warc-candidate.ts';

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

const CONCURRENCY = 4;

interface Work {
  readonly input: ImportInput;
  readonly deps: ImportDeps;
  readonly leftOut: Record<RecordLeftOut, number>;
  readonly documents: { readonly index: number; readonly document: ImportedDocument }[];
  /** Documents that a report page links to, with that page. */
  readonly linked: Map<string, string>;
  readonly known: Set<string>;
  records: number;
  damage: 'cut_off' | 'damaged' | undefined;
  stoppedBy: unknown;
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
      const candidate =
        item.kind === 'left_out' ? item.reason : chooseRecord(item, kindOf(item, deps), work.linked);
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

const kindOf = ({ body, url }: WarcDocument, { sniff }: ImportDeps): string => sniff(body, { url }).kind;

function startWork(input: ImportInput, deps: ImportDeps): Work {
  const leftOut = Object.fromEntries(RECORD_LEFT_OUT.map((reason) => [reason, 0])) as Work['leftOut'];
  const known = knownCaptures(deps.archive);
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
  const { record, kind } = candidate;
  const origin = { url: record.url };
  const extraction = await work.deps.extract(record.body, origin);
  const refusal = refusalOf(extraction, candidate);
  if (refusal) return refusal;
  const archived = await archiveWarcRecord(
    work.deps.archive,
    candidate,
    basename(work.input.path),
    work.known,
  );
  return storeDocument({ bytes: record.body, kind, origin, archived }, extraction, work.deps);
}
