import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

export interface PagerProps {
  readonly page: number;
  readonly pages: number;
  /** The address of a page. */
  readonly to: (page: number) => string;
  readonly lang: Language;
}

/** Links to the page before and the page after; nothing when there is only one. */
export function Pager({ page, pages, to, lang }: PagerProps): Html | null {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={REVIEW.pages[lang]}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          ← {REVIEW.previousPage[lang]}
        </a>
      )}
      <span>{REVIEW.pageOf(page, pages)[lang]}</span>
      {page < pages && (
        <a rel="next" href={to(page + 1)}>
          {REVIEW.nextPage[lang]} →
        </a>
      )}
    </nav>
  );
}
