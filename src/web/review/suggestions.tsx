import { labelVariable } from '../../forms/words.ts';
import type { Suggestion } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';
import { correctionAddress } from './correction-query.ts';

interface SuggestionsProps {
  readonly detail: FindingDetail;
  readonly search: string;
  readonly decides: boolean;
  readonly lang: Language;
}

/** Changes that would mend the contradiction: one click shows what they would do, those of a set together. */
export function Suggestions({ detail, search, decides, lang }: SuggestionsProps): Html | null {
  if (detail.suggestions.length === 0) return null;
  return (
    <section class="suggestions">
      <h2>{REVIEW.suggestions[lang]}</h2>
      <ol>
        {detail.suggestions.map((suggestion) => (
          <li>
            <Changes {...{ suggestion, detail, lang }} />
            <p>
              {REVIEW.suggestion(suggestion.repairs, suggestion.breaks)[lang]}
              {suggestion.localised ? ` · ${REVIEW.onlyOne[lang]}` : ''} · {suggestion.why[lang]}
              {decides && (
                <>
                  {' '}
                  <a
                    class="try-these"
                    href={correctionAddress(detail, search, Object.entries(suggestion.changes))}
                  >
                    {REVIEW.tryThese(Object.keys(suggestion.changes).length)[lang]}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const Changes = ({
  suggestion,
  detail,
  lang,
}: Pick<SuggestionsProps, 'detail' | 'lang'> & { suggestion: Suggestion }): Html => (
  <ul class="changes">
    {Object.entries(suggestion.changes).map(([variable, value]) => (
      <li>
        <span>{labelVariable(variable, lang)}</span>{' '}
        <span class="becomes">
          <s>{detail.suggested[variable] || '∅'}</s> → <b>{value}</b>
        </span>
      </li>
    ))}
  </ul>
);
