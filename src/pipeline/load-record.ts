import type { Extraction } from '../model/extraction.ts';
import { type DocumentInput, type LoadResult, loadWithin } from '../store/load-extraction.ts';
import type { Store } from '../store/store.ts';
import { write } from '../store/write.ts';
import { checkNeighbours } from './across/check-neighbours.ts';

/**
 * Stores the record of a document and checks it against its neighbouring years, in one transaction: no report is ever
 * seen without what its neighbours say of it. Throws as loadExtraction does.
 */
export function loadRecord(store: Store, document: DocumentInput, extraction: Extraction): LoadResult {
  return write(store, () => {
    const { reportId, outcome, left } = loadWithin(store, document, extraction);
    if (outcome !== 'unchanged') {
      const isNew = outcome === 'inserted';
      checkNeighbours(store, reportId, { loaded: { reportId, extraction, isNew }, left });
    }
    return { reportId, outcome };
  });
}
