import { PARSER_VERSION, sniffKind } from '../../parsers/index.ts';
import { openArchive } from '../archive/open-archive.ts';
import { reviewedLookups } from '../lookups/reviewed-lookups.ts';
import { type AcrossChecked, checkAcrossReports } from '../pipeline/across/check-across-reports.ts';
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
import type { SourceProblem } from '../sources/source-problem.ts';
import { archiveFiles } from '../store/archive-file.ts';
import { checkpoint } from '../store/checkpoint.ts';
import { openStore } from '../store/open-store.ts';
import { seedVariables } from '../store/seed-variables.ts';
import type { Store } from '../store/store.ts';
import { isWarcName } from './collect-documents.ts';
import { readDocument } from './read-document.ts';
import { reviewedCorrections } from './reviewed-corrections.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';
import { variableSeeds } from './variable-seeds.ts';

/** What became of documents and of WARC files. */
export interface Imported extends ImportResult {
  readonly warcs: readonly ImportedWarc[];
  /** What was found beside other reports; absent when the batch ended early. */
  readonly across?: AcrossChecked;
  /** What is wrong in data/corrections and data/lookups: the files that have it were left out. */
  readonly dataProblems: readonly SourceProblem[];
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
    const archive = await openArchive(folder, { expected: archiveFiles(store) });
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
      const imported = await importAll(inputs, deps, listener);
      return { ...imported, ...checkAcross(store, imported) };
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
): Promise<Omit<Imported, 'across' | 'dataProblems'>> {
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

/** Corrections and checks over several reports, once all are loaded; a database that failed is left alone. */
function checkAcross(
  store: Store,
  { stoppedBy }: Pick<ImportResult, 'stoppedBy'>,
): Pick<Imported, 'across' | 'dataProblems'> {
  const { corrections, problems } = reviewedCorrections();
  const dataProblems = [
    ...inFolder('data/corrections', problems),
    ...inFolder('data/lookups', reviewedLookups().problems),
  ];
  if (stoppedBy !== undefined) return { dataProblems };
  const across = checkAcrossReports(store, { corrections });
  checkpoint(store);
  return { across, dataProblems };
}

const inFolder = (folder: string, problems: readonly SourceProblem[]): SourceProblem[] =>
  problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` }));

/** The same limits and words as extract has; here a file that gives no bytes is a failure of its own. */
async function readBytes(path: string): Promise<Uint8Array> {
  const read = await readDocument(path);
  if ('finding' in read) throw new UsageError(read.finding.message);
  return read.bytes;
}
