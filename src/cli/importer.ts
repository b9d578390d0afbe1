import { PARSER_VERSION, sniffKind } from '../../parsers/index.ts';
import { openArchive } from '../archive/archive.ts';
import {
  type ImportedDocument,
  type ImportInput,
  type ImportResult,
  importDocuments,
} from '../pipeline/import-documents.ts';
import { openParsePool } from '../pipeline/parse-pool.ts';
import { openStore } from '../store/open-store.ts';
import { seedVariables } from '../store/seed-variables.ts';
import { readDocument } from './read-document.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';
import { variableSeeds } from './variable-seeds.ts';

/**
 * Opens database and archive, imports the documents, closes both: import and sample, with the real parts.
 * Throws StoreError or ArchiveError when they cannot be opened.
 */
export async function runImport(
  inputs: readonly ImportInput[],
  { database, archive: folder }: Pick<Session, 'database' | 'archive'>,
  onProgress: (document: ImportedDocument) => void = () => {},
): Promise<ImportResult> {
  const store = openStore(database);
  try {
    seedVariables(store, variableSeeds());
    const archive = await openArchive(folder);
    const pool = openParsePool();
    try {
      return await importDocuments(
        inputs,
        {
          store,
          archive,
          readBytes,
          extract: pool.extract,
          concurrency: pool.threads,
          sniff: (bytes) => ({ kind: sniffKind(bytes) }),
          now: () => new Date(),
          parserVersion: String(PARSER_VERSION),
        },
        onProgress,
      );
    } finally {
      await pool.close();
      await archive.close();
    }
  } finally {
    store.close();
  }
}

/** The same limits and words as extract has; here a file that gives no bytes is a failure of its own. */
async function readBytes(path: string): Promise<Uint8Array> {
  const read = await readDocument(path);
  if ('finding' in read) throw new UsageError(read.finding.message);
  return read.bytes;
}
