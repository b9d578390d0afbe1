import { labelVariable } from '../../forms/words.ts';
import type { Suggestion } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';
import { correctionQuery } from './cells-table.tsx';

interface SuggestionsProps {
  readonly detail: FindingDetail;
  readonly search: string;
  readonly lang: Language;
}

/** Changes that would mend the contradiction: one click shows what each would do. */
export function Suggestions({ detail, search, lang }: SuggestionsProps): Html | null {
  if (detail.suggestions.length === 0) return null;
  return (
    <section class="suggestions">
      <h2>{REVIEW.suggestions[lang]}</h2>
      <ol>
        {detail.suggestions.map((suggestion) => (
          <li>
            <Changes {...{ suggestion, detail, search, lang }} />
            <span class="quiet">
              {REVIEW.suggestion(suggestion.repairs, suggestion.breaks)[lang]}
              {suggestion.localised ? ` · ${REVIEW.onlyOne[lang]}` : ''}
            </span>
            <p>{suggestion.why[lang]}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ suggestion, detail, search, lang }: SuggestionsProps & { suggestion: Suggestion }): Html {
  const changes = Object.entries(suggestion.changes);
  return (
    <ul class="changes">
      {changes.map(([variable, value]) => {
        const cell = detail.cells.find((one) => one.variable === variable);
        return (
          <li>
            <a
              href={`/reports/${detail.reportId}/correction${correctionQuery(search, variable, detail.id, value)}`}
            >
              <span>{labelVariable(variable, lang)}</span> <s>{cell?.raw ?? ''}</s> → <b>{value}</b>
              <span class="out-of-sight"> {REVIEW.try[lang]}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
