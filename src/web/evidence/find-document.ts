import type { DocumentPlace } from '../../evidence/archived-document.ts';
import type { ReportsView } from '../../store/schema.ts';
import { filesOfReport } from '../../store/show/report-files.ts';
import { findReport } from '../../store/show/shown-report.ts';
import type { Store } from '../../store/store.ts';
import { HttpProblem } from '../answering/http-problem.ts';

/** A report's own document: the one that its cells have their places in. */
export interface ShownDocument {
  readonly report: ReportsView;
  readonly document: DocumentPlace;
  /** False for another file of the report, in which no cell has a place. */
  readonly own: boolean;
}

/**
 * The report, and its document or another file of it. A digest alone opens nothing: it must be that of a file of this
 * report. Throws HttpProblem 404.
 */
export function findDocument(store: Store, id: number, part: string | undefined): ShownDocument {
  const report = findReport(store, id);
  if (!report) throw new HttpProblem(404);
  if (part === undefined || part === report.sha256)
    return { report, document: { sha256: report.sha256, place: placeOf(report) }, own: true };
  const file = filesOfReport(store, id).find(({ sha256 }) => sha256 === part);
  if (!file) throw new HttpProblem(404);
  return { report, document: file, own: false };
}

export function placeOf({
  archive_file,
  archive_offset,
  archive_length,
}: ReportsView): DocumentPlace['place'] {
  if (archive_file === null || archive_offset === null || archive_length === null) return null;
  return { file: archive_file, offset: archive_offset, length: archive_length };
}
