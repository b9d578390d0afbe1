import type { Extraction } from '../model/extraction.ts';
import type { Severity } from '../model/status.ts';
import type { LoadResult } from '../store/load-extraction.ts';
import type { ArchivePlace } from '../store/save-document.ts';
import type { Store } from '../store/store.ts';
import type { Origin } from './extract-document.ts';
import { loadRecord } from './load-record.ts';

/** A document that is archived, and what it is. */
export interface ArchivedDocument {
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly byteLength: number;
  readonly kind: string;
  readonly origin: Origin;
  readonly archived: ArchivePlace;
}

export type StoredRecord = LoadResult & { readonly findings: Readonly<Record<Severity, number>> };

/** Loads the record of an archived document; returns what became of it and how many findings it has. */
export function storeDocument(
  document: ArchivedDocument,
  extraction: Extraction,
  { store, parserVersion }: { readonly store: Store; readonly parserVersion: string },
): StoredRecord {
  return {
    ...loadRecord(store, { ...document, parserVersion }, extraction),
    findings: countSeverities(extraction),
  };
}

function countSeverities({ findings }: Extraction): Record<Severity, number> {
  const counts = { error: 0, warning: 0, question: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
