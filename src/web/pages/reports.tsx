import type { Language } from '../../model/status.ts';
import { eachReportLine, listReportLines, type ReportLine } from '../../store/explore/list-report-lines.ts';
import { countReportFacets } from '../../store/explore/report-facets.ts';
import {
  REPORT_COLUMN_IDS,
  REPORT_COLUMNS,
  type ReportColumnId,
  USUAL_COLUMNS,
} from '../explore/report-columns.tsx';
import { ReportFacets } from '../explore/report-facets.tsx';
import { filterOf, ReportQuery } from '../explore/report-query.ts';
import { ReportTable } from '../explore/report-table.tsx';
import { addressOf } from '../explore/state.ts';
import type { Html } from '../html.ts';
import { Pager } from '../parts/pager.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const ROWS_A_PAGE = 50;
const PATH = '/reports';

/** The reports: what the address narrows them to, in its order, with its columns. */
export const reports = route({
  method: 'get',
  path: PATH,
  access: 'reader',
  query: ReportQuery,
  answer: ({ store, query, lang, countMs }) => {
    const filter = filterOf(query);
    const { sort = 'year', page = 1 } = query;
    const columns = query.column ?? USUAL_COLUMNS;
    const offset = (page - 1) * ROWS_A_PAGE;
    const { rows, total } = listReportLines(store, filter, { sort, limit: ROWS_A_PAGE, offset });
    const counts = countReportFacets(store, filter, countMs);
    // A page of the address is a page of the file; without one the file has every row.
    const paged = query.page !== undefined;
    return {
      title: EXPLORE.reports[lang],
      wide: true,
      data: { total, page, pages: Math.ceil(total / ROWS_A_PAGE), rows, facets: counts },
      rows: csvRows(paged ? rows : eachReportLine(store, filter, sort), columns),
      total: paged ? rows.length : total,
      page: (
        <>
          <Head {...{ query, total, lang }} />
          <div class="beside of-reports">
            <ReportFacets {...{ query, counts, lang }} />
            <section class="list" aria-label={EXPLORE.reports[lang]}>
              {rows.length === 0 ? (
                <p class="none">{EXPLORE.none[lang]}</p>
              ) : (
                <>
                  <p class="quiet">{EXPLORE.shown(offset + 1, offset + rows.length, total)[lang]}</p>
                  <ReportTable
                    {...{ rows, columns, lang }}
                    sorting={{ by: sort, to: (next) => addressOf(PATH, query, { sort: next }) }}
                  />
                </>
              )}
              <Pager
                {...{ page, lang, pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)) }}
                to={(next) => addressOf(PATH, query, { page: next === 1 ? null : next })}
              />
            </section>
          </div>
        </>
      ),
    };
  },
});

function Head({ query, total, lang }: { query: ReportQuery; total: number; lang: Language }): Html {
  const { page: _, ...state } = query;
  const narrowed = Object.keys(filterOf(query)).length > 0;
  return (
    <header class="page-head">
      <h1>
        {EXPLORE.reports[lang]} <small>{EXPLORE.count(total)[lang]}</small>
      </h1>
      <div class="actions">
        {narrowed && <a href={PATH}>{EXPLORE.clear[lang]}</a>}
        <a href={addressOf(`${PATH}.csv`, state)}>{EXPLORE.wholeList(total)[lang]}</a>
        <ColumnsForm query={query} lang={lang} />
      </div>
    </header>
  );
}

function ColumnsForm({ query, lang }: { query: ReportQuery; lang: Language }): Html {
  const { column = USUAL_COLUMNS, page: _, ...others } = query;
  const kept = new URL(addressOf(PATH, others), 'http://localhost').searchParams;
  return (
    <details class="columns">
      <summary>{EXPLORE.columns[lang]}</summary>
      <form method="get" action={PATH}>
        {[...kept].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {REPORT_COLUMN_IDS.map((id) => (
          <label>
            <input type="checkbox" name="column" value={id} checked={column.includes(id)} />{' '}
            {REPORT_COLUMNS[id].name[lang]}
          </label>
        ))}
        <button type="submit">{EXPLORE.show[lang]}</button>
      </form>
    </details>
  );
}

function csvRows(lines: Iterable<ReportLine>, columns: readonly ReportColumnId[]) {
  return {
    columns: ['report_id', ...columns],
    rows: rowsOf(lines, columns),
  };
}

function* rowsOf(lines: Iterable<ReportLine>, columns: readonly ReportColumnId[]) {
  for (const line of lines) yield [line.id, ...columns.map((id) => REPORT_COLUMNS[id].value(line))];
}
