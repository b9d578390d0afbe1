import { explaining } from '../explain-sqlite-error.ts';
import { getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

/** Where the document of a report lies in the archive. */
export interface DocumentPlace {
  readonly report: number;
  readonly file: string;
  readonly offset: number;
}

const everyPlace: Prepared<DocumentPlace> = {
  sql: `SELECT r.id AS report, a.name AS file, d.archive_offset AS offset
FROM report r JOIN document d ON d.id = r.document JOIN archive_file a ON a.id = d.archive_file ORDER BY a.id`,
};

/** Of every report whose document was archived, file by file. Throws StoreError. */
export const documentPlaces = (store: Store): DocumentPlace[] =>
  explaining(store.file, () => getRows(store, everyPlace));
