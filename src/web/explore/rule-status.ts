import { TO_DECIDE, VERDICTS, type Verdict } from '../../review/status.ts';
import { countFacets } from '../../store/explore/count-facets.ts';
import type { Store } from '../../store/store.ts';

/** Findings of a rule: how many wait for a person, and what was said of the others. */
export interface RuleStatus {
  readonly toDecide: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

export function ruleStatus(store: Store, rule: string): RuleStatus {
  const counts = new Map(countFacets(store, { rule: [rule] }).status);
  const of = (status: string): number => counts.get(status) ?? 0;
  return {
    toDecide: TO_DECIDE.reduce((sum, status) => sum + of(status), 0),
    verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict)])) as Record<
      Verdict,
      number
    >,
  };
}
