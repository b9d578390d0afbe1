import type { Piece, Rule } from './rules.ts';
import { isBrokenEdge, LEFT_BETWEEN } from './trace-edge.ts';

/** All in heights of a character. */
/** Nearer than this, two parallel rules are one line of the grid: no text fits between. */
const SAME_LINE = 0.5;
/** Rules that stand out this far past the outermost crossing one belong to a row that has lost its own. */
const STANDS_OUT = 0.7;

/** Share of a side that ink must cover to be an edge. */
const COVERED = 0.5;
const WHOLE = 0.99;
/** How thick a rule is at least of which only short pieces are left, in pixels. */
const BROKEN_THICKNESS = 2;

/** One line of the grid and the rules that make it; none when it was inferred. */
export interface GridLine {
  readonly at: number;
  readonly rules: readonly Rule[];
}

/** Rules side by side → the lines of a grid, in order. */
export function gridLines(rules: readonly Rule[], charHeight: number): readonly GridLine[] {
  const lines: { at: number; rules: Rule[] }[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - last.at < SAME_LINE * charHeight) {
      last.rules.push(rule);
      last.at = weightedPosition(last.rules);
    } else lines.push({ at: rule.at, rules: [rule] });
  }
  return lines;
}

function weightedPosition(rules: readonly Rule[]): number {
  const total = rules.reduce((sum, rule) => sum + rule.to - rule.from, 0);
  return rules.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from), 0) / total;
}

/** Where two rules or more stand out past the first or the last line, a line is missing: a page cut the row. */
export function withOpenEnds(
  lines: readonly GridLine[],
  crossing: readonly Rule[],
  charHeight: number,
): readonly GridLine[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return lines;
  const before = crossing.map((rule) => rule.from).filter((at) => at < first.at - STANDS_OUT * charHeight);
  const after = crossing.map((rule) => rule.to).filter((at) => at > last.at + STANDS_OUT * charHeight);
  const open = (ends: readonly number[]): readonly GridLine[] =>
    ends.length < 2 ? [] : [{ at: median(ends), rules: [] }];
  return [...open(before), ...lines, ...open(after)];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/**
 * Lines whose edges go from one crossing line to the next without a gap: what a broken rule has left between its
 * pieces is no print, and where its pieces are short only a closer look (`trace`) finds the edge. Between two edges of
 * the same line less needs to be left of one.
 */
export function withWholeEdges(
  lines: readonly GridLine[],
  crossing: readonly GridLine[],
  trace: (at: number, from: number, to: number) => readonly Piece[],
): readonly GridLine[] {
  return lines.map((line) => {
    const sides = crossing.slice(1).flatMap((end, index): readonly Side[] => {
      const begin = crossing[index];
      if (!begin) return [];
      const [from, to] = [begin.at, end.at];
      if (hasEdge(line, begin, end, WHOLE)) return [{ from, to, isWhole: true, isEdge: true, left: [] }];
      const left = trace(line.at, from, to);
      return [
        { from, to, isWhole: false, isEdge: hasEdge(line, begin, end) || isBrokenEdge(left, from, to), left },
      ];
    });
    const isEdge = ({ isEdge: known, left, from, to }: Side, at: number): boolean =>
      known ||
      (sides[at - 1]?.isEdge === true &&
        sides[at + 1]?.isEdge === true &&
        isBrokenEdge(left, from, to, LEFT_BETWEEN));
    const whole = sides.filter((side, at) => !side.isWhole && isEdge(side, at));
    return whole.length === 0
      ? line
      : { ...line, rules: [...line.rules, ...whole.map(({ from, to }) => wholeEdge(line, from, to))] };
  });
}

/** A line from one crossing line to the next, and what a closer look finds there. */
interface Side {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
  readonly isEdge: boolean;
  readonly left: readonly Piece[];
}

/** The rule from one crossing line to the next, where its own pieces are, if it has any there. */
function wholeEdge({ at, rules }: GridLine, from: number, to: number): Rule {
  const own = rules.filter((rule) => rule.from < to && rule.to > from);
  return {
    at: own.length === 0 ? at : median(own.map((rule) => rule.at)),
    from,
    to,
    thickness: Math.max(BROKEN_THICKNESS, ...own.map((rule) => rule.thickness)),
    pieces: [{ from, to }],
  };
}

/** Whether a line is drawn from one crossing line to the next. */
export function hasEdge(line?: GridLine, from?: GridLine, to?: GridLine, least = COVERED): boolean {
  if (!line || !from || !to) return true;
  const length = to.at - from.at;
  const pieces = line.rules
    .flatMap((rule) => rule.pieces)
    .map((piece) => [Math.max(piece.from, from.at), Math.min(piece.to, to.at)] as const)
    .filter(([start, end]) => end > start)
    .sort(([a], [b]) => a - b);
  let covered = 0;
  let reached = from.at;
  for (const [start, end] of pieces) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered >= length * least;
}
