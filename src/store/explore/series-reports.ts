import type { Store } from '../store.ts';
import { type ReportLine, readLines } from './list-report-lines.ts';
import { selectRaw } from './select-raw.ts';

/** The reports in force of one body under any of the codes that its place had, by year. */
export function seriesReports(store: Store, divisions: readonly string[], key: string): ReportLine[] {
  const ids = selectRaw<[number]>(
    store,
    `SELECT r.id FROM json_each(?) d CROSS JOIN report r ON r.division = d.value
      WHERE r.current = 1 AND substr(r.series, instr(r.series, '|') + 1) = ? ORDER BY r.year, r.id`,
    JSON.stringify(divisions),
    key,
  );
  return readLines(
    store,
    ids.map(([id]) => id),
  );
}
