import { z } from 'zod';
import type { Language } from '../../model/status.ts';
import { fits, REASONS, VERDICT_NAMES } from '../../review/reasons.ts';
import { VERDICTS } from '../../review/status.ts';
import { findQueue, queueIds } from '../../store/explore/find-queue.ts';
import { decideMany, goOn, MOST_AT_ONCE, type Said, unfinishedBulk } from '../../store/review/bulk.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { LocalPath } from '../preferences.ts';
import {
  CountFields,
  requireTyped,
  SAMPLES,
  Samples,
  TooMany,
  tellDecided,
  Unfinished,
} from '../review/bulk-parts.tsx';
import { filterOf, QueueQuery, queryWith } from '../review/queue-query.ts';
import { reviewerOf } from '../review/reviewer.ts';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { RequestId } from './verdict.tsx';

/** What deciding all findings of a filter would be: how many, some of them, and what is to be said of them. */
export const bulk = route({
  method: 'get',
  path: '/bulk',
  access: 'lead',
  query: QueueQuery,
  answer: (request) => {
    const { store, query, lang } = request;
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
          <Unfinished request={request} back={`/findings${search}`} />
          <p class="lead">{REVIEW.bulkCount(total)[lang]}</p>
          <Samples rows={rows} lang={lang} />
          {total > MOST_AT_ONCE ? (
            <TooMany lang={lang} />
          ) : (
            total > 0 && <BulkForm {...{ total, search, lang }} />
          )}
        </>
      ),
    };
  },
});

interface BulkFormProps {
  readonly total: number;
  readonly search: string;
  readonly lang: Language;
}

function BulkForm({ total, search, lang }: BulkFormProps): Html {
  return (
    <form class="stacked" method="post" action={`/bulk${search}`}>
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
      <CountFields total={total} lang={lang} />
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
  answer: async (request) => {
    const { store, query, body, person, now, lang } = request;
    const { say, assignee, reason, note, count } = body;
    requireTyped(count, body.typed, lang);
    if (say !== 'assign' && !fits(say, reason)) throw new HttpProblem(400, REVIEW.wrongReason[lang]);
    const said: Said = say === 'assign' ? { assignee } : { verdict: say, reason, note };
    const decided = await decideMany(store, {
      ...{ said, count, request: body.request, author: person.name, at: now.toISOString() },
      select: () => queueIds(store, filterOf(query), MOST_AT_ONCE + 1),
      doubleShare: reviewerOf(request).doubleShare,
    });
    return tellDecided(decided, lang, `/findings${queryWith(query, { page: null })}`);
  },
});

/** Ends what was begun: the process ended in the middle of it, or the disk was full. */
export const goOnBulk = route({
  method: 'post',
  path: '/bulk/go-on',
  access: 'auditor',
  body: z.object({ action: z.coerce.number().int(), back: LocalPath.catch('/findings') }),
  answer: async ({ store, body: { action, back }, person, lang }) => {
    if (!unfinishedBulk(store, person.name).some((one) => one.action === action)) return { redirect: back };
    return tellDecided(await goOn(store, action), lang, back);
  },
});
