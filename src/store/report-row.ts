import type { Extraction } from '../model/extraction.ts';
import type { Basis, Report } from '../model/report.ts';
import { seriesKey } from '../places/series-key.ts';
import type { ReportRow } from './schema.ts';

/** Columns of `report` that come from the record, in the order of reportValues. */
export const REPORT_COLUMNS = [
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
  'address',
  'postcode',
  'phone',
  'form_score',
  'form_reason',
  'division_reason',
  'division_reason_zh',
  'passed',
  'failed',
  'not_evaluable',
  'series',
  'prose_print',
] as const satisfies readonly (keyof ReportRow)[];

export function reportValues({
  report,
  basis,
  evaluated,
  prosePrint,
}: Extraction): (string | number | Uint8Array | null)[] {
  const { title, agency, place, division, level, year, published, form, period, contact } = report;
  return [
    ...[
      title,
      agency,
      place,
      division,
      level,
      year,
      published,
      form,
      period?.[0] ?? null,
      period?.[1] ?? null,
    ],
    ...[contact.address, contact.postcode, contact.phone],
    ...[basis.form.score, basis.form.reason, basis.division.reason.en, basis.division.reason.zh],
    ...[evaluated.pass, evaluated.fail, evaluated.not_evaluable],
    seriesKey(report),
    prosePrint ? Buffer.from(prosePrint, 'base64') : null,
  ];
}

/** The parts of the record that reportValues stored. */
export function restoreReport(
  row: ReportRow,
): Pick<Extraction, 'report' | 'basis' | 'evaluated' | 'prosePrint'> {
  const { title, agency, place, division, year, published, period_start, period_end } = row;
  const period: Report['period'] = period_start && period_end ? [period_start, period_end] : null;
  const level = row.level as Report['level'];
  const form = row.form as Report['form'];
  const contact = { address: row.address, postcode: row.postcode, phone: row.phone };
  const basis: Basis = {
    form: { score: row.form_score, reason: row.form_reason },
    division: { reason: { zh: row.division_reason_zh, en: row.division_reason } },
  };
  const evaluated = { pass: row.passed, fail: row.failed, not_evaluable: row.not_evaluable };
  return {
    report: { title, agency, place, division, level, year, published, form, period, contact },
    basis,
    evaluated,
    ...(row.prose_print ? { prosePrint: Buffer.from(row.prose_print).toString('base64') } : {}),
  };
}
