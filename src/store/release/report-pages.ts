import { WITHDRAWN_ROUNDS } from '../crawl/gone-rounds.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

/** What the publishers' sites said last of the pages that gave a report. */
export interface ReportPages {
  readonly report: number;
  /** 1: each of them was answered with 404 or 410 in two rounds since it was last had. */
  readonly gone: number;
  /** When a page of it was last had, ISO. */
  readonly lastSeen: string | null;
}

const GONE = `p.outcome = 'vanished' AND p.gone_rounds >= ${WITHDRAWN_ROUNDS}`;
const pagesOf = (which: string) => `SELECT d.report, min(${GONE}) AS gone, max(p.checked_at) AS lastSeen
FROM parsed d JOIN page p ON p.id = d.page WHERE d.outcome = 'loaded' AND ${which} GROUP BY d.report`;
const anyGone: Prepared<{ page: number }> = { sql: `SELECT p.id AS page FROM page p WHERE ${GONE} LIMIT 1` };
const everyReport: Prepared<ReportPages> = { sql: pagesOf('d.report IS NOT NULL') };
const someReports: Prepared<ReportPages> = { sql: pagesOf('d.report IN (SELECT value FROM json_each(?))') };

/** Of every report that was crawled; none at all while nothing is gone, as is most often so. Throws StoreError. */
export const reportPages = (store: Store): ReportPages[] =>
  explaining(store.file, () => (getRows(store, anyGone).length === 0 ? [] : getRows(store, everyReport)));

/** Of those among these reports that were crawled. Throws StoreError. */
export const pagesOfReports = (store: Store, reports: readonly number[]): ReportPages[] =>
  explaining(store.file, () => getRows(store, someReports, JSON.stringify(reports)));
