import { type Box, boxOfPoints } from './box.ts';
import type { Rule, Rules } from './find-rules.ts';

/** A line that ends this near to another one meets it: borders apart, rounded ends, double borders. */
export const TOUCH_PT = 4;

/** Lines that cross or meet, directly or through others: one table, or a part of it on one page. */
export interface Component extends Rules {
  readonly box: Box;
}

/** Rules → groups that hang together. Lines that meet no other (underlines, rulers) are in none. */
export function findComponents({ horizontal, vertical }: Rules): readonly Component[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    while (parent[index] !== root) {
      const next = parent[index] ?? root;
      parent[index] = root;
      index = next;
    }
    return root;
  };
  for (const [h, flat] of horizontal.entries()) {
    for (const [v, upright] of vertical.entries()) {
      if (meets(flat, upright)) parent[find(h)] = find(horizontal.length + v);
    }
  }
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (index: number): { horizontal: Rule[]; vertical: Rule[] } => {
    const root = find(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [h, rule] of horizontal.entries()) groupOf(h).horizontal.push(rule);
  for (const [v, rule] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(rule);
  return [...groups.values()]
    .filter((group) => group.horizontal.length > 0 && group.vertical.length > 0)
    .map((group) => ({ ...group, box: boxOfRules(group) }))
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

const meets = (flat: Rule, upright: Rule): boolean =>
  flat.from - TOUCH_PT <= upright.at &&
  upright.at <= flat.to + TOUCH_PT &&
  upright.from - TOUCH_PT <= flat.at &&
  flat.at <= upright.to + TOUCH_PT;

export function boxOfRules({ horizontal, vertical }: Rules): Box {
  return boxOfPoints([
    ...horizontal.flatMap(({ at, from, to }) => [[from, at] as const, [to, at] as const]),
    ...vertical.flatMap(({ at, from, to }) => [[at, from] as const, [at, to] as const]),
  ]);
}
