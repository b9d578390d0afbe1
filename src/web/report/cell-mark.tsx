import type { CellStatus, Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { STATUS_MARKS } from '../texts/cells.ts';
import { CELL_STATUS_NAMES } from '../texts/review.ts';

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
    <span class={`cell-mark is-${status}`} title={CELL_STATUS_NAMES[status][lang]}>
      <span aria-hidden="true">{STATUS_MARKS[status]}</span>
      <span class="unseen">{CELL_STATUS_NAMES[status][lang]}</span>
    </span>
  );
}
