import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../../model/status.ts';
import { fits, REASONS, VERDICT_NAMES } from '../../review/reasons.ts';
import { VERDICTS } from '../../review/status.ts';
import { findQueue, type QueuedFinding, queueIds } from '../../store/explore/find-queue.ts';
import { type DecidedMany, decideMany, MOST_AT_ONCE, type Said } from '../../store/review/bulk.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { Notice } from '../parts/notice.tsx';
import { ruleTitle, whose } from '../review/names.ts';
import { filterOf, QueueQuery, queryWith } from '../review/queue-query.ts';
import { reviewerOf } from '../review/reviewer.ts';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { RequestId } from './verdict.tsx';

const SAMPLES = 5;
/** More than so many are confirmed by typing their number. */
export const TYPED_ABOVE = 50;

/** What deciding all findings of a filter would be: how many, some of them, and what is to be said of them. */
export const bulk = route({
  method: 'get',
  path: '/bulk',
  access: 'lead',
  query: QueueQuery,
  answer: ({ store, query, lang }) => {
    const { rows, total } = findQueue(store, filterOf(query), { limit: SAMPLES });
    const search = queryWith(query, { page: null });
    return {
      title: REVIEW.bulkTitle[lang],
      data: { total, samples: rows },
      page: (
        <>
          <p class="crumbs">
            <a href={`/findings${search}`}>← {REVIEW.toQueue[lang]}</a>
          </p>
          <h1>{REVIEW.bulkTitle[lang]}</h1>
          <p class="lead">{REVIEW.bulkCount(total)[lang]}</p>
          <Samples rows={rows} lang={lang} />
          {total > MOST_AT_ONCE ? (
            <p class="note">{REVIEW.bulkTooMany(MOST_AT_ONCE)[lang]}</p>
          ) : (
            total > 0 && <BulkForm {...{ total, search, lang }} />
          )}
        </>
      ),
    };
  },
});

const Samples = ({ rows, lang }: { rows: readonly QueuedFinding[]; lang: Language }): Html => (
  <section>
    <h2>{REVIEW.bulkSamples[lang]}</h2>
    <ul class="samples">
      {rows.map((row) => (
        <li>
          <SeverityBadge severity={row.severity} lang={lang} />{' '}
          <a href={`/findings/${row.id}`}>{ruleTitle(row.rule, lang)}</a>{' '}
          <span lang="zh-CN">{whose(row)}</span>
          <span class="says">{row.message[lang]}</span>
        </li>
      ))}
    </ul>
  </section>
);

interface BulkFormProps {
  readonly total: number;
  readonly search: string;
  readonly lang: Language;
}

function BulkForm({ total, search, lang }: BulkFormProps): Html {
  return (
    <form class="stacked" method="post" action={`/bulk${search}`}>
      <input type="hidden" name="request" value={randomUUID()} />
      <input type="hidden" name="count" value={total} />
      <fieldset>
        <legend>{REVIEW.bulkWhat[lang]}</legend>
        {VERDICTS.map((verdict) => (
          <label>
            <input type="radio" name="say" value={verdict} required /> {VERDICT_NAMES[verdict][lang]}
          </label>
        ))}
        <label>
          <input type="radio" name="say" value="assign" /> {REVIEW.bulkAssign[lang]}{' '}
          <input name="assignee" maxlength={64} placeholder={REVIEW.bulkRelease[lang]} autocomplete="off" />
        </label>
      </fieldset>
      <label>
        {REVIEW.reason[lang]}{' '}
        <select name="reason">
          <option value="">{REVIEW.noReason[lang]}</option>
          {REASONS.map(({ code, of, name }) => (
            <option value={code}>{`${VERDICT_NAMES[of][lang]}: ${name[lang]}`}</option>
          ))}
        </select>
      </label>
      <label>
        {REVIEW.note[lang]} <input name="note" maxlength={2000} autocomplete="off" />
      </label>
      {total > TYPED_ABOVE && (
        <label>
          {REVIEW.bulkType(total)[lang]}{' '}
          <input name="typed" inputmode="numeric" required autocomplete="off" />
        </label>
      )}
      <button type="submit" class="main">
        {REVIEW.bulkSave[lang]}
      </button>
    </form>
  );
}

const blank = z
  .string()
  .max(2000)
  .optional()
  .transform((text) => text?.trim() || null);
const Bulk = z.object({
  say: z.enum([...VERDICTS, 'assign']),
  assignee: blank,
  reason: blank,
  note: blank,
  typed: z.string().max(20).optional(),
  count: z.coerce.number().int().nonnegative(),
  request: RequestId,
});

/** Says it of all findings of the filter: each has its own event, and one undo takes all of them back. */
export const saveBulk = route({
  method: 'post',
  path: '/bulk',
  access: 'lead',
  query: QueueQuery,
  body: Bulk,
  answer: (request) => {
    const { store, query, body, person, now, lang } = request;
    const { say, assignee, reason, note, count } = body;
    if (count > TYPED_ABOVE && Number(body.typed) !== count)
      throw new HttpProblem(400, REVIEW.bulkMistyped[lang]);
    if (say !== 'assign' && !fits(say, reason)) throw new HttpProblem(400, REVIEW.wrongReason[lang]);
    const said: Said = say === 'assign' ? { assignee } : { verdict: say, reason, note };
    const decided = decideMany(store, {
      ...{ said, count, request: body.request, author: person.name, at: now.toISOString() },
      select: () => queueIds(store, filterOf(query), MOST_AT_ONCE + 1),
      doubleShare: reviewerOf(request).doubleShare,
    });
    return tell(decided, lang, `/findings${queryWith(query, { page: null })}`);
  },
});

function tell(decided: DecidedMany, lang: Language, redirect: string) {
  if (decided.outcome === 'saved' || decided.outcome === 'repeated') return { redirect, data: decided };
  const line =
    decided.outcome === 'misused'
      ? REVIEW.misused[lang]
      : decided.outcome === 'too_many'
        ? REVIEW.bulkTooMany(MOST_AT_ONCE)[lang]
        : REVIEW.bulkStale(decided.findings)[lang];
  return {
    status: 409 as const,
    title: REVIEW.stale[lang],
    data: decided,
    page: <Notice title={REVIEW.stale[lang]} lines={[line]} lang={lang} />,
  };
}
