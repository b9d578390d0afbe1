import type { Tally } from './parts/tally.ts';

/** Sums of the values used over the reports in force, each with how many reports it is the sum of. */
export interface ReleaseSums {
  /** That are known, in order. */
  readonly years: readonly number[];
  readonly of: (year: number, variable: string) => { readonly sum: number; readonly reports: number };
}

/** Adds up what was counted part by part. A report without a value is not counted as one with 0. */
export function addSums(parts: readonly (Tally & { readonly year: number | null })[]): ReleaseSums {
  const found = new Map<string, { sum: number; reports: number }>();
  for (const { year, variables } of parts)
    for (const [name, { sumInForce, inForceWithValue }] of variables) {
      const known = found.get(`${year} ${name}`) ?? { sum: 0, reports: 0 };
      // Amounts have a few decimals: the order of adding must not show in the last of them.
      const sum = Math.round((known.sum + sumInForce) * 1e4) / 1e4;
      found.set(`${year} ${name}`, { sum, reports: known.reports + inForceWithValue });
    }
  const years = [...new Set(parts.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  return { years, of: (year, variable) => found.get(`${year} ${variable}`) ?? { sum: 0, reports: 0 } };
}
