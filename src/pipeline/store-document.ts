import type { Extraction } from '../model/extraction.ts';
import type { Severity } from '../model/status.ts';
import type { LoadResult } from '../store/load-extraction.ts';
import type { ArchivePlace } from '../store/save-document.ts';
import type { Store } from '../store/store.ts';
import type { Origin } from './extract-document.ts';
import { loadRecord } from './load-record.ts';
import { sha256Of } from './sha256.ts';

/** A document that is archived, and what it is. */
export interface ArchivedDocument {
  readonly bytes: Uint8Array;
  readonly kind: string;
  readonly origin: Origin;
  readonly archived: ArchivePlace;
}

export type StoredRecord = LoadResult & { readonly findings: Readonly<Record<Severity, number>> };

/** Loads the record of an archived document; returns what became of it and how many findings it has. */
export function storeDocument(
  { bytes, kind, origin, archived }: ArchivedDocument,
  extraction: Extraction,
  { store, parserVersion }: { readonly store: Store; readonly parserVersion: string },
): StoredRecord {
  const document = {
    ...{ sha256: sha256Of(bytes), byteLength: bytes.length, kind, origin, archived, parserVersion },
  };
  return { ...loadRecord(store, document, extraction), findings: countSeverities(extraction) };
}

function countSeverities({ findings }: Extraction): Record<Severity, number> {
  const counts = { error: 0, warning: 0, question: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
