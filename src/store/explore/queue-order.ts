import { SEVERITIES } from '../../model/status.ts';
import { RULE_IDS } from '../../rules/index.ts';
import type { BucketFacet } from './queue-filter.ts';

/** What a list can be ordered by first; the others follow, and within one bucket division and number. */
export const QUEUE_SORTS = ['severity', 'year', 'rule', 'place'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** What is needed of the buckets to order them. */
export interface OrderedCube {
  readonly ids: readonly number[];
  readonly codes: Readonly<Record<BucketFacet, readonly number[]>>;
  readonly values: Readonly<Record<BucketFacet, readonly string[]>>;
  /** Kept orders: as many buckets as there were. */
  readonly orders: Map<QueueSort, number[]>;
}

const SORTED_BY: Readonly<Record<QueueSort, BucketFacet>> = {
  severity: 'severity',
  year: 'year',
  rule: 'rule',
  place: 'province',
};
const listed = (list: readonly string[]) => {
  const ranks = new Map(list.map((name, at) => [name, at]));
  return (value: string): number => ranks.get(value) ?? ranks.size;
};
/** Where a value comes: severe first, new first, rules and places in their own order. */
const RANK: Readonly<Record<QueueSort, (value: string) => number>> = {
  severity: listed(SEVERITIES),
  year: (value) => -Number(value),
  rule: listed(RULE_IDS),
  place: (value) => Number(value || 100),
};

/** The indexes of the buckets in order: the same one every time, whatever is in the queue. */
export function orderOf(cube: OrderedCube, sort: QueueSort): readonly number[] {
  const kept = cube.orders.get(sort) ?? [];
  if (kept.length === cube.ids.length) return kept;
  const compare = compareBuckets(cube, sort);
  const added = Array.from({ length: cube.ids.length - kept.length }, (_, at) => kept.length + at);
  const order = merge(kept, added.toSorted(compare), compare);
  cube.orders.set(sort, order);
  return order;
}

/** Ranks are looked up once a value, not once a comparison. */
export function compareBuckets(
  { ids, codes, values }: OrderedCube,
  sort: QueueSort,
): (a: number, b: number) => number {
  const keys = [sort, ...QUEUE_SORTS.filter((key) => key !== sort)].map((key) => {
    const facet = SORTED_BY[key];
    return { codes: codes[facet], ranks: values[facet].map(RANK[key]) };
  });
  return (a, b) => {
    for (const key of keys) {
      const order = (key.ranks[key.codes[a] ?? 0] ?? 0) - (key.ranks[key.codes[b] ?? 0] ?? 0);
      if (order !== 0) return order;
    }
    return (ids[a] ?? 0) - (ids[b] ?? 0);
  };
}

/** A few new buckets are set in among the many sorted ones. */
function merge(
  first: readonly number[],
  second: readonly number[],
  compare: (a: number, b: number) => number,
): number[] {
  const merged: number[] = [];
  let at = 0;
  for (const one of first) {
    for (let next = second[at]; next !== undefined && compare(next, one) < 0; next = second[++at])
      merged.push(next);
    merged.push(one);
  }
  return [...merged, ...second.slice(at)];
}
