import { z } from 'zod';
import { findQueue } from '../../store/explore/find-queue.ts';
import { type FindingDetail, getFinding } from '../../store/review/get-finding.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { SeverityBadge, StatusBadge } from '../parts/badge.tsx';
import { CellsTable } from '../review/cells-table.tsx';
import { ChangedNote } from '../review/changed-note.tsx';
import { clientWords } from '../review/client-words.ts';
import { DossierFacts } from '../review/dossier-facts.tsx';
import { Evidence } from '../review/evidence.tsx';
import { FindingQuery, queueSearch } from '../review/finding-query.ts';
import { History } from '../review/history.tsx';
import { KeyHelp } from '../review/key-help.tsx';
import { LikeReports } from '../review/like-reports.tsx';
import { ruleTitle, whose } from '../review/names.ts';
import { filterOf } from '../review/queue-query.ts';
import { ReasonList } from '../review/reason-list.tsx';
import { Arithmetic, RuleWords } from '../review/rule-words.tsx';
import { Scope, scopeName } from '../review/scope.tsx';
import { Suggestions } from '../review/suggestions.tsx';
import { UndoForms } from '../review/undo-forms.tsx';
import { VerdictForm } from '../review/verdict-form.tsx';
import { type PageRequest, route } from '../route.ts';
import { mayUse } from '../security/access.ts';
import { REVIEW } from '../texts/review.ts';

export const FindingParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

/** One finding, with all that is needed to judge it, and the page it was read from beside it. */
export const finding = route({
  method: 'get',
  path: '/findings/:id',
  access: 'reader',
  params: FindingParams,
  query: FindingQuery,
  answer: (request) => {
    const { store, params, lang, person } = request;
    const detail = getFinding(store, params.id, person.name);
    if (!detail) throw new HttpProblem(404, REVIEW.gone[lang]);
    const decides = mayUse(person, 'auditor');
    return {
      title: [ruleTitle(detail.rule, lang), scopeName(detail.scope, lang), whose(detail)]
        .filter((part) => part !== null)
        .join(' · '),
      data: detail,
      rows: {
        columns: ['variable', 'printed', 'reported', 'status', 'imputed', 'corrected', 'last_year'],
        rows: detail.cells.map(({ variable, raw, value, status, imputed, corrected, lastYear }) => [
          ...[variable, raw, value, status, imputed, corrected, lastYear?.value ?? null],
        ]),
      },
      wide: true,
      scripts: decides ? ['report', 'bench'] : ['report'],
      page: <Bench {...{ request, detail, decides }} />,
    };
  },
});

function Bench({
  request,
  detail,
  decides,
}: {
  request: PageRequest<FindingQuery>;
  detail: FindingDetail;
  decides: boolean;
}) {
  const { lang, query, store, person } = request;
  const search = queueSearch(query);
  const { total } = findQueue(store, filterOf({ ...query, page: undefined }), { limit: 1 });
  return (
    <article
      class="bench"
      data-finding={detail.id}
      data-version={detail.seen.version}
      data-signature={detail.seen.signature}
      data-search={search}
      data-person={person.name}
      data-words={clientWords(lang)}
    >
      <header class="bench-head">
        <div class="crumbs">
          <a href={`/findings${search}`}>← {REVIEW.toQueue[lang]}</a>
          <span class="quiet" data-found>
            {REVIEW.found(total)[lang]}
          </span>
          <a href={`/findings/${detail.id}/dossier?lang=${lang}`} title={REVIEW.dossierIs[lang]} download>
            {REVIEW.dossier[lang]}
          </a>
          {decides && (
            <div class="undo-redo">
              <UndoForms lang={lang} back={`/findings/${detail.id}${search}`} />
            </div>
          )}
        </div>
        <h1>
          {ruleTitle(detail.rule, lang)} <Scope scope={detail.scope} lang={lang} />
          <small lang="zh-CN">{whose(detail)}</small>
        </h1>
        <p class="marks">
          <SeverityBadge severity={detail.severity} lang={lang} />
          <StatusBadge status={detail.status} lang={lang} />
          {detail.confirmed !== null && (
            <span class="quiet">{(detail.confirmed ? REVIEW.confirmed : REVIEW.disputed)[lang]}</span>
          )}
          {detail.assignee && (
            <span class="quiet">
              {REVIEW.assignee[lang]} {detail.assignee}
            </span>
          )}
        </p>
      </header>
      <div class="halves">
        <div class="case">
          {detail.withdrawn && <p class="note">{REVIEW.withdrawn[lang]}</p>}
          <ChangedNote detail={detail} person={person.name} lang={lang} />
          <Arithmetic detail={detail} lang={lang} />
          <CellsTable {...{ detail, search, decides, query, lang }} />
          <Suggestions {...{ detail, search, decides, lang }} />
          <LikeReports {...{ store, detail, lang }} />
          {decides && !detail.withdrawn && <VerdictForm detail={detail} search={search} lang={lang} />}
          <RuleWords rule={detail.rule} lang={lang} />
          <History detail={detail} lang={lang} />
          <DossierFacts detail={detail} lang={lang} />
        </div>
        <Evidence detail={detail} request={request} />
      </div>
      <KeyHelp lang={lang} />
      {decides && <ReasonList lang={lang} />}
    </article>
  );
}
