import { prefixRange } from '../filters.ts';
import type { Store } from '../store.ts';
import { remember } from './remember.ts';
import { selectRaw } from './select-raw.ts';

/** What is there of the places whose codes begin alike, about one year. */
export interface CoverageCell {
  readonly prefix: string;
  readonly year: number;
  /** Divisions of which there is a report in force. */
  readonly divisions: number;
  readonly reports: number;
}

/** Coverage of the places below `place`: of all provinces, of the prefectures of one, of the counties of one of those. */
export const coverageGrid = (store: Store, place = ''): readonly CoverageCell[] =>
  remember(store, 'coverage', place, () => readGrid(store, place));

function readGrid(store: Store, place: string): CoverageCell[] {
  const digits = place.length + 2;
  const rows = selectRaw<[string, number, number, number]>(
    store,
    `SELECT substr(division, 1, ?), year, count(*), sum(reports) FROM division_year
      WHERE reports > 0 AND division >= ? AND division < ? GROUP BY 1, 2 ORDER BY 1, 2`,
    digits,
    ...prefixRange(place),
  );
  return rows.map(([prefix, year, divisions, reports]) => ({ prefix, year, divisions, reports }));
}

/** How many reports in force each of these divisions has about each year. */
export function reportsByYear(store: Store, divisions: readonly string[]): CoverageCell[] {
  const rows = selectRaw<[string, number, number]>(
    store,
    `SELECT division, year, reports FROM division_year
      WHERE reports > 0 AND division IN (SELECT value FROM json_each(?)) ORDER BY 1, 2`,
    JSON.stringify(divisions),
  );
  return rows.map(([prefix, year, reports]) => ({ prefix, year, divisions: 1, reports }));
}
