import type { Message } from '../model/finding.ts';
import type { RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { isRule, RULES } from '../rules/index.ts';
import { REASON_TEXTS } from '../validators/equation-findings.ts';
import type { Reason } from '../validators/evaluate-equation.ts';

/** How often one rule held, failed and was left open in the reports of a run. */
export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly pass: number;
  readonly fail: number;
  readonly open: number;
  /** Why it was left open, the most frequent first, in words. */
  readonly reasons: string;
}

/** The rules of a run, those that failed most first; by name where they are equal. */
export function ruleCounts({ checks }: Pick<RunReport, 'checks'>, lang: Language): readonly RuleCount[] {
  return Object.entries(checks)
    .map(([rule, { pass, fail, not_evaluable }]): RuleCount => {
      const reasons = Object.entries(not_evaluable).toSorted(
        ([a, one], [b, other]) => other - one || (a < b ? -1 : 1),
      );
      return {
        ...{ rule, pass, fail, title: isRule(rule) ? RULES[rule].title[lang] : rule },
        open: reasons.reduce((sum, [, times]) => sum + times, 0),
        reasons: reasons
          .map(([reason, times]) => `${reasonWords(reason, lang)} ${times}`)
          .join(lang === 'zh' ? '，' : ', '),
      };
    })
    .toSorted((a, b) => b.fail - a.fail || (a.rule < b.rule ? -1 : 1));
}

const NO_NUMBER: Message = { zh: '表格没有给出这个数', en: 'the tables give no number for it' };

/** Why a check could not be made. */
export function reasonWords(reason: string, lang: Language): string {
  if (reason === 'no_number') return NO_NUMBER[lang];
  return reason in REASON_TEXTS ? REASON_TEXTS[reason as Reason][lang] : reason;
}
