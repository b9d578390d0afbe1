import { type Prepared, run } from '../../run.ts';
import type { Store } from '../../store.ts';
import { write } from '../../write.ts';
import { readSnapshot } from '../read-snapshot.ts';
import { markCounted, type Part, staleParts } from './parts.ts';
import { type FlagSum, sumFlags } from './sum-flags.ts';
import { type RuleSum, sumRules } from './sum-rules.ts';
import { sumVariables, type VariableSum } from './sum-variables.ts';

interface Sums {
  readonly variables: ReadonlyMap<number, VariableSum>;
  readonly rules: ReadonlyMap<string, RuleSum>;
  readonly flags: readonly FlagSum[];
}

const insertOf = (table: string, columns: number): Prepared<never> => ({
  sql: `INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`,
});
const insertCount = insertOf('variable_count', 12);
const insertNumbers = insertOf('variable_numbers', 5);
const insertFlag = insertOf('variable_flag', 5);
const insertRule = insertOf('rule_count', 7);
const deletions = ['variable_count', 'variable_numbers', 'variable_flag', 'rule_count'].map(
  (table): Prepared<never> => ({ sql: `DELETE FROM ${table} WHERE province = ? AND year = ?` }),
);

/**
 * Sums up what changed since the last time, part by part; returns how many parts. Reading a part takes a part of a
 * second and holds nobody up; only writing its sums is a transaction. A part of which a report changes meanwhile
 * is left for the next time.
 */
export function refreshSummaries(store: Store): number {
  let refreshed = 0;
  for (const part of staleParts(store, -1)) if (refreshPart(store, part)) refreshed++;
  return refreshed;
}

export function refreshPart(store: Store, part: Part): boolean {
  const sums = readSnapshot(store, () => ({
    variables: sumVariables(store, part),
    rules: sumRules(store, part),
    flags: sumFlags(store, part),
  }));
  return write(store, () => {
    if (!markCounted(store, part)) return false;
    saveSums(store, part, sums);
    return true;
  });
}

function saveSums(store: Store, { province, year }: Part, { variables, rules, flags }: Sums): void {
  for (const deletion of deletions) run(store, deletion, province, year);
  for (const [variable, sum] of variables) {
    const { statuses, corrected, imputed, numbers, largest } = sum;
    run(store, insertCount, variable, year, province, ...statuses, corrected, imputed);
    if (numbers.size === 0) continue;
    const ascending = [...numbers].toSorted((a, b) => a[0] - b[0]).flat();
    run(store, insertNumbers, variable, year, province, JSON.stringify(ascending), JSON.stringify(largest));
  }
  for (const [rule, { pass, fail, notEvaluable, reasons }] of rules)
    run(store, insertRule, rule, year, province, pass, fail, notEvaluable, JSON.stringify(reasons));
  for (const [variable, rule, findings] of flags)
    run(store, insertFlag, variable, year, province, rule, findings);
}
