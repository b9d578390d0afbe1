import { randomUUID } from 'node:crypto';
import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import type { QueuedFinding } from '../../store/explore/find-queue.ts';
import {
  type BulkState,
  type DecidedMany,
  MOST_AT_ONCE,
  type Refused,
  unfinishedBulk,
} from '../../store/review/bulk.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Answer, PageRequest } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { ruleTitle, whose } from './names.ts';
import { Scope } from './scope.tsx';
import { UndoForms } from './undo-forms.tsx';

export const SAMPLES = 5;
/** More than so many are confirmed by typing their number. */
const TYPED_ABOVE = 50;

interface SamplesProps {
  readonly rows: readonly QueuedFinding[];
  readonly lang: Language;
  /** What was said of one of them before. */
  readonly said?: (row: QueuedFinding) => string | null;
}

export const Samples = ({ rows, lang, said }: SamplesProps): Html => (
  <section>
    <h2>{REVIEW.bulkSamples[lang]}</h2>
    <ul class="samples">
      {rows.map((row) => (
        <li>
          <SeverityBadge severity={row.severity} lang={lang} />{' '}
          <a href={`/findings/${row.id}`}>{ruleTitle(row.rule, lang)}</a>{' '}
          <Scope scope={row.scope} lang={lang} /> <span lang="zh-CN">{whose(row)}</span>
          <span class="says">{row.message[lang]}</span>
          {said && <span class="said">{said(row)}</span>}
        </li>
      ))}
    </ul>
  </section>
);

export const TooMany = ({ lang }: { lang: Language }): Html => (
  <p class="note">{REVIEW.bulkTooMany(MOST_AT_ONCE)[lang]}</p>
);

/** What every form that decides many sends: which request it is, how many were seen, and their number as it was typed. */
export const CountFields = ({ total, lang }: { total: number; lang: Language }): Html => (
  <>
    <input type="hidden" name="request" value={randomUUID()} />
    <input type="hidden" name="count" value={total} />
    {total > TYPED_ABOVE && (
      <label>
        {REVIEW.bulkType(total)[lang]} <input name="typed" inputmode="numeric" required autocomplete="off" />
      </label>
    )}
  </>
);

/** Throws when the number that was typed is not theirs. */
export function requireTyped(count: number, typed: string | undefined, lang: Language): void {
  if (count > TYPED_ABOVE && Number(typed) !== count) throw new HttpProblem(400, REVIEW.bulkMistyped[lang]);
}

/** What of this person's is not done, with a way to end it and one to take it back. */
export function Unfinished({
  request: { store, person, lang },
  back,
}: {
  request: PageRequest;
  back: string;
}): Html {
  return (
    <>
      {unfinishedBulk(store, person.name).map((state) => (
        <section class="note">
          <p>{REVIEW.bulkUnfinished(state.findings, state.left)[lang]}</p>
          <WaysOn {...{ state, back, lang }} />
        </section>
      ))}
    </>
  );
}

const WaysOn = ({ state, back, lang }: { state: BulkState; back: string; lang: Language }): Html => (
  <div class="actions">
    <form method="post" action="/bulk/go-on">
      <input type="hidden" name="action" value={state.action} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" class="main">
        {REVIEW.bulkGoOn[lang]}
      </button>
    </form>
    <UndoForms lang={lang} back={back} />
  </div>
);

/** Where a bulk decision leads, or why it did not go through, or how far it came. */
export function tellDecided(decided: DecidedMany, lang: Language, back: string): Answer {
  if (decided.outcome === 'stopped') return tellStopped(decided, lang, back);
  if ('action' in decided) return { redirect: back, data: decided };
  return {
    status: 409,
    title: REVIEW.stale[lang],
    data: decided,
    page: <Notice title={REVIEW.stale[lang]} lines={[refusalOf(decided)[lang]]} lang={lang} />,
  };
}

const refusalOf = (refused: Refused): Message => {
  if (refused.outcome === 'misused') return REVIEW.misused;
  return refused.outcome === 'too_many'
    ? REVIEW.bulkTooMany(MOST_AT_ONCE)
    : REVIEW.bulkStale(refused.findings);
};

function tellStopped(
  { error, ...state }: Extract<DecidedMany, { outcome: 'stopped' }>,
  lang: Language,
  back: string,
): Answer {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    status: 503,
    title: REVIEW.bulkStopped[lang],
    data: { ...state, error: reason },
    page: (
      <article class="notice">
        <h1>{REVIEW.bulkStopped[lang]}</h1>
        <p>{REVIEW.bulkUnfinished(state.findings, state.left)[lang]}</p>
        <p class="quiet">{reason}</p>
        <WaysOn {...{ state, back, lang }} />
      </article>
    ),
  };
}
