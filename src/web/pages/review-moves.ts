import { z } from 'zod';
import { getFinding } from '../../store/review/get-finding.ts';
import { cursorOf, hold, takeNext } from '../../store/review/take-next.ts';
import { redo, undo } from '../../store/review/undo.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { LocalPath } from '../preferences.ts';
import { filterOf, QueueQuery, queryWith } from '../review/queue-query.ts';
import { reviewerOf } from '../review/reviewer.ts';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { FindingParams } from './finding.tsx';
import { RequestId } from './verdict.tsx';

const MOVES = { undo, redo };

/** Takes back the last thing the person did, or does it again, and leads to the finding it was about. */
const move = (kind: keyof typeof MOVES) =>
  route({
    method: 'post',
    path: `/review/${kind}`,
    access: 'auditor',
    body: z.object({ request: RequestId, back: LocalPath.catch('/findings') }),
    answer: async ({ store, body: { request, back }, person, now }) => {
      const moved = await MOVES[kind](store, { author: person.name, at: now.toISOString(), request });
      const [finding] = moved?.findings ?? [];
      const { search } = new URL(back, 'http://here');
      return {
        redirect: moved?.many === 1 && finding !== undefined ? `/findings/${finding}${search}` : back,
        data: moved ?? { many: 0, findings: [] },
      };
    },
  });

export const undoLast = move('undo');
export const redoLast = move('redo');

/** Leads to the first finding of the queue that can be had. */
export const beginReview = route({
  method: 'post',
  path: '/review/next',
  access: 'auditor',
  query: QueueQuery,
  answer: (request) => {
    const search = queryWith(request.query, { page: null });
    const { id: next } = takeNext(request.store, filterOf(request.query), reviewerOf(request));
    return { redirect: next === null ? `/findings${search}` : `/findings/${next}${search}`, data: { next } };
  },
});

/** A sign of life from who has a finding open: it is kept for them, and so is the next one, which it names. */
export const holdFinding = route({
  method: 'post',
  path: '/findings/:id/hold',
  access: 'auditor',
  params: FindingParams,
  query: QueueQuery,
  body: z.object({ next: z.coerce.number().optional() }),
  answer: (request) => {
    const { store, params, query, lang, person, body } = request;
    const finding = getFinding(store, params.id, person.name);
    if (!finding) throw new HttpProblem(404, REVIEW.gone[lang]);
    const reviewer = reviewerOf(request);
    const held = hold(store, finding, reviewer);
    const following = body.next === undefined ? undefined : getFinding(store, body.next, person.name);
    const kept = following && hold(store, following, reviewer);
    const next = kept
      ? following.id
      : takeNext(store, filterOf(query), {
          ...reviewer,
          after: cursorOf(store, params.id),
          skip: [params.id],
        }).id;
    return { redirect: `/findings/${params.id}${queryWith(query)}`, data: { held, next } };
  },
});
