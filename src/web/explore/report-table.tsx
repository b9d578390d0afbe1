import type { Language } from '../../model/status.ts';
import type { ReportLine } from '../../store/explore/list-report-lines.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';
import { REPORT_COLUMNS, type ReportColumnId } from './report-columns.tsx';

export interface ReportTableProps {
  readonly rows: readonly ReportLine[];
  readonly columns: readonly ReportColumnId[];
  readonly lang: Language;
  /** What the list is sorted by, and the address of another order; without it headings are no links. */
  readonly sorting?: { readonly by: string; readonly to: (sort: string) => string };
}

/** Reports as rows; a heading that the list can be sorted by leads to that order. */
export function ReportTable({ rows, columns, lang, sorting }: ReportTableProps): Html {
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.reports[lang]}>
      <table class="list">
        <thead>
          <tr>
            {columns.map((id) => {
              const { name, figure, sort } = REPORT_COLUMNS[id];
              const sorted = sorting && sort && sorting.by === sort;
              return (
                <th
                  scope="col"
                  class={figure ? 'figure' : undefined}
                  aria-sort={sorted ? (sort === 'place' ? 'ascending' : 'descending') : undefined}
                >
                  {sorting && sort && !sorted ? (
                    <a href={sorting.to(sort)} title={EXPLORE.sortBy[lang]}>
                      {name[lang]}
                    </a>
                  ) : (
                    <>
                      {name[lang]}
                      {sorted && <span aria-hidden="true">{sort === 'place' ? ' ↑' : ' ↓'}</span>}
                    </>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((id) => {
                const { value, show, figure } = REPORT_COLUMNS[id];
                return (
                  <td class={figure ? 'figure' : undefined}>
                    {show ? show(row, lang) : (value(row) ?? '—')}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
