import { containsPoint } from './box.ts';
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

/**
 * Lines nearer than this are one when no character stands between them: double borders, spaced cells. No row is so low and
 * no column so narrow as to hold none of its table's characters.
 */
const DOUBLE_PT = 5;
const NARROWEST_EM = 0.8;
/** Lines that stick out further than this beyond the outermost crossing line end at a side that is not drawn. */
const OPEN_PT = 5;
const FEWEST_OPEN = 2;

/** The base grid of a component; null when it has less than two lines one way and so encloses nothing. */
export function baseGrid(component: Component, characters: readonly Character[]): BaseGrid | null {
  const { x0, x1, y0, y1 } = component.box;
  const inRows = characters
    .map((character): Centre => ({ across: centreY(character), along: centreX(character) }))
    .filter(({ along }) => x0 <= along && along <= x1)
    .sort(byPlace);
  const inColumns = characters
    .map((character): Centre => ({ across: centreX(character), along: centreY(character) }))
    .filter(({ along }) => y0 <= along && along <= y1)
    .sort(byPlace);
  const inside = characters.filter((one) => containsPoint(component.box, centreX(one), centreY(one)));
  const narrowest = Math.max(DOUBLE_PT, NARROWEST_EM * sizeOfText(inside));
  const gather = (rules: readonly Rule[], centres: readonly Centre[]) =>
    gatherLines(rules, centres, narrowest);
  const ys = closeOpenEnds(gather(component.horizontal, inRows), component.vertical, inRows);
  const xs = closeOpenEnds(gather(component.vertical, inColumns), component.horizontal, inColumns);
  return xs.length < 2 || ys.length < 2 ? null : { xs, ys };
}

/** The middle of a character, seen from lines of one direction. */
interface Centre {
  readonly across: number;
  readonly along: number;
}

const byPlace = (a: Centre, b: Centre): number => a.across - b.across;

/** The characters whose centres lie between two places; `centres` are sorted. */
function writtenBetween(centres: readonly Centre[], low: number, high: number): readonly Centre[] {
  let [from, to] = [0, centres.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((centres[middle]?.across ?? 0) <= low) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while ((centres[end]?.across ?? Number.POSITIVE_INFINITY) < high) end++;
  return centres.slice(from, end);
}

const isWritten = (centres: readonly Centre[], low: number, high: number): boolean =>
  writtenBetween(centres, low, high).length > 0;

const isBeside = ({ from, to }: Rule, { along }: Centre): boolean => from <= along && along <= to;

/** Whether a character stands between lines where any of them is drawn: it would change sides if they were one. */
const isTouched = (rules: readonly Rule[], rule: Rule, centres: readonly Centre[]): boolean =>
  writtenBetween(centres, rules[0]?.at ?? 0, rule.at).some((centre) =>
    [...rules, rule].some((one) => isBeside(one, centre)),
  );

/** The usual size of characters, in points; 0 where there are none. */
function sizeOfText(characters: readonly Character[]): number {
  const sizes = characters.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function gatherLines(
  rules: readonly Rule[],
  centres: readonly Centre[],
  narrowest: number,
): readonly GridLine[] {
  const lines: { at: number; low: number; rules: Rule[] }[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const open = lines.at(-1);
    if (open && rule.at - open.low < narrowest && !isTouched(open.rules, rule, centres)) {
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
  centres: readonly Centre[],
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
