import { prefixRange } from '../../filters.ts';
import type { Part } from './parts.ts';

export type { Part };

/** The condition that a report `r` is in force and of a part, with its parameters. */
export function reportsOfPart({ province, year }: Part): {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
} {
  const inYear = year === 0 ? 'r.year IS NULL' : 'r.year = ?';
  const inPlace = province === '' ? "coalesce(r.division, '') = ''" : 'r.division >= ? AND r.division < ?';
  return {
    sql: `r.current = 1 AND ${inYear} AND ${inPlace}`,
    parameters: [...(year === 0 ? [] : [year]), ...(province === '' ? [] : prefixRange(province))],
  };
}
