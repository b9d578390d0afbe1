import type { Language } from '../../model/status.ts';
import { countStaleParts } from '../../store/explore/summaries/parts.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';

/** Says when sums tell of an earlier state; nothing when they do not. */
export function Recounting({ store, lang }: { store: Store; lang: Language }): Html | null {
  const parts = countStaleParts(store);
  return parts === 0 ? null : <p class="note">{EXPLORE.recounting(parts)[lang]}</p>;
}
