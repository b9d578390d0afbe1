import type { Language, Severity } from '../../model/status.ts';
import type { ReviewStatus } from '../../review/status.ts';
import type { Html } from '../html.ts';
import { SEVERITY_NAMES, STATUS_NAMES } from '../texts/review.ts';

/** Each severity has its own shape beside its colour and its word. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  error: '■',
  warning: '▲',
  question: '◆',
  info: '○',
};

export const SeverityBadge = ({ severity, lang }: { severity: Severity; lang: Language }): Html => (
  <span class={`mark severity-${severity}`}>
    <span aria-hidden="true">{SEVERITY_MARKS[severity]}</span> {SEVERITY_NAMES[severity][lang]}
  </span>
);

const STATUS_MARKS: Readonly<Record<ReviewStatus, string>> = {
  open: '·',
  second: '½',
  third: '≠',
  changed: '↻',
  reread: '↺',
  publisher_error: '✗',
  parser_error: '⚙',
  not_an_error: '✓',
  unsure: '?',
};

export const StatusBadge = ({ status, lang }: { status: ReviewStatus; lang: Language }): Html => (
  <span class={`mark standing standing-${status}`}>
    <span aria-hidden="true">{STATUS_MARKS[status]}</span> {STATUS_NAMES[status][lang]}
  </span>
);
