import { cohenKappa, type Pair } from './cohen-kappa.ts';
import { type Estimate, share, type Undefined } from './interval.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/** A finding that two persons judged without knowing what the other said. */
export interface DoubleReview {
  readonly rule: string;
  /** Person and verdict of each, the first one first. */
  readonly ratings: readonly (readonly [person: string, verdict: string])[];
}

/** How far persons agree: over all, over one rule, or of one pair of persons. `unsure` counts as a verdict. */
export interface Agreement {
  readonly rule: string | null;
  readonly pair: readonly [string, string] | null;
  readonly findings: number;
  readonly agreed: number;
  readonly raw: Estimate | Undefined;
  /** Of a pair of persons only. */
  readonly kappa: Estimate | Undefined | null;
  readonly alpha: Estimate | Undefined;
}

/** Over all findings that were judged twice, then by rule, then by pair of persons, both in order of their names. */
export function measureAgreement(reviews: readonly DoubleReview[]): readonly Agreement[] {
  const twice = reviews.filter(({ ratings }) => ratings.length > 1);
  const rules = [...new Set(twice.map(({ rule }) => rule))].sort();
  const pairs = new Map(twice.map((review) => [pairOf(review).join('\n'), pairOf(review)]));
  return [
    measure(twice, null, null),
    ...rules.map((rule) =>
      measure(
        twice.filter((one) => one.rule === rule),
        rule,
        null,
      ),
    ),
    ...[...pairs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, pair]) =>
        measure(
          twice.filter((one) => pairOf(one).join('\n') === name),
          null,
          pair,
        ),
      ),
  ];
}

function pairOf({ ratings }: DoubleReview): readonly [string, string] {
  const [a = '', b = ''] = ratings
    .map(([person]) => person)
    .slice(0, 2)
    .sort();
  return [a, b];
}

function measure(
  reviews: readonly DoubleReview[],
  rule: string | null,
  pair: readonly [string, string] | null,
): Agreement {
  const verdicts = reviews.map(({ ratings }) => ratings.slice(0, 2).map(([, verdict]) => verdict));
  const agreed = verdicts.filter(([a, b]) => a === b).length;
  return {
    ...{ rule, pair, findings: reviews.length, agreed },
    raw: share(agreed, reviews.length),
    kappa: pair && cohenKappa(reviews.map((review) => verdictsOf(review, pair))),
    alpha: krippendorffAlpha(verdicts),
  };
}

/** Of the pair's first person first, whoever of the two came first. */
function verdictsOf({ ratings }: DoubleReview, [first]: readonly [string, string]): Pair {
  const [a, b] = ratings;
  const pair: Pair = [a?.[1] ?? '', b?.[1] ?? ''];
  return a?.[0] === first ? pair : [pair[1], pair[0]];
}
