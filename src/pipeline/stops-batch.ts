import { ArchiveError } from '../archive/archive-error.ts';
import { StoreError } from '../store/store-error.ts';

/** Errors of one document; every other one of the archive or the database would meet the next document too. */
const OF_ONE_DOCUMENT: readonly string[] = ['unknown_variable', 'bad_input', 'damaged'];

/** True for an error after which nothing more can be kept or stored: the disk is full, the database is lost. */
export function stopsBatch(error: unknown): boolean {
  return (
    (error instanceof StoreError || error instanceof ArchiveError) && !OF_ONE_DOCUMENT.includes(error.problem)
  );
}
