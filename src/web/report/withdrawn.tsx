import { findWithdrawn } from '../../export/withdrawn.ts';
import type { Language } from '../../model/status.ts';
import { listSiblings } from '../../store/release/list-stored.ts';
import { pagesOfReports } from '../../store/release/report-pages.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { REPORT } from '../texts/report.ts';

/** That the site of a report has it no more, as a release says it. */
export interface Withdrawal {
  readonly withdrawn: boolean;
  /** Last day (UTC) on which the site had it, when it is withdrawn and the day is known. */
  readonly last_seen: string | null;
}

/** Of each of these reports, by its number. */
export function withdrawals(store: Store, reports: readonly number[]): (report: number) => Withdrawal {
  const siblings = listSiblings(store, reports);
  const pages = pagesOfReports(
    store,
    siblings.map(({ id }) => id),
  );
  const found = findWithdrawn(siblings, pages);
  return (report) => ({ withdrawn: found.has(report), last_seen: found.get(report) || null });
}

/** Where the original cannot be found any more, and that its numbers stay. */
export const WithdrawnNote = ({
  withdrawal: { withdrawn, last_seen },
  lang,
}: {
  readonly withdrawal: Withdrawal;
  readonly lang: Language;
}): Html | null => (withdrawn ? <p class="note">† {REPORT.withdrawn(last_seen)[lang]}</p> : null);
