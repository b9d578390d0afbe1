import type { Language } from '../../model/status.ts';
import { nameCopies } from '../../store/peers/copies.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';
import { whose } from './names.ts';

const MOST = 20;
/** What such a finding speaks of is the whole, and what it is held against is another report. */
const WHOLES: readonly string[] = ['tables', 'text'];

interface LikeProps {
  readonly store: Store;
  readonly detail: FindingDetail;
  readonly lang: Language;
}

/** The reports that are like this one, to be opened beside it: their names in a sentence lead nowhere. */
export function LikeReports({ store, detail, lang }: LikeProps): Html | null {
  const others = WHOLES.includes(detail.scope) ? nameCopies(store, detail.reportId, MOST) : [];
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="like-reports">
      <h2 id="like-reports">{REVIEW.likeReports[lang]}</h2>
      <ul class="like-reports">
        {others.map((other) => (
          <li>
            <a href={`/reports/${other.id}`} lang="zh-CN">
              {whose(other)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
