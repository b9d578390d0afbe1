import type { Finding } from '../../model/finding.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import type { Check } from '../count-checks.ts';
import type { Calculation } from './calculation.ts';
import { foldSentences } from './fold-sentences.ts';
import { toldParts } from './told-parts.ts';
import { toldRates } from './told-rates.ts';
import { toldShares } from './told-shares.ts';

const RULE = 'narrative.arithmetic';

export interface CheckedProse {
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

/**
 * Sums, shares and rates told in one sentence that do not compute: rule `narrative.arithmetic`, always a `question`.
 *
 * Checked: growth beside its counts, a share beside its part and whole (both may be rounded or cut off in the last
 * digit), and lists of parts that leave nothing out. Other lists 「其中…」 need not be exhaustive and are left alone.
 *
 * @param paragraphs running text, a sentence never over two of them.
 */
export function checkNarrativeArithmetic(paragraphs: readonly { readonly text: string }[]): CheckedProse {
  const told = paragraphs
    .flatMap(({ text }) => foldSentences(text))
    .flatMap((sentence) => [...toldRates(sentence), ...toldShares(sentence), ...toldParts(sentence)]);
  const wrong = told.filter(({ holds }) => !holds);
  return {
    findings: wrong.map(question),
    checks: [
      { rule: RULE, outcome: 'pass', times: told.length - wrong.length },
      { rule: RULE, outcome: 'fail', times: wrong.length },
    ],
  };
}

const question = ({ piece, computed, told, message }: Calculation): Finding =>
  makeFinding({ rule: RULE, scope: piece, message, expected: computed, actual: told });
