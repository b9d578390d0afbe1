import type { ReportSummary } from '../../store/list-reports.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { SEVERITY_NAMES } from '../names.ts';
import { given, parseDivision, parseYear } from '../options.ts';
import type { ListColumn } from '../render/list-table.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { withStore } from '../with-store.ts';
import { type ListFormat, writeList } from '../write-list.ts';

export interface ReportsOptions {
  readonly division?: string;
  readonly year?: string;
  readonly form?: string;
  readonly format?: ListFormat;
}

const KEYS = [
  'report_id',
  'title',
  'agency',
  'place',
  'division',
  'level',
  'year',
  'published',
  'form',
  'period_start',
  'period_end',
  'current',
  'passed',
  'failed',
  'not_evaluable',
  'findings',
  'kind',
  'url',
  'file',
  'sha256',
] as const satisfies readonly (keyof ReportSummary)[];

/** `gongkai reports`: what is stored, newest first. */
export async function reports(
  _paths: readonly string[],
  { division, year, form, format }: ReportsOptions,
  session: Session,
): Promise<ExitCode> {
  const filters = {
    ...given('division', parseDivision(division)),
    ...given('year', parseYear(year)),
    ...given('form', form),
  };
  await withStore(session, async (store) => {
    const { listReports } = await import('../../store/list-reports.ts');
    const { rows } = listReports(store, filters);
    await writeList({ rows, record: toRecord, keys: KEYS, columns: columnsFor(session) }, format, session);
  });
  return EXIT_CODES.done;
}

const toRecord = (row: ReportSummary) => Object.fromEntries(KEYS.map((key) => [key, row[key]]));

function columnsFor({ lang }: Session): ListColumn<ReportSummary>[] {
  return [
    { heading: TEXTS.columnId[lang], value: (row) => row.report_id, align: 'right' },
    { heading: TEXTS.columnYear[lang], value: (row) => row.year },
    { heading: TEXTS.columnDivision[lang], value: (row) => row.division },
    { heading: TEXTS.columnPlace[lang], value: (row) => row.place },
    {
      heading: TEXTS.columnAgency[lang],
      value: (row) =>
        (row.agency ?? row.title ?? row.file ?? '') + (row.current ? '' : TEXTS.superseded[lang]),
      flexible: true,
    },
    { heading: TEXTS.columnForm[lang], value: (row) => row.form },
    { heading: SEVERITY_NAMES.error[lang], value: (row) => row.findings.error, align: 'right' },
    { heading: SEVERITY_NAMES.warning[lang], value: (row) => row.findings.warning, align: 'right' },
  ];
}
