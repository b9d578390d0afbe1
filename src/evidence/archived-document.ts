import { ArchiveError, type ArchiveProblem } from '../archive/archive-error.ts';
import { openRecord } from '../archive/read-record.ts';
import type { EvidenceFailure, EvidenceFault } from './evidence.ts';

/** Where the bytes of a document are said to be; null for one that was read without an archive. */
export interface DocumentPlace {
  readonly sha256: string;
  readonly place: { readonly file: string; readonly offset: number; readonly length: number } | null;
}

/** The bytes of a document as the archive has them now. */
export interface ArchivedBytes {
  readonly bytes: Uint8Array;
  /** When they were archived, ISO; undefined when the record does not say. */
  readonly date: string | undefined;
  /** Whether they are those that were read: compared with the digest at every look. */
  readonly intact: boolean;
}

const FAULTS: Readonly<Record<ArchiveProblem, EvidenceFault>> = {
  missing: 'file_missing',
  no_access: 'no_access',
  broken_disk: 'no_access',
  locked: 'no_access',
  disk_full: 'no_access',
  damaged: 'hash_mismatch',
};

/** Reads a document from the archive; what stands in the way is a value, not a throw. */
export async function readArchived(
  archive: string,
  { sha256, place }: DocumentPlace,
): Promise<ArchivedBytes | EvidenceFailure> {
  if (place === null) return { fault: 'not_archived', detail: '' };
  try {
    return await openRecord(archive, { ...place, sha256 });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { fault: FAULTS[error.problem], detail: error.message };
  }
}
