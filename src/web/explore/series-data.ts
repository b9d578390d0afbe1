import { formById, formVariables } from '../../forms/index.ts';
import type { CellStatus } from '../../model/status.ts';
import type { ReportLine } from '../../store/explore/list-report-lines.ts';
import { seriesCells, type UsedCell } from '../../store/explore/series-cells.ts';
import type { Store } from '../../store/store.ts';
import { type Gap, isGap } from '../charts/missing.ts';

/** One variable in one year: a number, or why there is none. */
export interface SeriesPoint {
  readonly year: number;
  readonly variable: string;
  readonly value: number | null;
  readonly status: CellStatus | Gap;
  readonly corrected: boolean;
  readonly imputed: number | null;
  readonly reportId: number | null;
}

/** Every year from the first report to the last, for each variable: a year without a report is there too. */
export function seriesPoints(
  store: Store,
  reports: readonly ReportLine[],
  variables: readonly string[],
): SeriesPoint[] {
  const byYear = new Map(
    reports.flatMap((report) => (report.year === null ? [] : [[report.year, report] as const])),
  );
  const cells = new Map(
    seriesCells(
      store,
      [...byYear.values()].map(({ id }) => id),
      variables,
    ).map((cell) => [`${cell.reportId} ${cell.variable}`, cell]),
  );
  return yearsOf(reports).flatMap((year) =>
    variables.map((variable) => {
      const report = byYear.get(year);
      return pointOf(year, variable, report, report && cells.get(`${report.id} ${variable}`));
    }),
  );
}

export function yearsOf(reports: readonly ReportLine[]): number[] {
  const years = reports.flatMap(({ year }) => year ?? []);
  const first = Math.min(...years);
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}

function pointOf(
  year: number,
  variable: string,
  report: ReportLine | undefined,
  cell: UsedCell | undefined,
): SeriesPoint {
  const { value = null, corrected = false, imputed = null } = cell ?? {};
  return {
    year,
    variable,
    value,
    corrected,
    imputed,
    status: statusOf(variable, report, cell),
    reportId: report?.id ?? null,
  };
}

function statusOf(
  variable: string,
  report: ReportLine | undefined,
  cell: UsedCell | undefined,
): CellStatus | Gap {
  if (!report) return 'no_report';
  if (cell) return cell.status;
  const form = formById(report.form);
  return form && formVariables(form).some(({ name }) => name === variable) ? 'absent' : 'other_form';
}

export const gapOf = ({ value, status }: SeriesPoint): Gap | null =>
  value !== null ? null : isGap(status) ? status : 'absent';
