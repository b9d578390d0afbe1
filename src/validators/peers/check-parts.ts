import type { Claim } from '../../model/claim.ts';
import type { Finding } from '../../model/finding.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import type { Figures } from './check-size.ts';
import { ADDED_UP } from './thresholds.ts';

/**
 * The report of a whole government beside those of its own departments, offices and towns that are at hand: they are
 * among those that it counts, so together they cannot have more. A table that the text itself sets apart from the
 * whole place (全市收到300件，其中市政府办50件) counts the office alone and is not compared; where the text says nothing, a
 * person must judge.
 *
 * @param told - what the government's report says in prose
 */
export function checkParts(
  whole: Figures,
  parts: readonly Figures[],
  told: readonly Pick<Claim, 'variable' | 'value' | 'scope'>[],
): Finding[] {
  return ADDED_UP.flatMap((variable) => {
    const total = whole.get(variable);
    if (told.some((claim) => isOfTheWholePlace(claim, variable, total))) return [];
    const known = parts.flatMap((part) => part.get(variable) ?? []);
    const sum = known.reduce((a, b) => a + b, 0);
    if (total === undefined || sum <= total) return [];
    return [
      makeFinding({
        rule: 'peer.parts',
        scope: variable,
        severity: 'question',
        message: {
          zh: `已有的 ${known.length} 份部门、乡镇报告合计 ${sum}，多于政府报告的 ${total}`,
          en: `${known.length} reports of its departments and towns add up to ${sum}, more than the government's ${total}`,
        },
        expected: sum,
        actual: total,
        variables: [variable],
      }),
    ];
  });
}

/** A larger count, told of another scope than the table's. */
const isOfTheWholePlace = (
  claim: Pick<Claim, 'variable' | 'value' | 'scope'>,
  variable: string,
  total: number | undefined,
): boolean =>
  claim.variable === variable && claim.scope === 'other' && total !== undefined && claim.value > total;
