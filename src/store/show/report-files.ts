import { explaining } from '../explain-sqlite-error.ts';
import { getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

/** A document that a report was made of: its page, a file that hangs on it, or the one that holds its numbers. */
export interface ReportFile {
  readonly sha256: string;
  readonly url: string;
  readonly title: string | null;
  readonly role: string;
  /** Where its bytes are; null when they are not in the archive. */
  readonly place: { readonly file: string; readonly offset: number; readonly length: number } | null;
  /** When they were first archived, ISO. */
  readonly date: string | null;
}

interface Row {
  readonly sha256: string;
  readonly url: string;
  readonly title: string | null;
  readonly role: string;
  readonly file: string | null;
  readonly offset: number | null;
  readonly length: number | null;
  readonly date: string | null;
}

/** The page a report was read from and what hangs on it, each with the first record that has its bytes. */
const filesOf: Prepared<Row> = {
  sql: `SELECT lower(hex(p.sha256)) AS sha256, p.url, p.title, p.role, a.name AS file, c.offset, c.length, c.date
  FROM (SELECT page AS id, 0 AS hangs FROM parsed WHERE report = ?
    UNION SELECT s.part, 1 FROM parsed m JOIN page_part s ON s.page = m.page WHERE m.report = ?) m
  JOIN page p ON p.id = m.id
  LEFT JOIN capture c ON (c.file, c.offset) = (
    SELECT f.file, f.offset FROM capture f WHERE f.sha256 = p.sha256 AND (f.status IS NULL OR f.status <> 304)
    ORDER BY f.date, f.file, f.offset LIMIT 1)
  LEFT JOIN archive_file a ON a.id = c.file
  WHERE p.sha256 IS NOT NULL
  ORDER BY m.hangs, p.id`,
};

/** The documents of a report that was crawled; none for a file that was imported by itself. */
export const filesOfReport = (store: Store, id: number): readonly ReportFile[] =>
  explaining(store.file, () =>
    getRows(store, filesOf, id, id).map(({ file, offset, length, ...row }) => ({
      ...row,
      place: file === null || offset === null || length === null ? null : { file, offset, length },
    })),
  );
