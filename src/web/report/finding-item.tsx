import type { Language } from '../../model/status.ts';
import { isRule, RULES } from '../../rules/index.ts';
import type { Html } from '../html.ts';
import { REPORT } from '../texts/report.ts';
import { CorrectedLines, OutcomeLine } from './outcome-line.tsx';
import type { ShownFinding } from './report-data.ts';
import { SeverityFlag } from './severity-flag.tsx';

export interface FindingItemProps {
  readonly finding: ShownFinding;
  readonly lang: Language;
  /** Where its cells are lit; a finding without cells has none. */
  readonly show?: string | undefined;
  readonly chosen?: boolean;
}

/** A finding with its arithmetic in words, what people decided of it, and the ways on: its cells in the original, and its own page. */
export function FindingItem({ finding, lang, show, chosen = false }: FindingItemProps): Html {
  const { id, rule, severity, outcome, message, review, corrected } = finding;
  return (
    <li class="finding" id={`finding-${id}`} aria-current={chosen ? 'true' : undefined}>
      <p>
        <SeverityFlag severity={severity} lang={lang} /> <span class="sums">{message[lang]}</span>
        {outcome === 'not_evaluable' && <em> ({REPORT.outcomeOpen[lang]})</em>}
      </p>
      <OutcomeLine outcome={review} lang={lang} />
      <CorrectedLines cells={corrected} lang={lang} />
      <p class="ways">
        <a class="rule" href={`/rules/${rule}`} title={rule}>
          {isRule(rule) ? RULES[rule].title[lang] : rule}
        </a>
        {show !== undefined && (
          <a href={show} data-cell="">
            {REPORT.show[lang]}
          </a>
        )}
        <a href={`/findings/${id}`}>{REPORT.judge[lang]}</a>
      </p>
    </li>
  );
}
