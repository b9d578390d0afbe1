import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import { findReason, VERDICT_NAMES } from '../../review/reasons.ts';
import { isChangedSince } from '../../review/status.ts';
import type { DecidedFinding } from '../../store/show/decided-findings.ts';
import type { Html } from '../html.ts';
import { StatusBadge } from '../parts/badge.tsx';
import { ROLE_NAMES } from '../texts/people.ts';
import { REPORT } from '../texts/report.ts';
import { REVIEW } from '../texts/review.ts';
import type { CorrectedCell } from './report-data.ts';

/** What people decided of a finding: where it stands, who said so in which role, and why. */
export function OutcomeLine({
  outcome: { status, decided },
  lang,
}: {
  readonly outcome: DecidedFinding;
  readonly lang: Language;
}): Html {
  return (
    <p class="outcome">
      <StatusBadge status={status} lang={lang} />
      {decided && (
        <>
          {isChangedSince(status) && (
            <span>
              {REVIEW.saidThen[lang]} {VERDICT_NAMES[decided.verdict][lang]}
            </span>
          )}
          {decided.reason !== null && <span>{findReason(decided.reason)?.name[lang] ?? decided.reason}</span>}
          <span class="quiet">
            {decided.role === null ? REPORT.localAuditor[lang] : ROLE_NAMES[decided.role][lang]}
            {lang === 'zh' ? '，' : ', '}
            <time datetime={decided.at}>{decided.at.slice(0, 10)}</time>
          </span>
          {decided.note !== null && <q>{decided.note}</q>}
        </>
      )}
    </p>
  );
}

/** Cells of a finding that a person corrected: the printed text, and what is used in its place. */
export const CorrectedLines = ({
  cells,
  lang,
}: {
  readonly cells: readonly CorrectedCell[];
  readonly lang: Language;
}): Html | null =>
  cells.length === 0 ? null : (
    <ul class="corrected-lines">
      {cells.map(({ variable, printed, value, reason }) => (
        <li>
          {labelVariable(variable, lang)}: <span class="printed">{printed || '∅'}</span> →{' '}
          <span class="corrected">{value}</span>{' '}
          <small>
            {REVIEW.corrected[lang]} · {reason}
          </small>
        </li>
      ))}
    </ul>
  );
