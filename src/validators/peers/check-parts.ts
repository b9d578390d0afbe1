import type { Finding } from '../../model/finding.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import type { Figures } from './check-size.ts';
import { ADDED_UP } from './thresholds.ts';

/**
 * The report of a whole government beside those of its own departments, offices and towns that are at hand: they are
 * among those that it counts, so together they cannot have more. Whether the report really speaks for all (全市) or
 * for the government's office alone is for a person to judge.
 */
export function checkParts(whole: Figures, parts: readonly Figures[]): Finding[] {
  return ADDED_UP.flatMap((variable) => {
    const total = whole.get(variable);
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
