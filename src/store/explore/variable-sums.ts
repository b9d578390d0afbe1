import { CELL_STATUSES, type CellStatus } from '../../model/status.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';
import { remember } from './remember.ts';
import { selectRaw } from './select-raw.ts';

/** What the cells of a variable are in the reports in force. */
export interface VariableCount extends Readonly<Record<CellStatus, number>> {
  readonly corrected: number;
  readonly imputed: number;
}

const SUMS = [...CELL_STATUSES, 'corrected', 'imputed'].map((name) => `sum(${name})`).join(', ');

function toCount(sums: readonly number[]): VariableCount {
  const statuses = CELL_STATUSES.map((status, at) => [status, sums[at] ?? 0] as const);
  const [corrected = 0, imputed = 0] = sums.slice(CELL_STATUSES.length);
  return { ...(Object.fromEntries(statuses) as Record<CellStatus, number>), corrected, imputed };
}

export const cellsOf = (count: VariableCount): number =>
  CELL_STATUSES.reduce((sum, status) => sum + count[status], 0);

/** Of every variable that a report in force has cells of, by name. */
export const countVariables = (store: Store): ReadonlyMap<string, VariableCount> =>
  remember(store, 'variables', null, () => readCounts(store));

function readCounts(store: Store): ReadonlyMap<string, VariableCount> {
  const { nameOf } = variableBook(store);
  const rows = selectRaw<[number, ...number[]]>(
    store,
    `SELECT variable, ${SUMS} FROM variable_count GROUP BY variable`,
  );
  return new Map(rows.map(([id, ...sums]) => [nameOf(id), toCount(sums)]));
}

/** Of one variable, by year; `province`: the first two digits of a code. */
export function countByYear(
  store: Store,
  variable: string,
  province?: string,
): ReadonlyMap<number, VariableCount> {
  const id = variableBook(store).findId(variable) ?? 0;
  const rows = selectRaw<[number, ...number[]]>(
    store,
    `SELECT year, ${SUMS} FROM variable_count WHERE variable = ?${province ? ' AND province = ?' : ''} GROUP BY year ORDER BY year`,
    ...(province ? [id, province] : [id]),
  );
  return new Map(rows.map(([year, ...sums]) => [year, toCount(sums)]));
}

/** The numbers in force of a year, ascending, with how many reports give each. */
export type NumberCounts = readonly (readonly [value: number, reports: number])[];

/** The numbers of a variable by year, and the largest of them with their reports. */
export function numbersByYear(
  store: Store,
  variable: string,
  province?: string,
): {
  readonly numbers: ReadonlyMap<number, NumberCounts>;
  readonly largest: ReadonlyMap<number, readonly [number, number][]>;
} {
  const id = variableBook(store).findId(variable) ?? 0;
  const rows = selectRaw<[number, string, string]>(
    store,
    `SELECT year, numbers, largest FROM variable_numbers WHERE variable = ?${province ? ' AND province = ?' : ''}`,
    ...(province ? [id, province] : [id]),
  );
  const counts = new Map<number, Map<number, number>>();
  const largest = new Map<number, [number, number][]>();
  for (const [year, numbers, most] of rows) {
    const own = counts.get(year) ?? new Map<number, number>();
    counts.set(year, own);
    const flat = JSON.parse(numbers) as number[];
    for (let at = 0; at < flat.length; at += 2) {
      const value = flat[at] ?? 0;
      own.set(value, (own.get(value) ?? 0) + (flat[at + 1] ?? 0));
    }
    largest.set(year, [...(largest.get(year) ?? []), ...(JSON.parse(most) as [number, number][])]);
  }
  return {
    numbers: new Map([...counts].map(([year, own]) => [year, [...own].toSorted((a, b) => a[0] - b[0])])),
    largest: new Map([...largest].map(([year, all]) => [year, all.toSorted((a, b) => b[0] - a[0])])),
  };
}

/** How many findings of each rule speak of a variable, the most first. */
export function flagsOf(
  store: Store,
  variable: string,
  province?: string,
): readonly (readonly [rule: string, findings: number])[] {
  const id = variableBook(store).findId(variable) ?? 0;
  return selectRaw<[string, number]>(
    store,
    `SELECT rule, sum(findings) FROM variable_flag WHERE variable = ?${province ? ' AND province = ?' : ''} GROUP BY rule ORDER BY 2 DESC, 1`,
    ...(province ? [id, province] : [id]),
  );
}
