import { z } from 'zod';
import { FORM_IDS, LEVELS } from '../../model/status.ts';
import { REPORT_SORTS } from '../../store/explore/list-report-lines.ts';
import { CHECK_STATES, type ReportFilter } from '../../store/explore/report-filter.ts';
import { listOf } from '../answering/list-of.ts';
import { REPORT_COLUMN_IDS } from './report-columns.tsx';
import { given, placePrefix, wholeNumber } from './state.ts';

/** What stands in an address for a value that is not known. */
export const UNKNOWN = 'none';

/** The state of the list of reports, as it stands in an address. */
export const ReportQuery = z.object({
  place: placePrefix.optional(),
  year: listOf(wholeNumber),
  form: listOf(z.enum([...FORM_IDS, UNKNOWN])),
  level: listOf(z.enum([...LEVELS, UNKNOWN])),
  checks: listOf(z.enum(CHECK_STATES)),
  agency: z
    .string()
    .trim()
    .max(60)
    .transform((text) => text || undefined)
    .optional(),
  versions: z.literal('all').optional(),
  sort: z.enum(REPORT_SORTS).optional(),
  column: listOf(z.enum(REPORT_COLUMN_IDS)),
  page: wholeNumber.min(1).optional(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

const known = <Value extends string>(value: Value): Exclude<Value, typeof UNKNOWN> | '' =>
  value === UNKNOWN ? '' : (value as Exclude<Value, typeof UNKNOWN>);

export function filterOf({ place, year, form, level, checks, agency, versions }: ReportQuery): ReportFilter {
  return given({
    ...{ place, year, checks, agency },
    form: form?.map(known),
    level: level?.map(known),
    versions: versions === 'all' ? true : undefined,
  });
}
