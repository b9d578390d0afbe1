import type { Language } from '../../model/status.ts';
import { reasonsOf, VERDICT_NAMES } from '../../review/reasons.ts';
import { VERDICTS } from '../../review/status.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Every reason with a letter: one key opens the list, one more decides. The module of the page opens it. */
export function ReasonList({ lang }: { lang: Language }): Html {
  let letter = 0;
  return (
    <dialog id="reasons" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{REVIEW.reason[lang]}</h2>
      <div class="reason-columns">
        {VERDICTS.map((verdict) => (
          <section>
            <h3>{VERDICT_NAMES[verdict][lang]}</h3>
            {reasonsOf(verdict).map(({ code, name }) => {
              const pick = LETTERS[letter++] ?? '';
              return (
                <button type="button" value={code} data-verdict={verdict} data-pick={pick}>
                  <kbd>{pick}</kbd> {name[lang]}
                </button>
              );
            })}
          </section>
        ))}
      </div>
      <form method="dialog">
        <button type="submit">{REVIEW.close[lang]}</button>
      </form>
    </dialog>
  );
}
