import { isInForce } from './division.ts';
import type { Gazetteer } from './gazetteer.ts';

const counted = new WeakMap<Gazetteer, Map<number, ReadonlyMap<string, number>>>();

/**
 * How many divisions, the place itself among them, there were at the end of a year whose codes begin with `prefix` of
 * two, four or six digits.
 */
export function countInForce(gazetteer: Gazetteer, prefix: string, year: number): number {
  const years = counted.get(gazetteer) ?? new Map<number, ReadonlyMap<string, number>>();
  counted.set(gazetteer, years);
  const counts = years.get(year) ?? countYear(gazetteer, year);
  years.set(year, counts);
  return counts.get(prefix) ?? 0;
}

function countYear({ unitsByCode }: Gazetteer, year: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [code, units] of unitsByCode) {
    if (!units.some(({ rows }) => rows.some((row) => row.code === code && isInForce(row, year)))) continue;
    for (const prefix of [code.slice(0, 2), code.slice(0, 4), code])
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return counts;
}
