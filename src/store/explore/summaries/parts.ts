import { getRow, getRows, type Prepared, run, statementOf } from '../../run.ts';
import type { Store } from '../../store.ts';

/** The reports of a province and a year: what is summed up in one go. */
export interface Part {
  /** First two digits; empty: not known. */
  readonly province: string;
  /** 0: not known. */
  readonly year: number;
  /** Grows with every change of one of its reports. */
  readonly version: number;
}

const stale: Prepared<Part> = {
  sql: `SELECT province, year, version FROM summary_part WHERE version <> counted ORDER BY year DESC, province LIMIT ?`,
};
const staleCount: Prepared<{ parts: number }> = {
  sql: 'SELECT count(*) AS parts FROM summary_part WHERE version <> counted',
};
const setCounted: Prepared<never> = {
  sql: 'UPDATE summary_part SET counted = version WHERE province = ? AND year = ? AND version = ?',
};
const touch: Prepared<never> = {
  sql: `UPDATE summary_part SET version = version + 1 WHERE (province, year) IN
    (SELECT substr(coalesce(division, ''), 1, 2), coalesce(year, 0) FROM report WHERE id = ?)`,
};

/** Parts whose summaries tell of an earlier state, the newest year first. */
export const staleParts = (store: Store, most: number): Part[] => getRows(store, stale, most);
export const countStaleParts = (store: Store): number => getRow(store, staleCount)?.parts ?? 0;

/** Says that a part is summed up; false when a report of it changed meanwhile. Part of the caller's transaction. */
export function markCounted(store: Store, { province, year, version }: Part): boolean {
  return statementOf(store, setCounted).run(province, year, version).changes === 1;
}

/** Says that something of a report changed that is summed up. Part of the caller's transaction. */
export function touchPartOf(store: Store, report: number): void {
  run(store, touch, report);
}
