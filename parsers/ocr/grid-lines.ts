import type { Piece, Rule } from './find-rules.ts';
import { isBrokenEdge } from './trace-edge.ts';

/** All in heights of a character. */
/** Nearer than this, two parallel rules are one line of the grid: no text fits between. */
const SAME_LINE = 0.5;
/** Rules that stand out this far past the outermost crossing one belong to a row that has lost its own. */
const STANDS_OUT = 0.7;

/** Share of a side that ink must cover to be an edge. */
const COVERED = 0.5;
/** What is wiped out along the rest of a broken rule, in pixels. */
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

/** Lines with the edges added that only a closer look finds: where a rule is broken into short pieces. */
export function withBrokenEdges(
  lines: readonly GridLine[],
  crossing: readonly GridLine[],
  trace: (at: number, from: number, to: number) => readonly Piece[],
): readonly GridLine[] {
  return lines.map((line) => {
    const found = crossing.slice(1).flatMap((end, index): readonly Rule[] => {
      const begin = crossing[index];
      if (!begin || hasEdge(line, begin, end)) return [];
      const pieces = trace(line.at, begin.at, end.at);
      if (!isBrokenEdge(pieces, begin.at, end.at)) return [];
      return [
        {
          at: line.at,
          from: begin.at,
          to: end.at,
          thickness: BROKEN_THICKNESS,
          pieces: [{ from: begin.at, to: end.at }],
        },
      ];
    });
    return found.length === 0 ? line : { ...line, rules: [...line.rules, ...found] };
  });
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
