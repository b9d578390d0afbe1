import type { CHANGED_SINCE, ReviewStatus, Verdict } from './status.ts';

/** A verdict that is in force, not undone. */
export interface StandingVerdict {
  readonly event: number;
  readonly author: string;
  readonly verdict: Verdict;
  /** Of the finding when it was given. */
  readonly signature: string;
  /** Version of the reader that it is about: the one it was given at, or that it was confirmed for since. */
  readonly reader: string;
  /** The finding is asked of two persons; what the first verdict says of it holds. */
  readonly double: boolean;
}

export interface Settled {
  /** The verdict that holds is its own status. */
  readonly status: Exclude<ReviewStatus, (typeof CHANGED_SINCE)[number]>;
  /** Null while there is none, or two persons disagree. */
  readonly decided: StandingVerdict | null;
  /** What the verdicts that count speak of; null without one. */
  readonly signature: string | null;
}

const OPEN: Settled = { status: 'open', decided: null, signature: null };

/**
 * Where a finding stands by its verdicts, which come in the order in which they were given (or done again). Only those
 * about the same numbers as the last one count. The word of one person is enough, unless the finding is asked of two:
 * then it is decided when both say the same, and else a third decides. Of two who say the same the later word holds: it is
 * about what was read last.
 */
export function settle(verdicts: readonly StandingVerdict[]): Settled {
  const last = verdicts.at(-1);
  if (!last) return OPEN;
  const { signature } = last;
  const counted = verdicts.filter((verdict) => verdict.signature === signature);
  if (!counted[0]?.double) return decidedBy(last);
  const raters = latestOfEach(counted);
  const [first, second, ...others] = raters;
  if (!first || !second) return { status: 'second', decided: null, signature };
  const third = others.at(-1);
  if (third) return decidedBy(third);
  if (first.verdict === second.verdict) return decidedBy(last);
  return { status: 'third', decided: null, signature };
}

const decidedBy = (decided: StandingVerdict): Settled => ({
  status: decided.verdict,
  decided,
  signature: decided.signature,
});

/** The last verdict of each person, persons in the order of their first one. */
export function latestOfEach(verdicts: readonly StandingVerdict[]): readonly StandingVerdict[] {
  const latest = new Map<string, StandingVerdict>();
  for (const verdict of verdicts) latest.set(verdict.author, verdict);
  return [...latest.values()];
}
