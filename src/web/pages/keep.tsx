import { z } from 'zod';
import { findQueue, queueIds } from '../../store/explore/find-queue.ts';
import type { QueueFilter } from '../../store/explore/queue-filter.ts';
import { decideMany, MOST_AT_ONCE } from '../../store/review/bulk.ts';
import { getFinding } from '../../store/review/get-finding.ts';
import {
  CountFields,
  requireTyped,
  SAMPLES,
  Samples,
  TooMany,
  tellDecided,
  Unfinished,
} from '../review/bulk-parts.tsx';
import { verdictOf, verdictWords } from '../review/changed-note.tsx';
import { filterOf, QueueQuery, queryWith } from '../review/queue-query.ts';
import { type PageRequest, route } from '../route.ts';
import { mayUse } from '../security/access.ts';
import { REVIEW } from '../texts/review.ts';
import { RequestId } from './verdict.tsx';

/** Of the filter, what was read again and the same; of others' verdicts only a lead says that they hold. */
function keptOf({ query, person }: PageRequest<QueueQuery>): QueueFilter {
  const filter: QueueFilter = { ...filterOf(query), status: ['reread'] };
  return mayUse(person, 'lead') ? filter : { ...filter, by: person.name };
}

const listOf = ({ query }: PageRequest<QueueQuery>): string =>
  `/findings${queryWith(query, { page: null, status: 'reread' })}`;

/** The verdict that would be confirmed, and whose it is: that is what the look at some of them is for. */
function saidOf({ store, person, lang }: PageRequest<QueueQuery>, id: number): string | null {
  const detail = getFinding(store, id, person.name);
  const verdict = detail && verdictOf(detail);
  return verdict ? REVIEW.saidBy(verdict.author, verdictWords(verdict, lang))[lang] : null;
}

/** What confirming verdicts as they were would be: how many, and some of them. */
export const keep = route({
  method: 'get',
  path: '/keep',
  access: 'auditor',
  query: QueueQuery,
  answer: (request) => {
    const { store, query, lang, person } = request;
    const { rows, total } = findQueue(store, keptOf(request), { limit: SAMPLES });
    return {
      title: REVIEW.keepTitle[lang],
      data: { total, samples: rows },
      page: (
        <>
          <p class="crumbs">
            <a href={listOf(request)}>← {REVIEW.toQueue[lang]}</a>
          </p>
          <h1>{REVIEW.keepTitle[lang]}</h1>
          <Unfinished request={request} back={listOf(request)} />
          <p>{REVIEW.keepNote[lang]}</p>
          <p class="lead">
            {
              (mayUse(person, 'lead') && query.by === undefined ? REVIEW.keepCount : REVIEW.keepOwn)(total)[
                lang
              ]
            }
          </p>
          {total > 0 && <Samples rows={rows} lang={lang} said={({ id }) => saidOf(request, id)} />}
          {total > MOST_AT_ONCE && <TooMany lang={lang} />}
          {total > 0 && total <= MOST_AT_ONCE && (
            <form class="stacked" method="post" action={`/keep${queryWith(query, { page: null })}`}>
              <CountFields total={total} lang={lang} />
              <button type="submit" class="main">
                {REVIEW.keepSave[lang]}
              </button>
            </form>
          )}
        </>
      ),
    };
  },
});

const Keep = z.object({
  typed: z.string().max(20).optional(),
  count: z.coerce.number().int().nonnegative(),
  request: RequestId,
});

/** Confirms them: each has its own event, and one undo takes all of them back. */
export const saveKeep = route({
  method: 'post',
  path: '/keep',
  access: 'auditor',
  query: QueueQuery,
  body: Keep,
  answer: async (request) => {
    const { store, body, person, now, lang } = request;
    requireTyped(body.count, body.typed, lang);
    const decided = await decideMany(store, {
      ...{ said: { keep: true }, count: body.count, request: body.request, doubleShare: 0 },
      ...{ author: person.name, at: now.toISOString() },
      select: () => queueIds(store, keptOf(request), MOST_AT_ONCE + 1),
    });
    return tellDecided(decided, lang, listOf(request));
  },
});
