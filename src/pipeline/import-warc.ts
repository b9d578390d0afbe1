import { basename } from 'node:path';
import { readWarc, type WarcDocument } from '../archive/read-warc.ts';
import type { Extraction } from '../model/extraction.ts';
import { archiveWarcRecord, knownCaptures } from './archive-warc-record.ts';
import {
  describeResult,
  type ImportDeps,
  type ImportedDocument,
  type ImportInput,
} from './import-documents.ts';
import { mapInOrder } from './map-in-order.ts';
import { attempt, type JobResult } from './run-batch.ts';
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
/** Records that are held while an earlier one is parsed: few, since each is held with its bytes. */
const AHEAD_OF_EACH = 2;

interface Work {
  readonly input: ImportInput;
  readonly deps: ImportDeps;
  readonly leftOut: Record<RecordLeftOut, number>;
  readonly documents: ImportedDocument[];
  /** Documents that a report page links to, with that page. */
  readonly linked: Map<string, string>;
  readonly known: Set<string>;
  records: number;
  damage: 'cut_off' | 'damaged' | undefined;
  /** Why reading the file came to an end. */
  unread: unknown;
  /** Why nothing more could be kept. */
  stoppedBy: unknown;
}

/**
 * Finds the reports in a WARC file, archives them with their headers and their date, and loads them; the rest is
 * counted. Records are read one after the other, so that memory does not grow with the file. They are parsed before
 * they are archived, since the WARC file has their bytes meanwhile, and most of it is no report; what is kept is kept
 * in the order of the file.
 */
export async function importWarc(
  input: ImportInput,
  deps: ImportDeps,
  onProgress: (progress: WarcProgress) => void = () => undefined,
): Promise<ImportedWarc> {
  const work = startWork(input, deps);
  const { concurrency = CONCURRENCY } = deps;
  const tell = () => onProgress({ records: work.records, reports: work.documents.length });
  const parsed = mapInOrder(candidatesIn(work, tell), concurrency * AHEAD_OF_EACH, (candidate) =>
    parseCandidate(candidate, deps),
  );
  for await (const result of parsed) {
    await keepRecord(result, work);
    if (work.stoppedBy !== undefined) break;
  }
  tell();
  return finish(work);
}

/** The records that may be reports; all others are counted on the way. */
async function* candidatesIn(work: Work, tell: () => void): AsyncGenerator<Candidate> {
  const { input, deps } = work;
  try {
    for await (const item of readWarc(input.path)) {
      if (deps.signal?.aborted) return;
      if (item.kind === 'junk') {
        work.damage = item.reason === 'damaged' ? 'damaged' : (work.damage ?? 'cut_off');
        continue;
      }
      work.records++;
      const candidate =
        item.kind === 'left_out' ? item.reason : chooseRecord(item, kindOf(item, deps), work.linked);
      if (typeof candidate === 'string') work.leftOut[candidate]++;
      else yield candidate;
      tell();
    }
  } catch (error) {
    // What was read before is kept.
    work.unread = error;
  }
}

const kindOf = ({ body, url }: WarcDocument, { sniff }: ImportDeps): string => sniff(body, { url }).kind;

function startWork(input: ImportInput, deps: ImportDeps): Work {
  const leftOut = Object.fromEntries(RECORD_LEFT_OUT.map((reason) => [reason, 0])) as Work['leftOut'];
  const known = knownCaptures(deps.archive);
  const counts = { records: 0, damage: undefined, unread: undefined, stoppedBy: undefined };
  return { input, deps, leftOut, documents: [], linked: new Map(), known, ...counts };
}

function finish({
  input,
  records,
  documents,
  leftOut,
  damage,
  unread,
  stoppedBy = unread,
}: Work): ImportedWarc {
  return {
    ...{ input, records, documents, leftOut },
    ...(damage === undefined ? {} : { damage }),
    ...(stoppedBy === undefined ? {} : { error: stoppedBy }),
  };
}

interface ParsedCandidate {
  readonly candidate: Candidate;
  readonly extraction: JobResult<Extraction>;
}

const parseCandidate = async (candidate: Candidate, { extract }: ImportDeps): Promise<ParsedCandidate> => ({
  candidate,
  extraction: await attempt(() => extract(candidate.record.body, { url: candidate.record.url })),
});

/** Archives and stores a record that is a report; counts it otherwise. */
async function keepRecord({ candidate, extraction }: ParsedCandidate, work: Work): Promise<void> {
  const refusal = extraction.status === 'done' ? refusalOf(extraction.value, candidate) : null;
  if (refusal) {
    work.leftOut[refusal]++;
    return;
  }
  const result =
    extraction.status === 'done'
      ? await attempt(() => storeCandidate(candidate, extraction.value, work))
      : extraction;
  if (result.status === 'failed' && stopsBatch(result.error)) work.stoppedBy = result.error;
  work.documents.push(describeResult(result, { path: work.input.path, url: candidate.record.url }));
}

async function storeCandidate(
  candidate: Candidate,
  extraction: Extraction,
  { deps, input, known }: Work,
): Promise<StoredRecord> {
  const { record, kind } = candidate;
  const archived = await archiveWarcRecord(deps.archive, candidate, basename(input.path), known);
  const { sha256 } = archived;
  const origin = { url: record.url };
  return storeDocument({ sha256, byteLength: record.body.length, kind, origin, archived }, extraction, deps);
}
