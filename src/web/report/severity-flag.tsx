import type { Language, Severity } from '../../model/status.ts';
import { SEVERITIES } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { SEVERITY_MARKS } from '../parts/badge.tsx';
import { SEVERITY_NAMES } from '../texts/review.ts';

/** The severest of some findings; SEVERITIES begins with it. */
export const severest = (findings: readonly { readonly severity: Severity }[]): Severity | undefined =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));

/** How many findings there are and the severest of them, by shape, colour and word. */
export function SeverityFlag({
  severity,
  count,
  lang,
}: {
  readonly severity: Severity;
  readonly count?: number;
  readonly lang: Language;
}): Html {
  return (
    <span class={`cell-flag is-${severity}`} title={SEVERITY_NAMES[severity][lang]}>
      <span aria-hidden="true">{SEVERITY_MARKS[severity]}</span>
      {count !== undefined && count > 1 ? count : ''}
      <span class="unseen">{SEVERITY_NAMES[severity][lang]}</span>
    </span>
  );
}
