import { SEVERITIES } from '../../model/status.ts';
import { RULE_IDS } from '../../rules/index.ts';
import type { Bucket } from './queue-cube.ts';

/** What a list can be ordered by first; the other columns follow, and within equal ones division and number. */
export const QUEUE_SORTS = ['severity', 'year', 'rule', 'place'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

const severityRank = new Map<string, number>(SEVERITIES.map((severity, at) => [severity, at]));
const ruleRank = new Map<string, number>(RULE_IDS.map((rule, at) => [rule, at]));
const rankOf = (ranks: ReadonlyMap<string, number>, name: string): number => ranks.get(name) ?? ranks.size;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
type Compare = (a: Bucket, b: Bucket) => number;
const BY: Readonly<Record<QueueSort, Compare>> = {
  severity: (a, b) => rankOf(severityRank, a.severity) - rankOf(severityRank, b.severity),
  year: (a, b) => b.year - a.year,
  rule: (a, b) => rankOf(ruleRank, a.rule) - rankOf(ruleRank, b.rule) || compareText(a.rule, b.rule),
  place: (a, b) => compareText(a.province, b.province),
};

/** The same order every time, whatever is in the queue: no two buckets are equal. */
export function compareBuckets(sort: QueueSort): Compare {
  const keys = [sort, ...QUEUE_SORTS.filter((key) => key !== sort)].map((key) => BY[key]);
  return (a, b) => {
    for (const compare of keys) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return a.id - b.id;
  };
}
