import type { Character } from './character.ts';
import { centreX, centreY } from './character.ts';
import type { Component } from './find-components.ts';
import type { Rule } from './find-rules.ts';

/** A line of the base grid: its place, and the drawn lines on it. An inferred line closes an open side. */
export interface GridLine {
  readonly at: number;
  readonly rules: readonly Rule[];
  readonly inferred: boolean;
}

/** All places where a component's lines run: the finest grid it can be. */
export interface BaseGrid {
  readonly xs: readonly GridLine[];
  readonly ys: readonly GridLine[];
}

/** Lines nearer than this are one when no character stands between them: double borders, spaced cells. */
const DOUBLE_PT = 5;
/** Lines that stick out further than this beyond the outermost crossing line end at a side that is not drawn. */
const OPEN_PT = 5;
const FEWEST_OPEN = 2;

/** The base grid of a component; null when it has less than two lines one way and so encloses nothing. */
export function baseGrid(component: Component, characters: readonly Character[]): BaseGrid | null {
  const rows = characters.map(centreY);
  const columns = characters.map(centreX);
  const { x0, x1, y0, y1 } = component.box;
  const inRows = rows.filter((_, k) => isBetween(x0, columns[k], x1)).sort(byNumber);
  const inColumns = columns.filter((_, k) => isBetween(y0, rows[k], y1)).sort(byNumber);
  const ys = closeOpenEnds(gatherLines(component.horizontal, inRows), component.vertical, inRows);
  const xs = closeOpenEnds(gatherLines(component.vertical, inColumns), component.horizontal, inColumns);
  return xs.length < 2 || ys.length < 2 ? null : { xs, ys };
}

const byNumber = (a: number, b: number): number => a - b;
const isBetween = (low: number, place: number | undefined, high: number): boolean =>
  place !== undefined && low <= place && place <= high;

/** Whether a character's centre lies between two places; `centres` are sorted. */
function isWritten(centres: readonly number[], low: number, high: number): boolean {
  let [from, to] = [0, centres.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((centres[middle] ?? 0) <= low) from = middle + 1;
    else to = middle;
  }
  return (centres[from] ?? Number.POSITIVE_INFINITY) < high;
}

function gatherLines(rules: readonly Rule[], centres: readonly number[]): readonly GridLine[] {
  const lines: { at: number; low: number; rules: Rule[] }[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const open = lines.at(-1);
    const last = open?.rules.at(-1)?.at ?? 0;
    if (
      open &&
      rule.at - open.low < DOUBLE_PT &&
      (rule.at - last < 1 || !isWritten(centres, last, rule.at))
    ) {
      open.rules.push(rule);
      open.at = meanPlace(open.rules);
    } else lines.push({ at: rule.at, low: rule.at, rules: [rule] });
  }
  return lines.map(({ at, rules: own }) => ({
    at,
    rules: own.sort((a, b) => a.from - b.from),
    inferred: false,
  }));
}

function meanPlace(rules: readonly Rule[]): number {
  let sum = 0;
  let weight = 0;
  for (const { at, from, to } of rules) {
    sum += at * (to - from);
    weight += to - from;
  }
  return weight > 0 ? sum / weight : (rules[0]?.at ?? 0);
}

/**
 * A row cut by a page break lacks its top or bottom line, a table in the open style its left and right: where
 * lines stick out, the side is where they end (tables.md 6.3). One line alone must have text beside it.
 */
function closeOpenEnds(
  lines: readonly GridLine[],
  crossing: readonly Rule[],
  centres: readonly number[],
): readonly GridLine[] {
  const first = lines[0]?.at ?? Number.POSITIVE_INFINITY;
  const last = lines.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const before = crossing.filter((rule) => rule.from < first - OPEN_PT).map((rule) => rule.from);
  const after = crossing.filter((rule) => rule.to > last + OPEN_PT).map((rule) => rule.to);
  const closed = [...lines];
  const [start, end] = [Math.min(...before), Math.max(...after)];
  if (before.length >= FEWEST_OPEN || (before.length > 0 && isWritten(centres, start, first)))
    closed.unshift(inferredLine(start));
  if (after.length >= FEWEST_OPEN || (after.length > 0 && isWritten(centres, last, end)))
    closed.push(inferredLine(end));
  return closed;
}

const inferredLine = (at: number): GridLine => ({ at, rules: [], inferred: true });
