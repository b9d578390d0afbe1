import type { Box } from './raster.ts';
import type { Rule, Rules } from './rules.ts';

/** All in heights of a character. */
/** Rules cross when their ends come this near. */
const REACH = 0.4;
/** A short rule that meets no other as near as this is a stroke of print beside a rule. */
const TOUCH = 0.12;
const SHORT = 6;

/** The rules of each table: those that cross hang together; strokes of print that look like short rules do not. */
export const tablesOfRules = (rules: Rules, charHeight: number): readonly Rules[] =>
  connectRules(withoutStrokes(rules, charHeight), charHeight * REACH);

/** Print that looks like a short rule stands inside a cell and meets no other rule. */
function withoutStrokes({ horizontal, vertical }: Rules, charHeight: number): Rules {
  const isRule = (rule: Rule, meets: (reach: number) => number): boolean =>
    rule.to - rule.from > SHORT * charHeight ||
    meets(TOUCH * charHeight) > 0 ||
    meets(REACH * charHeight) > 1;
  return {
    horizontal: horizontal.filter((across) =>
      isRule(across, (reach) => vertical.filter((down) => cross(across, down, reach)).length),
    ),
    vertical: vertical.filter((down) =>
      isRule(down, (reach) => horizontal.filter((across) => cross(across, down, reach)).length),
    ),
  };
}

/** Rules that cross, directly or by way of others. */
function connectRules({ horizontal, vertical }: Rules, reach: number): readonly Rules[] {
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    parents[index] = root;
    return root;
  };
  for (const [h, across] of horizontal.entries())
    for (const [v, down] of vertical.entries())
      if (cross(across, down, reach)) parents[rootOf(horizontal.length + v)] = rootOf(h);
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (index: number) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [h, rule] of horizontal.entries()) groupOf(h).horizontal.push(rule);
  for (const [v, rule] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(rule);
  return adoptStrays([...groups.values()], reach);
}

/** A rule whose broken ends meet nothing belongs to the table that it lies in. */
function adoptStrays(groups: readonly Rules[], reach: number): readonly Rules[] {
  const isTable = ({ horizontal, vertical }: Rules): boolean => horizontal.length > 1 && vertical.length > 1;
  const strays = groups.filter((group) => !isTable(group));
  return groups.filter(isTable).map((group) => {
    const box = boxOfRules(group);
    const inside = (rule: Rule, across: boolean): boolean => {
      const [from, to, low, high] = across
        ? [box.left, box.right, box.top, box.bottom]
        : [box.top, box.bottom, box.left, box.right];
      return rule.from >= from - reach && rule.to <= to + reach && rule.at > low && rule.at < high;
    };
    return {
      horizontal: [
        ...group.horizontal,
        ...strays.flatMap((stray) => stray.horizontal.filter((rule) => inside(rule, true))),
      ],
      vertical: [
        ...group.vertical,
        ...strays.flatMap((stray) => stray.vertical.filter((rule) => inside(rule, false))),
      ],
    };
  });
}

function boxOfRules({ horizontal, vertical }: Rules): Box {
  return {
    left: Math.min(...horizontal.map(({ from }) => from), ...vertical.map(({ at }) => at)),
    right: Math.max(...horizontal.map(({ to }) => to), ...vertical.map(({ at }) => at)),
    top: Math.min(...vertical.map(({ from }) => from), ...horizontal.map(({ at }) => at)),
    bottom: Math.max(...vertical.map(({ to }) => to), ...horizontal.map(({ at }) => at)),
  };
}

const cross = (across: Rule, down: Rule, reach: number): boolean =>
  across.from - reach <= down.at &&
  down.at <= across.to + reach &&
  down.from - reach <= across.at &&
  across.at <= down.to + reach;
