import type { Store } from '../../store.ts';
import { iterateRaw } from '../select-raw.ts';
import { type Part, reportsOfPart } from './reports-of-part.ts';

export type FlagSum = readonly [variable: number, rule: string, findings: number];

/** How many findings of each rule speak of each variable in the reports of a part. */
export function sumFlags(store: Store, part: Part): readonly FlagSum[] {
  const { sql, parameters } = reportsOfPart(part);
  return [
    ...iterateRaw<[number, string, number]>(
      store,
      `SELECT v.value, f.rule, count(DISTINCT f.id) FROM report r CROSS JOIN finding f ON f.report = r.id AND f.withdrawn = 0
        CROSS JOIN json_each(f.variables) v WHERE ${sql} AND v.type = 'integer' GROUP BY v.value, f.rule`,
      ...parameters,
    ),
  ];
}
