import type { Language } from '../../model/status.ts';
import type { AgencyYear as StoredYear } from '../../store/explore/agency-years.ts';
import type { Html } from '../html.ts';
import type { Withdrawal } from '../report/withdrawn.tsx';
import { EXPLORE } from '../texts/explore.ts';
import { REPORT } from '../texts/report.ts';

export type AgencyYear = StoredYear & Withdrawal;

/** One body and its reports. */
export interface AgencyRow {
  /** Behind the bar of its series: 政府. */
  readonly key: string | null;
  readonly name: string;
  readonly reports: readonly AgencyYear[];
}

/** The bodies of a place: its government first, then by name. The codes that a place had are one place. */
export function agencyRows(reports: readonly AgencyYear[]): AgencyRow[] {
  const byKey = new Map<string, AgencyYear[]>();
  for (const report of reports) {
    const key = report.series?.slice(report.series.indexOf('|') + 1) ?? `#${report.reportId}`;
    byKey.set(key, [...(byKey.get(key) ?? []), report]);
  }
  return [...byKey]
    .map(([key, own]) => ({
      key: key.startsWith('#') ? null : key,
      name: own.at(-1)?.agency ?? key,
      reports: own,
    }))
    .toSorted((a, b) => Number(b.key === '政府') - Number(a.key === '政府'));
}

/** Bodies by year; each cell is a report. */
export function AgencyTable({
  code,
  rows,
  lang,
}: {
  code: string;
  rows: readonly AgencyRow[];
  lang: Language;
}): Html {
  const years = [...new Set(rows.flatMap(({ reports }) => reports.map(({ year }) => year ?? 0)))].toSorted(
    (a, b) => a - b,
  );
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.agencies[lang]}>
      <table class="agencies">
        <thead>
          <tr>
            <th scope="col">{EXPLORE.agency[lang]}</th>
            {years.map((year) => (
              <th scope="col">{year || EXPLORE.unknown[lang]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, reports }) => (
            <tr>
              <th scope="row" lang="zh-CN">
                {key === null ? name : <a href={`/divisions/${code}/${encodeURIComponent(key)}`}>{name}</a>}
              </th>
              {years.map((year) => (
                <td>
                  {reports
                    .filter((report) => (report.year ?? 0) === year)
                    .map((report) => (
                      <ReportMark report={report} lang={lang} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ReportMark({ report, lang }: { report: AgencyYear; lang: Language }): Html {
  const { reportId, passed, failed, withdrawn, last_seen } = report;
  const [mark, words, kind] =
    failed > 0
      ? [String(failed), `${EXPLORE.failed[lang]} ${failed}`, 'failed']
      : passed > 0
        ? ['✓', EXPLORE.held[lang], 'held']
        : ['○', EXPLORE.couldNot[lang], 'open'];
  const whole = withdrawn ? `${words}. ${REPORT.withdrawn(last_seen)[lang]}` : words;
  return (
    <a href={`/reports/${reportId}`} class={`report-mark ${kind}`} title={whole}>
      <span aria-hidden="true">
        {mark}
        {withdrawn && ' †'}
      </span>
      <span class="unseen">{whole}</span>
    </a>
  );
}
