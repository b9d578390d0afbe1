import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import { findReason, isVerdict, VERDICT_NAMES } from '../../review/reasons.ts';
import type { FindingDetail, FindingEvent } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

/** What was said of a finding so far, the newest first. */
export function History({ detail, lang }: { detail: FindingDetail; lang: Language }): Html {
  const { events, hidden } = detail;
  return (
    <section class="history">
      <h2>{REVIEW.history[lang]}</h2>
      {hidden && <p class="note">{REVIEW.blind[lang]}</p>}
      {events.length === 0 && !hidden && <p class="quiet">{REVIEW.noHistory[lang]}</p>}
      <ol reversed>
        {events.toReversed().map((event) => (
          <li class={event.active ? undefined : 'undone'}>
            <b>{event.author}</b> <time datetime={event.at}>{event.at.slice(0, 16).replace('T', ' ')}</time>{' '}
            {WORDS[event.kind](event, lang, events)}
            {event.reason !== null && event.kind !== 'correct' && (
              <> · {findReason(event.reason)?.name[lang] ?? event.reason}</>
            )}
            {event.batch !== event.event && <span class="quiet"> · {REVIEW.inBulk[lang]}</span>}
            {!event.active && <span class="quiet"> · {REVIEW.undone[lang]}</span>}
            {event.note && <q>{event.note}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Words = (event: FindingEvent, lang: Language, events: readonly FindingEvent[]) => string;

const verdictName = (verdict: string | null | undefined, lang: Language): string =>
  verdict && isVerdict(verdict) ? VERDICT_NAMES[verdict][lang] : (verdict ?? '');

const WORDS: Readonly<Record<FindingEvent['kind'], Words>> = {
  verdict: ({ verdict }, lang) => verdictName(verdict, lang),
  keep: ({ replaces }, lang, events) => {
    const kept = events.find(({ event }) => event === replaces);
    return REVIEW.keptVerdict(kept?.author ?? '—', verdictName(kept?.verdict, lang))[lang];
  },
  assign: ({ details }, lang) => `${REVIEW.assignee[lang]} ${details.assignee ?? '—'}`,
  correct: ({ details: { variable = '', expect, value }, reason }, lang) =>
    `${REVIEW.correct[lang]} ${labelVariable(variable, lang)}: ${expect || '∅'} → ${value ?? expect ?? '∅'} · ${reason ?? ''}`,
};
