import type { Rule } from './rules.ts';

/** All in heights of a character. */
/** Pieces on one line with no larger gap than this are one rule, if ink covers enough of it. */
const LARGEST_GAP = 1.05;
const SAME_LINE = 0.12;
const LEAST_INK = 0.42;
/**
 * A column of 1s is a chain of strokes too: a rule has one piece longer than a stroke, or may be dashed throughout. The
 * stroke through 申 is longer than most characters are high.
 */
const LONGER_THAN_STROKE = 1.3;
const FEWEST_DASHES = 8;
const DASHED_INK = 0.6;

interface Chain {
  readonly rule: Rule;
  readonly ink: number;
  readonly longest: number;
  readonly pieces: number;
}

/** Rules, chains of short pieces that are dashed rules or strokes of print in many rows, and what is rather print. */
export interface Chained {
  readonly drawn: readonly Rule[];
  readonly dashed: readonly Rule[];
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
  const rulesOf = (wanted: keyof Chained): readonly Rule[] =>
    chains.filter((chain) => kindOf(chain, charHeight) === wanted).map(({ rule }) => rule);
  return { drawn: rulesOf('drawn'), dashed: rulesOf('dashed'), scraps: rulesOf('scraps') };
}

/** In heights of a character: a dash that comes so near to a rule across meets it. */
const TOUCH = 0.12;
/** Share of the rules across that the dashes of a rule meet; print keeps clear of them. */
const MET_SHARE = 1 / 3;

/** Whether a chain of short pieces is a rule: 1s below one another, or 申, are as regular, but no rule runs into them. */
export function isDashed(
  { at, from, to, pieces }: Rule,
  others: readonly Rule[],
  charHeight: number,
): boolean {
  const touch = TOUCH * charHeight;
  const crossed = others.filter(
    (other) => other.at > from && other.at < to && other.from - touch <= at && at <= other.to + touch,
  );
  const met = crossed.filter((other) =>
    pieces.some((piece) => piece.from - touch <= other.at && other.at <= piece.to + touch),
  );
  return met.length >= crossed.length * MET_SHARE;
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

function kindOf({ rule, ink, longest, pieces }: Chain, charHeight: number): keyof Chained {
  if (longest >= LONGER_THAN_STROKE * charHeight) return 'drawn';
  return pieces >= FEWEST_DASHES && ink >= (rule.to - rule.from) * DASHED_INK ? 'dashed' : 'scraps';
}
