import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Effect } from '../../model/effect.ts';
import type { Finding } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import { tryCorrection } from '../../pipeline/try-correction.ts';
import { correct } from '../../store/review/correct.ts';
import { type InvolvedCell, lookUpCell } from '../../store/review/get-finding.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { Notice } from '../parts/notice.tsx';
import { ruleTitle, whose } from '../review/names.ts';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { RequestId } from './verdict.tsx';

const Id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;
/** Full width digits and separators of thousands are taken as they are meant. */
const plainNumber = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace('−', '-');

const CorrectionQuery = z.object({
  variable: z.string().min(1).max(200),
  finding: Id.optional(),
  value: z.string().max(40).transform(plainNumber).optional(),
  /** State of the queue to go back to. */
  queue: z.string().max(2000).regex(/^\?/).optional(),
});
type CorrectionQuery = z.infer<typeof CorrectionQuery>;

const backTo = ({ finding, queue = '' }: CorrectionQuery, reportId: number): string =>
  finding === undefined ? `/reports/${reportId}` : `/findings/${finding}${queue}`;

/** A cell, the right number as it is typed, and what the rules would say then. */
export const correction = route({
  method: 'get',
  path: '/reports/:id/correction',
  access: 'auditor',
  params: z.object({ id: Id }),
  query: CorrectionQuery,
  answer: ({ store, params, query, lang, url }) => {
    const found = lookUpCell(store, params.id, query.variable);
    if (!found) throw new HttpProblem(404, REVIEW.gone[lang]);
    const { cell, report } = found;
    const value = query.value !== undefined && NUMBER.test(query.value) ? Number(query.value) : null;
    const effect = value === null ? null : (tryCorrection(store, params.id, query.variable, value) ?? null);
    return {
      title: REVIEW.correctTitle[lang],
      data: { cell, value, effect },
      scripts: ['correction'],
      page: (
        <>
          <p class="crumbs">
            <a href={backTo(query, params.id)}>← {REVIEW.toQueue[lang]}</a>
          </p>
          <h1>
            {REVIEW.correctTitle[lang]} <small lang="zh-CN">{whose(report)}</small>
          </h1>
          <CellFacts cell={cell} lang={lang} />
          <p class="quiet">{REVIEW.neverAltered[lang]}</p>
          <TryForm {...{ query, lang }} />
          {query.value !== undefined && value === null && <p class="note">{REVIEW.noNumber[lang]}</p>}
          <div id="effect" aria-live="polite">
            {effect && <EffectLists effect={effect} lang={lang} />}
          </div>
          <SaveForm
            {...{ cell, query, value, lang }}
            action={`/reports/${params.id}/correction${url.search}`}
          />
        </>
      ),
    };
  },
});

const CellFacts = ({ cell, lang }: { cell: InvolvedCell; lang: Language }): Html => (
  <dl class="facts">
    <dt>{REVIEW.cell[lang]}</dt>
    <dd lang="zh-CN">
      {cell.row} {cell.column} <code>{cell.variable}</code>
    </dd>
    <dt>{REVIEW.printed[lang]}</dt>
    <dd>{cell.raw === null ? '∅' : `“${cell.raw}”`}</dd>
    {cell.corrected !== null && (
      <>
        <dt>{REVIEW.corrected[lang]}</dt>
        <dd>{cell.corrected}</dd>
      </>
    )}
  </dl>
);

/** Without JavaScript this asks for the page again; with it the page does so while the number is typed. */
const TryForm = ({ query, lang }: { query: CorrectionQuery; lang: Language }): Html => (
  <form class="try" method="get" data-try>
    <input type="hidden" name="variable" value={query.variable} />
    {query.finding !== undefined && <input type="hidden" name="finding" value={query.finding} />}
    {query.queue !== undefined && <input type="hidden" name="queue" value={query.queue} />}
    <label>
      {REVIEW.rightValue[lang]}{' '}
      <input name="value" inputmode="decimal" required autocomplete="off" value={query.value ?? ''} />
    </label>{' '}
    <button type="submit">{REVIEW.tryIt[lang]}</button>
  </form>
);

const EffectLists = ({ effect, lang }: { effect: Effect; lang: Language }): Html => (
  <section class="effect">
    <h2>{REVIEW.effect[lang]}</h2>
    {(['repaired', 'broken', 'kept'] as const).map((kind) => (
      <div class={kind}>
        <h3>
          {REVIEW[kind][lang]} <small>{effect[kind].length}</small>
        </h3>
        {effect[kind].length === 0 ? (
          <p class="quiet">{REVIEW.noneOf[lang]}</p>
        ) : (
          <ul>
            {effect[kind].map((finding) => (
              <FindingLine finding={finding} lang={lang} />
            ))}
          </ul>
        )}
      </div>
    ))}
  </section>
);

const FindingLine = ({ finding, lang }: { finding: Finding; lang: Language }): Html => (
  <li>
    <SeverityBadge severity={finding.severity} lang={lang} /> {ruleTitle(finding.rule, lang)}
    <span class="says">{finding.message[lang]}</span>
  </li>
);

interface SaveProps {
  readonly cell: InvolvedCell;
  readonly query: CorrectionQuery;
  readonly value: number | null;
  readonly action: string;
  readonly lang: Language;
}

/** Stores what was tried, or takes away the correction that there is. */
function SaveForm({ cell, query, value, action, lang }: SaveProps): Html {
  return (
    <form class="stacked" method="post" action={action} data-save>
      <input type="hidden" name="request" value={randomUUID()} />
      <input type="hidden" name="version" value={cell.version} />
      {cell.raw !== null && <input type="hidden" name="printed" value={cell.raw} />}
      {query.finding !== undefined && <input type="hidden" name="finding" value={query.finding} />}
      <input type="hidden" name="value" value={value ?? ''} />
      <label>
        {REVIEW.whyRight[lang]}{' '}
        <textarea name="reason" rows={2} required maxlength={1000} autocomplete="off" />
      </label>
      <div class="actions">
        <button type="submit" class="main" name="do" value="save" disabled={value === null}>
          {REVIEW.saveCorrection[lang]}
        </button>
        {cell.corrected !== null && (
          <button type="submit" name="do" value="take_away">
            {REVIEW.takeAway[lang]}
          </button>
        )}
      </div>
    </form>
  );
}

/** Stores a correction beside the printed number. */
export const saveCorrection = route({
  method: 'post',
  path: '/reports/:id/correction',
  access: 'auditor',
  params: z.object({ id: Id }),
  query: CorrectionQuery,
  body: z.object({
    do: z.enum(['save', 'take_away']),
    value: z.string().max(40).transform(plainNumber),
    reason: z.string().trim().min(1).max(1000),
    printed: z.string().optional(),
    version: z.coerce.number().int().nonnegative(),
    finding: z.coerce.number().int().optional(),
    request: RequestId,
  }),
  answer: ({ store, params, query, body, person, now, lang }) => {
    const takeAway = body.do === 'take_away';
    if (!takeAway && !NUMBER.test(body.value)) throw new HttpProblem(400, REVIEW.noNumber[lang]);
    const corrected = correct(store, {
      ...{ reportId: params.id, variable: query.variable, value: takeAway ? null : Number(body.value) },
      ...{ reason: body.reason, author: person.name, at: now.toISOString(), request: body.request },
      seen: { printed: body.printed ?? null, version: body.version },
      ...(body.finding === undefined ? {} : { findingId: body.finding }),
    });
    if (corrected.outcome === 'saved' || corrected.outcome === 'repeated')
      return { redirect: backTo(query, params.id), data: corrected };
    const line = {
      unplaced: REVIEW.unplaced,
      printed: REVIEW.samePrinted,
      gone: REVIEW.gone,
      misused: REVIEW.misused,
      stale: REVIEW.staleHint,
    }[corrected.outcome][lang];
    return {
      status: 409,
      title: REVIEW.stale[lang],
      data: corrected,
      page: <Notice title={REVIEW.stale[lang]} lines={[line]} lang={lang} />,
    };
  },
});
