import { PARSER_VERSION, sniffKind } from '../../parsers/index.ts';
import { openArchive } from '../archive/archive.ts';
import {
  countOutcomes,
  type ImportDeps,
  type ImportedDocument,
  type ImportInput,
  type ImportResult,
  importDocuments,
} from '../pipeline/import-documents.ts';
import { type ImportedWarc, importWarc, type WarcProgress } from '../pipeline/import-warc.ts';
import { openParsePool } from '../pipeline/parse-pool.ts';
import { stopsBatch } from '../pipeline/stops-batch.ts';
import { openStore } from '../store/open-store.ts';
import { seedVariables } from '../store/seed-variables.ts';
import { isWarcName } from './collect-documents.ts';
import { readDocument } from './read-document.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';
import { variableSeeds } from './variable-seeds.ts';

/** What became of documents and of WARC files. */
export interface Imported extends ImportResult {
  readonly warcs: readonly ImportedWarc[];
}

export interface ImportListener {
  readonly onDocument?: (document: ImportedDocument) => void;
  readonly onRecord?: (progress: WarcProgress) => void;
}

/**
 * Opens database and archive, imports the documents and then the WARC files, closes both: import and sample, with
 * the real parts. Throws StoreError or ArchiveError when they cannot be opened.
 */
export async function runImport(
  inputs: readonly ImportInput[],
  { database, archive: folder }: Pick<Session, 'database' | 'archive'>,
  listener: ImportListener = {},
): Promise<Imported> {
  const store = openStore(database);
  try {
    seedVariables(store, variableSeeds());
    const archive = await openArchive(folder);
    const pool = openParsePool();
    try {
      const deps: ImportDeps = {
        store,
        archive,
        readBytes,
        extract: pool.extract,
        concurrency: pool.threads,
        sniff: (bytes) => ({ kind: sniffKind(bytes) }),
        now: () => new Date(),
        parserVersion: String(PARSER_VERSION),
      };
      return await importAll(inputs, deps, listener);
    } finally {
      await pool.close();
      await archive.close();
    }
  } finally {
    store.close();
  }
}

async function importAll(
  inputs: readonly ImportInput[],
  deps: ImportDeps,
  { onDocument, onRecord }: ImportListener,
): Promise<Imported> {
  const { documents, stoppedBy } = await importDocuments(
    inputs.filter(({ path }) => !isWarcName(path)),
    deps,
    onDocument,
  );
  const warcs: ImportedWarc[] = [];
  let stop = stoppedBy;
  for (const input of inputs.filter(({ path }) => isWarcName(path))) {
    if (stop !== undefined) break;
    const warc = await importWarc(input, deps, onRecord);
    warcs.push(warc);
    if (stopsBatch(warc.error)) stop = warc.error;
  }
  const all = [...documents, ...warcs.flatMap((warc) => warc.documents)];
  const totals = countOutcomes(all);
  return { documents: all, totals, warcs, ...(stop === undefined ? {} : { stoppedBy: stop }) };
}

/** The same limits and words as extract has; here a file that gives no bytes is a failure of its own. */
async function readBytes(path: string): Promise<Uint8Array> {
  const read = await readDocument(path);
  if ('finding' in read) throw new UsageError(read.finding.message);
  return read.bytes;
}
