import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';

/** Leads to a place by name, pinyin or code. */
export function PlaceSearch({ lang, q = '' }: { lang: Language; q?: string }): Html {
  return (
    <form method="get" action="/places" class="find-place">
      <label>
        <span class="unseen">{EXPLORE.places[lang]}</span>
        <input
          type="search"
          name="q"
          value={q}
          placeholder={EXPLORE.placesHint[lang]}
          size={30}
          maxlength={40}
        />
      </label>
      <button type="submit">{EXPLORE.search[lang]}</button>
    </form>
  );
}
