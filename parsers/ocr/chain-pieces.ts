import type { Rule } from './rules.ts';

/** All in heights of a character. */
/** Pieces on one line with no larger gap than this are one rule, if ink covers enough of it. */
const LARGEST_GAP = 1.05;
const SAME_LINE = 0.12;
const LEAST_INK = 0.42;
/** A column of 1s is a chain of strokes too: a rule has one piece longer than a stroke, or is dashed throughout. */
const LONGER_THAN_STROKE = 1.05;
const FEWEST_DASHES = 8;
const DASHED_INK = 0.6;

interface Chain {
  readonly rule: Rule;
  readonly ink: number;
  readonly longest: number;
  readonly pieces: number;
}

/** Rules, and what was chained but may as well be strokes of print. */
export interface Chained {
  readonly drawn: readonly Rule[];
  readonly scraps: readonly Rule[];
}

/** Pieces of a broken rule, one behind the other on one line → the rule; strokes of print make none. */
export function chainPieces(pieces: readonly Rule[], charHeight: number): Chained {
  const chains: Chain[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const ink = piece.to - piece.from;
    const own: Chain = { rule: piece, ink, longest: ink, pieces: 1 };
    const at = chains.findLastIndex(({ rule }) => follows(rule, piece, charHeight));
    const joined = at < 0 ? own : joinChains(chains[at] as Chain, own);
    if (at >= 0 && joined.ink >= (joined.rule.to - joined.rule.from) * LEAST_INK) chains[at] = joined;
    else chains.push(own);
  }
  const rulesOf = (wanted: boolean): readonly Rule[] =>
    chains.filter((chain) => isDrawn(chain, charHeight) === wanted).map(({ rule }) => rule);
  return { drawn: rulesOf(true), scraps: rulesOf(false) };
}

/** A stroke of print that happens to stand on the line of a rule has a gap before and behind it. */
export function dropStrokes(rule: Rule, gap: number, charHeight: number): Rule {
  const { pieces } = rule;
  const kept = pieces.filter((piece, index) => {
    if (piece.to - piece.from >= LONGER_THAN_STROKE * charHeight) return true;
    const before = piece.from - (pieces[index - 1]?.to ?? Number.NEGATIVE_INFINITY);
    const behind = (pieces[index + 1]?.from ?? Number.POSITIVE_INFINITY) - piece.to;
    return Math.min(before, behind) <= gap;
  });
  if (kept.length === pieces.length || kept.length === 0) return rule;
  return {
    ...rule,
    from: Math.min(...kept.map(({ from }) => from)),
    to: Math.max(...kept.map(({ to }) => to)),
    pieces: kept,
  };
}

const follows = (rule: Rule, piece: Rule, charHeight: number): boolean =>
  Math.abs(rule.at - piece.at) <= Math.max(1.5, SAME_LINE * charHeight) &&
  piece.from - rule.to <= LARGEST_GAP * charHeight;

function joinChains(a: Chain, b: Chain): Chain {
  const ink = a.ink + b.ink;
  return {
    rule: {
      at: (a.rule.at * a.ink + b.rule.at * b.ink) / ink,
      from: a.rule.from,
      to: Math.max(a.rule.to, b.rule.to),
      thickness: Math.max(a.rule.thickness, b.rule.thickness),
      pieces: [...a.rule.pieces, ...b.rule.pieces],
    },
    ink,
    longest: Math.max(a.longest, b.longest),
    pieces: a.pieces + b.pieces,
  };
}

const isDrawn = ({ rule, ink, longest, pieces }: Chain, charHeight: number): boolean =>
  longest >= LONGER_THAN_STROKE * charHeight ||
  (pieces >= FEWEST_DASHES && ink >= (rule.to - rule.from) * DASHED_INK);
