import { isDeepStrictEqual } from 'node:util';
import { readRecord } from '../archive/read-record.ts';
import type { Cell } from '../model/cell.ts';
import type { Extraction } from '../model/extraction.ts';
import { getExtraction } from '../store/get-extraction.ts';
import type { ReportsView } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Origin } from './extract-document.ts';

export interface VerifyDeps {
  readonly store: Store;
  /** Folder of the archive. */
  readonly archive: string;
  readonly extract: (bytes: Uint8Array, origin: Origin) => Promise<Extraction>;
}

/** A cell as it is stored and as it is read now; undefined where there is none. */
export interface VerifiedCell {
  readonly stored: Cell | undefined;
  readonly read: Cell | undefined;
  /** Value, text, status, place and what arithmetic proves are all the same. */
  readonly equal: boolean;
}

/**
 * Reads one number again from the archived document, whose bytes are first compared with their digest.
 * Throws ArchiveError when the document is not in the archive or not what was archived.
 *
 * @returns undefined when the document was stored without an archive
 */
export async function verifyCell(
  { report_id, sha256, url, file, archive_file, archive_offset, archive_length }: ReportsView,
  variable: string,
  { store, archive, extract }: VerifyDeps,
): Promise<VerifiedCell | undefined> {
  if (archive_file === null || archive_offset === null || archive_length === null) return undefined;
  const place = { file: archive_file, offset: archive_offset, length: archive_length, sha256 };
  const bytes = await readRecord(archive, place);
  const origin = { ...(url === null ? {} : { url }), ...(file === null ? {} : { file }) };
  const { cells } = await extract(bytes, origin);
  const stored = getExtraction(store, report_id)?.cells.find((cell) => cell.variable === variable);
  const read = cells.find((cell) => cell.variable === variable);
  return { stored, read, equal: stored !== undefined && isSame(stored, read) };
}

/** A missing `imputed` and a null one are the same. */
const isSame = (stored: Cell, read: Cell | undefined): boolean =>
  read !== undefined &&
  isDeepStrictEqual(
    { ...stored, imputed: stored.imputed ?? null },
    { ...read, imputed: read.imputed ?? null },
  );
