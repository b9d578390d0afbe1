import { z } from 'zod';
import { openRecordDate } from '../../evidence/record-date.ts';
import { formTables } from '../../forms/layout/form-tables.ts';
import type { Language } from '../../model/status.ts';
import { DEFAULT_KEYS } from '../../review/shortcuts.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { EvidenceQuery, ReportParams, writeQuery } from '../evidence/evidence-query.ts';
import { placeOf } from '../evidence/find-document.ts';
import { EvidencePane } from '../evidence/pane.tsx';
import type { Html } from '../html.ts';
import { CellCard } from '../report/cell-card.tsx';
import { Claims } from '../report/claims.tsx';
import { FindingItem } from '../report/finding-item.tsx';
import { FormTable } from '../report/form-table.tsx';
import { Legend } from '../report/legend.tsx';
import { Provenance } from '../report/provenance.tsx';
import { type ReportData, reportData } from '../report/report-data.ts';
import { ReportHead } from '../report/report-head.tsx';
import { reportRows } from '../report/report-rows.ts';
import { Versions } from '../report/versions.tsx';
import { route } from '../route.ts';
import { REPORT } from '../texts/report.ts';

const Query = EvidenceQuery.extend({ before: z.literal('1').optional() });
type Query = z.infer<typeof Query>;

/** A report: its tables as the form prints them, beside the document that they were read from. */
export const report = route({
  method: 'get',
  path: '/reports/:id',
  access: 'reader',
  params: ReportParams,
  query: Query,
  answer: async ({ store, archive, params, query, lang }) => {
    const data = reportData(store, params.id);
    if (!data) throw new HttpProblem(404);
    const { report: row } = data;
    const date = await openRecordDate(archive, { sha256: row.sha256, place: placeOf(row) });
    return {
      title: row.title ?? REPORT.untitled[lang],
      wide: true,
      scripts: ['report'],
      data: asJson(data, date),
      rows: reportRows(data),
      page: <ReportPage {...{ data, date, query, lang }} />,
    };
  },
});

function asJson(
  { report: row, cells, findings, findingTotal, claims, versions, files, withdrawal }: ReportData,
  date: string | null,
) {
  return {
    report: { ...row, archived_at: date, ...withdrawal },
    cells: [...cells.values()].map(({ findings: own, before, ...cell }) => ({
      ...cell,
      ...{ findings: own.map(({ id }) => id), year_before: before?.value ?? null },
    })),
    ...{ findings, findings_total: findingTotal, claims, versions },
    files: files.map(({ place: _, ...file }) => file),
  };
}

interface ReportPageProps {
  readonly data: ReportData;
  readonly date: string | null;
  readonly query: Query;
  readonly lang: Language;
}

function ReportPage(props: ReportPageProps): Html {
  const { data, date, query, lang } = props;
  const { report: row, cells, claims } = data;
  const here = (changed: Partial<Query>): string => `/reports/${row.report_id}${writeQuery(changed)}`;
  // Another cell is on another page: the page that was turned to is not kept.
  const { page: _, part: __, cell: ___, finding: ____, ...kept } = query;
  const addressOf = (variable: string): string => `${here({ ...kept, cell: variable })}#evidence`;
  return (
    <>
      <ReportHead data={data} lang={lang} />
      <div class="reading">
        <div class="paper">
          <Tables {...props} here={here} addressOf={addressOf} />
          <section aria-labelledby="findings">
            <h2 id="findings">{REPORT.findings[lang]}</h2>
            <FindingList {...props} here={(finding) => `${here({ ...kept, finding })}#evidence`} />
          </section>
          <section aria-labelledby="claims">
            <h2 id="claims">{REPORT.claims[lang]}</h2>
            <Claims {...{ claims, cells, lang, addressOf }} />
          </section>
          <section aria-labelledby="provenance">
            <h2 id="provenance">{REPORT.provenance[lang]}</h2>
            <Provenance {...{ report: row, date, lang }} />
            <Versions {...{ data, lang, here }} />
          </section>
        </div>
        <div class="at-side">
          {/* There from the beginning: a region that comes with its words is not read out. */}
          <div class="chosen" aria-live="polite">
            <div data-swap="card" tabindex={-1}>
              <Chosen {...props} />
            </div>
          </div>
          <EvidencePane
            {...{ report: row.report_id, kind: row.kind, query, lang, here }}
            page={pageOfChosen(props)}
          />
        </div>
      </div>
    </>
  );
}

function Tables({
  data: { form, cells, before, findings },
  query,
  lang,
  here,
  addressOf,
}: ReportPageProps & {
  readonly here: (query: Partial<Query>) => string;
  readonly addressOf: (variable: string) => string;
}): Html {
  if (!form) return <p class="notice-line">{REPORT.noTables[lang]}</p>;
  const shown = findings.find(({ id }) => id === query.finding);
  const beside = new Set(shown?.variables ?? []);
  const yearBefore = query.before !== undefined && before ? before.year : null;
  const isPrinted = (name: string): boolean => (cells.get(name)?.status ?? 'absent') !== 'absent';
  return (
    <section aria-label={REPORT.tables[lang]} data-swap="tables">
      <div class="table-tools">
        <Legend lang={lang} />
        {before ? (
          <a class="toggle" href={here({ ...query, before: yearBefore === null ? '1' : undefined })}>
            {(yearBefore === null ? REPORT.showBefore : REPORT.hideBefore)(before.year)[lang]}
          </a>
        ) : (
          <span class="quiet">{REPORT.noBefore[lang]}</span>
        )}
      </div>
      {formTables(form, isPrinted).map((table) => (
        <FormTable {...{ table, cells, lang, chosen: query.cell, beside, yearBefore, addressOf }} />
      ))}
    </section>
  );
}

function FindingList({
  data: { findings, findingTotal },
  query,
  lang,
  here,
}: ReportPageProps & { readonly here: (finding: number) => string }): Html {
  if (findings.length === 0) return <p class="quiet">{REPORT.noFindings[lang]}</p>;
  return (
    <>
      <ul class="finding-list">
        {findings.map((finding) => (
          <FindingItem
            {...{ finding, lang, chosen: finding.id === query.finding }}
            show={finding.variables.length > 0 ? here(finding.id) : undefined}
          />
        ))}
      </ul>
      {findingTotal > findings.length && <p>{REPORT.moreFindings(findings.length, findingTotal)[lang]}</p>}
    </>
  );
}

/** What was chosen: a cell, a finding, or nothing yet. */
function Chosen({ data: { cells, findings, before, report: row }, query, lang }: ReportPageProps): Html {
  const cell = query.cell === undefined ? undefined : cells.get(query.cell);
  const yearBefore = before?.year ?? (row.year === null ? null : row.year - 1);
  if (cell) return <CellCard {...{ cell, yearBefore, lang }} />;
  const finding = findings.find(({ id }) => id === query.finding);
  if (!finding)
    return (
      <p class="card quiet hint">
        {REPORT.choose[lang]} <kbd data-key-of="evidence">{DEFAULT_KEYS.evidence}</kbd>{' '}
        {REPORT.thereAndBack[lang]}
      </p>
    );
  return (
    <article class="card">
      <h2>{REPORT.findingChosen[lang]}</h2>
      <ul class="finding-list">
        <FindingItem {...{ finding, lang }} />
      </ul>
    </article>
  );
}

/** Page on which the chosen cell, or the first cell of the chosen finding, or the first of all is. */
function pageOfChosen({ data: { cells, findings, report: row }, query }: ReportPageProps): number | null {
  if (row.kind !== 'pdf') return null;
  const finding = findings.find(({ id }) => id === query.finding);
  const names = query.cell === undefined ? (finding?.variables ?? []) : [query.cell];
  const sources = names.flatMap((name) => cells.get(name)?.source ?? []);
  return sources.flatMap((source) => ('page' in source ? [source.page] : []))[0] ?? 1;
}
