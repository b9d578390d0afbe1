import type { Store } from '../store.ts';
import { selectRaw } from './select-raw.ts';

/** One report in force of an agency about a year. */
export interface AgencyYear {
  readonly reportId: number;
  readonly series: string | null;
  readonly agency: string | null;
  readonly division: string;
  readonly year: number | null;
  readonly form: string | null;
  readonly passed: number;
  readonly failed: number;
}

type Row = [number, string | null, string | null, string, number | null, string | null, number, number];

/** The reports in force of these divisions themselves, by series and year. */
export function agencyYears(store: Store, divisions: readonly string[]): AgencyYear[] {
  return selectRaw<Row>(
    store,
    `SELECT r.id, r.series, r.agency, r.division, r.year, r.form, r.passed, r.failed
      FROM json_each(?) d CROSS JOIN report r ON r.division = d.value
      WHERE r.current = 1 ORDER BY r.series IS NULL, substr(r.series, instr(r.series, '|') + 1), r.year, r.id`,
    JSON.stringify(divisions),
  ).map(([reportId, series, agency, division, year, form, passed, failed]) => {
    return { reportId, series, agency, division, year, form, passed, failed };
  });
}
