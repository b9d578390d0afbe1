import { z } from 'zod';
import { CELL_STATUSES } from '../../model/status.ts';
import {
  cellsOf,
  countByYear,
  flagsOf,
  type NumberCounts,
  numbersByYear,
  type VariableCount,
} from '../../store/explore/variable-sums.ts';
import type { Store } from '../../store/store.ts';
import { countOf, quantile } from './spread.ts';
import { orNone, wholeNumber } from './state.ts';

/** The state of a variable's page, as it stands in an address. */
export const VariableQuery = z.object({
  place: orNone(z.string().regex(/^\d\d$/)),
  year: orNone(wholeNumber),
  scale: z.literal('log').optional(),
});
export type VariableQuery = z.infer<typeof VariableQuery>;
const MOST_LARGEST = 10;

/** What is known of a variable, under the filter of its page. */
export interface VariableFacts {
  readonly years: readonly number[];
  readonly byYear: ReadonlyMap<number, VariableCount>;
  readonly numbers: ReadonlyMap<number, NumberCounts>;
  readonly chosen: NumberCounts;
  readonly cells: number;
  readonly largest: readonly (readonly [number, number])[];
  readonly flags: readonly (readonly [string, number])[];
}

export function variableFacts(store: Store, name: string, { place, year }: VariableQuery): VariableFacts {
  const byYear = countByYear(store, name, place);
  const { numbers, largest } = numbersByYear(store, name, place);
  const years = [...byYear.keys()].filter((one) => one !== 0);
  const chosenYears = year === undefined ? years : [year];
  const merged = new Map<number, number>();
  for (const one of chosenYears)
    for (const [value, count] of numbers.get(one) ?? []) merged.set(value, (merged.get(value) ?? 0) + count);
  const cells = chosenYears
    .flatMap((one) => byYear.get(one) ?? [])
    .reduce((sum, count) => sum + cellsOf(count), 0);
  return {
    ...{ years: wholeRange(years), byYear, numbers, cells },
    chosen: [...merged].toSorted((a, b) => a[0] - b[0]),
    largest: chosenYears
      .flatMap((one) => largest.get(one) ?? [])
      .toSorted((a, b) => b[0] - a[0])
      .slice(0, MOST_LARGEST),
    flags: flagsOf(store, name, place),
  };
}

/** Years between, of which there is no report, are shown too: as gaps. */
const wholeRange = (years: readonly number[]): number[] =>
  years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, at) => Math.min(...years) + at);

export const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** A row of the page's CSV. */
export function yearRow(year: number, { numbers, byYear }: VariableFacts): (number | null)[] {
  const own = numbers.get(year) ?? [];
  const count = byYear.get(year);
  const n = countOf(own);
  return [
    ...[year, n, ...SHARES.map((share) => (n === 0 ? null : quantile(own, share)))],
    ...[...CELL_STATUSES, 'corrected' as const, 'imputed' as const].map((status) => count?.[status] ?? 0),
  ];
}
