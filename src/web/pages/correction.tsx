import { z } from 'zod';
import { tryCorrection } from '../../pipeline/try-correction.ts';
import { type CellChange, type Corrected, correct } from '../../store/review/correct.ts';
import { lookUpCell } from '../../store/review/get-finding.ts';
import type { Store } from '../../store/store.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { someOf } from '../answering/list-of.ts';
import { Notice } from '../parts/notice.tsx';
import { DoubtNotes, EffectLists, SaveForm, type TriedCell, TryForm } from '../review/correction-parts.tsx';
import { backTo, CorrectionQuery, TypedNumber } from '../review/correction-query.ts';
import { whose } from '../review/names.ts';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { RequestId } from './verdict.tsx';

const Params = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

/** Cells of a report, the right numbers as they are typed, and what the rules would say then. */
export const correction = route({
  method: 'get',
  path: '/reports/:id/correction',
  access: 'auditor',
  params: Params,
  query: CorrectionQuery,
  answer: ({ store, params, query, lang, url }) => {
    const found = query.variable.map((name) => lookUpCell(store, params.id, name));
    const [first] = found;
    if (!first || found.includes(undefined)) throw new HttpProblem(404, REVIEW.gone[lang]);
    const tried = found.flatMap((one, at) =>
      one ? [{ cell: one.cell, value: query.value?.[at] ?? null }] : [],
    );
    const effect = effectOf(store, params.id, tried);
    return {
      title: REVIEW.correctTitle(tried.length)[lang],
      data: { cells: tried, effect },
      scripts: ['correction'],
      page: (
        <>
          <p class="crumbs">
            <a href={backTo(query, params.id)}>
              ← {(query.finding === undefined ? REVIEW.toReport : REVIEW.toFinding)[lang]}
            </a>
          </p>
          <h1>
            {REVIEW.correctTitle(tried.length)[lang]} <small lang="zh-CN">{whose(first.report)}</small>
          </h1>
          <p class="quiet">{REVIEW.neverAltered[lang]}</p>
          <TryForm {...{ tried, query, lang }} />
          {/* There from the beginning, and short: heard a moment after the last digit. */}
          <p class="out-of-sight" role="status" id="effect-said">
            {effect && REVIEW.effectSaid(effect)[lang]}
          </p>
          <div id="effect">
            {query.value !== undefined && effect === null && <p class="note">{REVIEW.noNumber[lang]}</p>}
            <DoubtNotes {...{ tried, lang }} />
            {effect && <EffectLists effect={effect} lang={lang} />}
          </div>
          <SaveForm {...{ tried, query, lang }} action={`/reports/${params.id}/correction${url.search}`} />
        </>
      ),
    };
  },
});

/** Of all the numbers together; null as long as one of them is missing. */
function effectOf(store: Store, reportId: number, tried: readonly TriedCell[]) {
  const numbers = new Map<string, number>();
  for (const { cell, value } of tried) if (value !== null) numbers.set(cell.variable, value);
  return numbers.size < tried.length ? null : (tryCorrection(store, reportId, numbers) ?? null);
}

/** What a form sends back of each cell. */
const SeenCell = z
  .string()
  .max(3000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      variable: z.string().max(200),
      printed: z.string().nullable(),
      version: z.number().int().nonnegative(),
    }),
  );

/** Stores corrections beside the printed numbers. */
export const saveCorrection = route({
  method: 'post',
  path: '/reports/:id/correction',
  access: 'auditor',
  params: Params,
  query: CorrectionQuery,
  body: z.object({
    do: z.enum(['save', 'take_away']),
    cell: someOf(SeenCell),
    value: someOf(TypedNumber),
    reason: z.string().trim().min(1).max(1000),
    finding: z.coerce.number().int().optional(),
    request: RequestId,
  }),
  answer: ({ store, params, query, body, person, now, lang }) => {
    const takeAway = body.do === 'take_away';
    const changes = body.cell.map(({ variable, ...seen }, at): CellChange => {
      const value = takeAway ? null : (body.value[at] ?? null);
      if (!takeAway && value === null) throw new HttpProblem(400, REVIEW.noNumber[lang]);
      return { variable, value, seen };
    });
    const corrected = correct(store, {
      ...{ reportId: params.id, changes, reason: body.reason, author: person.name },
      ...{ at: now.toISOString(), request: body.request },
      ...(body.finding === undefined ? {} : { findingId: body.finding }),
    });
    if (corrected.outcome === 'saved' || corrected.outcome === 'repeated')
      return { redirect: backTo(query, params.id), data: corrected };
    const line = REFUSALS[corrected.outcome][lang];
    return {
      status: 409,
      title: REVIEW.stale[lang],
      data: corrected,
      page: <Notice title={REVIEW.stale[lang]} lines={[line]} lang={lang} />,
    };
  },
});

const REFUSALS = {
  unplaced: REVIEW.unplaced,
  printed: REVIEW.samePrinted,
  gone: REVIEW.gone,
  misused: REVIEW.misused,
  stale: REVIEW.staleHint,
} as const satisfies Record<Exclude<Corrected['outcome'], 'saved' | 'repeated'>, object>;
