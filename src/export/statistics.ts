import { z } from 'zod';
import type { Counts } from './counts.ts';
import { COLUMN_TYPES, type ReleaseTable } from './release-table.ts';

const counts = z.record(z.string(), z.number());
const Year = z.strictObject({
  reports: z.int(),
  divisions: z.int(),
  status: counts,
  /** Variable → cells, and how many of them are `reported`. */
  fill: z.record(z.string(), z.tuple([z.int(), z.int()])),
});

/** The figures of a release that the next one is measured against: `statistics.json`. */
export const Statistics = z.strictObject({
  version: z.string(),
  snapshot: z.string(),
  reports: z.int(),
  years: z.record(z.string(), Year),
  rules: counts,
  /** Table → column → its type. */
  columns: z.record(z.string(), z.record(z.string(), z.enum(COLUMN_TYPES))),
});
export type Statistics = z.infer<typeof Statistics>;

/** Keys in order, so that the same figures are the same bytes. */
export function toStatistics(
  { years, rules, reports }: Counts,
  tables: readonly ReleaseTable[],
  { version, snapshot }: { readonly version: string; readonly snapshot: string },
): Statistics {
  return {
    ...{ version, snapshot, reports },
    years: sorted(
      [...years].map(([year, { reports, divisions, byStatus, fill }]) => [
        String(year ?? 'none'),
        {
          ...{ reports, divisions: divisions.size, status: sorted([...byStatus]) },
          fill: sorted(
            [...fill].map(([name, { cells, reported }]) => [name, [cells, reported] as [number, number]]),
          ),
        },
      ]),
    ),
    rules: sorted([...rules]),
    columns: Object.fromEntries(
      tables.map(({ name, columns }) => [
        name,
        Object.fromEntries(
          columns
            .filter(({ name: column }) => !column.startsWith('_'))
            .map(({ name: column, type }) => [column, type]),
        ),
      ]),
    ),
  };
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
