import { z } from 'zod';
import { findReason, fits, isVerdict, VERDICT_NAMES } from '../../review/reasons.ts';
import { VERDICTS } from '../../review/status.ts';
import { findQueue } from '../../store/explore/find-queue.ts';
import { type Decided, decide } from '../../store/review/decide.ts';
import { type FindingDetail, getFinding } from '../../store/review/get-finding.ts';
import { cursorOf, takeNext } from '../../store/review/take-next.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { StatusBadge } from '../parts/badge.tsx';
import { filterOf, QueueQuery, queryWith } from '../review/queue-query.ts';
import { reviewerOf } from '../review/reviewer.ts';
import { type Answer, type PageRequest, route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { FindingParams } from './finding.tsx';

export const RequestId = z.string().min(8).max(100);
const blankIsNull = z
  .string()
  .max(2000)
  .transform((text) => (text.trim() === '' ? null : text.trim()))
  .nullish();

const Verdict = z.object({
  verdict: z.enum(VERDICTS),
  reason: blankIsNull,
  note: blankIsNull,
  version: z.coerce.number().int().nonnegative(),
  signature: z.string().max(100),
  request: RequestId,
});
type Verdict = z.infer<typeof Verdict>;
type VerdictRequest = PageRequest<QueueQuery, { id: number }, Verdict>;

/** Saves a verdict and leads to the next finding of the queue. */
export const verdict = route({
  method: 'post',
  path: '/findings/:id/verdict',
  access: 'auditor',
  params: FindingParams,
  query: QueueQuery,
  body: Verdict,
  answer: (request) => {
    const { store, params, body, person, now, lang } = request;
    const { version, signature, verdict, request: id } = body;
    // A form keeps the reason that was chosen beside one button when another one is pressed.
    if (!fits(body.verdict, body.reason)) throw new HttpProblem(400, REVIEW.wrongReason[lang]);
    // Where it is before it is decided: what follows it there comes next.
    const after = cursorOf(store, params.id);
    const decided = decide(store, {
      ...{ verdict, reason: body.reason ?? null, note: body.note ?? null, request: id },
      ...{ findingId: params.id, author: person.name, at: now.toISOString() },
      ...{ seen: { version, signature }, doubleShare: reviewerOf(request).doubleShare },
    });
    if (decided.outcome === 'saved' || decided.outcome === 'repeated') return goOn(request, decided, after);
    if (decided.outcome === 'stale') return tellStale(request);
    if (decided.outcome === 'gone') throw new HttpProblem(404, REVIEW.gone[lang]);
    throw new HttpProblem(409, REVIEW.misused[lang]);
  },
});

type Saved = Extract<Decided, { outcome: 'saved' | 'repeated' }>;

function goOn(request: VerdictRequest, { event, status, outcome }: Saved, after: string | undefined): Answer {
  const { store, params, query } = request;
  const reviewer = reviewerOf(request);
  const filter = filterOf(query);
  const { total: found } = findQueue(store, filter, { limit: 1 });
  const { id: next, left } = takeNext(store, filter, {
    ...{ ...reviewer, after },
    ...{ skip: [params.id], done: params.id },
  });
  const search = queryWith(query, { page: null });
  return {
    redirect: next === null ? `/findings${search}` : `/findings/${next}${search}`,
    data: { outcome, event, status, next, left, found },
  };
}

/** Says what changed since, beside what was to be saved. Nothing was written. */
function tellStale({ store, params, body, person, lang, query }: VerdictRequest): Answer {
  const now = getFinding(store, params.id, person.name);
  if (!now) throw new HttpProblem(404, REVIEW.gone[lang]);
  const wanted = { verdict: body.verdict, reason: body.reason ?? null, note: body.note ?? null };
  return {
    status: 409,
    title: REVIEW.stale[lang],
    data: {
      outcome: 'stale',
      wanted,
      now: { status: now.status, ...now.seen, message: now.message, events: now.events },
    },
    page: (
      <Stale {...{ now, wanted, lang }} back={`/findings/${params.id}${queryWith(query, { page: null })}`} />
    ),
  };
}

interface StaleProps {
  readonly now: FindingDetail;
  readonly wanted: {
    readonly verdict: Verdict['verdict'];
    readonly reason: string | null;
    readonly note: string | null;
  };
  readonly lang: 'zh' | 'en';
  readonly back: string;
}

function Stale({ now, wanted, lang, back }: StaleProps): Html {
  const last = now.events.findLast(({ active }) => active);
  return (
    <article class="notice">
      <h1>{REVIEW.stale[lang]}</h1>
      <p>{REVIEW.staleHint[lang]}</p>
      <dl class="facts">
        <dt>{REVIEW.yours[lang]}</dt>
        <dd>
          {VERDICT_NAMES[wanted.verdict][lang]} {findReason(wanted.reason ?? '')?.name[lang]} {wanted.note}
        </dd>
        <dt>{REVIEW.now[lang]}</dt>
        <dd>
          <StatusBadge status={now.status} lang={lang} /> {now.message[lang]}
          {last?.verdict && isVerdict(last.verdict) && (
            <p>
              {last.author}: {VERDICT_NAMES[last.verdict][lang]} {last.note}
            </p>
          )}
        </dd>
      </dl>
      <p>
        <a href={back}>{REVIEW.toQueue[lang]}</a>
      </p>
    </article>
  );
}
