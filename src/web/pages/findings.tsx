import { countFacets } from '../../store/explore/count-facets.ts';
import { eachQueued } from '../../store/explore/each-queued.ts';
import { findQueue, type QueuedFinding } from '../../store/explore/find-queue.ts';
import type { QueueFilter } from '../../store/explore/queue-filter.ts';
import { leasedByOthers } from '../../store/review/leases.ts';
import { versionFor } from '../../store/review/seen.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { SeverityBadge, StatusBadge } from '../parts/badge.tsx';
import { Pager } from '../parts/pager.tsx';
import { clientWords } from '../review/client-words.ts';
import { DecideKeys } from '../review/decide-keys.tsx';
import { Facets } from '../review/facets.tsx';
import { KeyHelp } from '../review/key-help.tsx';
import { ruleTitle, whose } from '../review/names.ts';
import { filterOf, QueueQuery, queryWith } from '../review/queue-query.ts';
import { Scope } from '../review/scope.tsx';
import { UndoForms } from '../review/undo-forms.tsx';
import { type PageRequest, type Rows, route } from '../route.ts';
import { mayUse } from '../security/access.ts';
import { REVIEW } from '../texts/review.ts';

const ROWS_A_PAGE = 50;

/** The queue: findings as the filter in the address leaves them, and what else it could be narrowed by. */
export const findings = route({
  method: 'get',
  path: '/findings',
  access: 'reader',
  query: QueueQuery,
  answer: (request) => {
    const { store, query, lang, person, now } = request;
    const filter = filterOf(query);
    const page = query.page ?? 1;
    const offset = (page - 1) * ROWS_A_PAGE;
    const { rows, total } = findQueue(store, filter, { limit: ROWS_A_PAGE, offset });
    const counts = countFacets(store, filter, request.countMs);
    const facets = Object.fromEntries(
      Object.entries(counts).map(([facet, values]) => [facet, values ? Object.fromEntries(values) : null]),
    );
    return {
      title: REVIEW.title[lang],
      data: { total, page, rows, facets },
      rows: everyRow(store, filter),
      total,
      wide: true,
      scripts: mayUse(person, 'auditor') ? ['queue'] : [],
      page: (
        <>
          <Head
            request={request}
            total={total}
            reread={facets['status']?.['reread'] ?? 0}
            elsewhere={leasedByOthers(store, person.name, now.getTime())}
          />
          <div
            class="beside"
            data-queue
            data-person={person.name}
            data-search={queryWith(query, { page: null })}
            data-words={clientWords(lang)}
          >
            <section class="list" aria-label={REVIEW.title[lang]}>
              {rows.length === 0 ? (
                <p class="none">{REVIEW.noneLeft[lang]}</p>
              ) : (
                <List {...{ rows, request }} />
              )}
              <Pager
                {...{ page, lang, pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)) }}
                to={(n) => `/findings${queryWith(query, { page: n === 1 ? null : String(n) })}`}
              />
            </section>
            <Facets {...{ query, counts, person, lang }} />
          </div>
          <KeyHelp lang={lang} />
        </>
      ),
    };
  },
});

function Head({
  request: { query, lang, person },
  total,
  reread,
  elsewhere,
}: {
  request: PageRequest<QueueQuery>;
  total: number;
  /** Of the filter, whatever status it asks for. */
  reread: number;
  elsewhere: number;
}): Html {
  const search = queryWith(query, { page: null });
  return (
    <header class="page-head">
      <h1>
        {REVIEW.title[lang]} <small>{REVIEW.found(total)[lang]}</small>
      </h1>
      <a class="to-filters" href="#filters">
        {REVIEW.filters[lang]}
      </a>
      {elsewhere > 0 && <p class="quiet">{REVIEW.elsewhere(elsewhere)[lang]}</p>}
      <div class="actions">
        {mayUse(person, 'auditor') && total > 0 && (
          <form method="post" action={`/review/next${search}`}>
            <button type="submit" class="main">
              {REVIEW.begin[lang]}
            </button>
          </form>
        )}
        {mayUse(person, 'auditor') && <UndoForms lang={lang} back={`/findings${search}`} />}
        {mayUse(person, 'auditor') && reread > 0 && (
          <a href={`/keep${queryWith(query, { page: null, status: null })}`}>{REVIEW.keep[lang]}</a>
        )}
        {mayUse(person, 'lead') && <a href={`/bulk${search}`}>{REVIEW.bulk[lang]}</a>}
        <a href="/agreement">{REVIEW.agreement[lang]}</a>
        <a href="/corrections">{REVIEW.corrections[lang]}</a>
        <a href="/keys">{REVIEW.keys[lang]}</a>
      </div>
      {mayUse(person, 'auditor') && <DecideKeys lang={lang} />}
    </header>
  );
}

function List({
  rows,
  request: { query, lang, store, person },
}: {
  rows: readonly QueuedFinding[];
  request: PageRequest<QueueQuery>;
}): Html {
  return (
    <table class="findings">
      <caption class="out-of-sight">{REVIEW.title[lang]}</caption>
      <thead>
        <tr>
          {[REVIEW.severity, REVIEW.finding, REVIEW.agency, REVIEW.status].map((name) => (
            <th scope="col">{name[lang]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            data-finding={row.id}
            data-version={versionFor(store, row.key, person.name)}
            data-signature={row.signature}
          >
            <td>
              <SeverityBadge severity={row.severity} lang={lang} />
            </td>
            <td>
              <a href={`/findings/${row.id}${queryWith(query, { page: null })}`}>
                {ruleTitle(row.rule, lang)}
              </a>
              <span class="says">
                <Scope scope={row.scope} lang={lang} /> {row.message[lang]}
              </span>
            </td>
            <td lang="zh-CN">{whose(row)}</td>
            <td class="state">
              <StatusBadge status={row.status} lang={lang} />
              {row.assignee && <span class="quiet"> → {row.assignee}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const COLUMNS = [
  'finding_id',
  'division',
  'place',
  'agency',
  'year',
  'form',
  'rule',
  'scope',
  'severity',
  'outcome',
  'status',
  'assignee',
  'expected',
  'actual',
  'delta',
  'message_zh',
  'message_en',
  'report_id',
  'finding_key',
] as const;

function everyRow(store: Store, filter: QueueFilter): Rows {
  return {
    columns: COLUMNS,
    rows: (function* () {
      for (const row of eachQueued(store, filter)) yield fieldsOf(row);
    })(),
  };
}

function fieldsOf(row: QueuedFinding): (string | number | null)[] {
  const { id, division, place, agency, year, form, rule, scope, severity, outcome, status, assignee } = row;
  const { expected, actual, delta, message, reportId, key } = row;
  return [
    ...[id, division, place, agency, year, form, rule, scope, severity, outcome, status, assignee],
    ...[expected, actual, delta, message.zh, message.en, reportId, key],
  ];
}
