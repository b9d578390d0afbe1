import type { CellStatus, Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { STATUS_MARKS, STATUS_TEXTS } from '../texts/cells.ts';

/** The mark of a status, and its word for those who do not see it; nothing for a printed number. */
export function StatusMark({
  status,
  lang,
}: {
  readonly status: CellStatus;
  readonly lang: Language;
}): Html | null {
  if (status === 'reported') return null;
  return (
    <span class={`mark is-${status}`} title={STATUS_TEXTS[status][lang]}>
      <span aria-hidden="true">{STATUS_MARKS[status]}</span>
      <span class="unseen">{STATUS_TEXTS[status][lang]}</span>
    </span>
  );
}
