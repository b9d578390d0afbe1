import type { FormId } from '../../model/status.ts';
import type { ChangedValue, SeriesMember, YearCell, YearRecord } from '../../model/year-record.ts';
import { build } from '../build.ts';
import { restoreText } from '../cell-state.ts';
import type { SeriesYear } from '../load-extraction.ts';
import { byCount, getRow, getRows, PARAMETER, type Prepared, prepare } from '../run.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

const placeOfReport = prepare(
  build.selectFrom('report').select(['series', 'year']).where('id', '=', PARAMETER),
);
const members = prepare(
  build
    .selectFrom('report')
    .select([
      'id as reportId',
      'division',
      'agency',
      'place',
      'year',
      'form',
      'published',
      'failed',
      'current',
    ])
    .where('series', '=', PARAMETER)
    .orderBy('year')
    .orderBy('id'),
);

export const seriesPlace = (store: Store, reportId: number): SeriesYear | undefined =>
  getRow(store, placeOfReport, reportId);

/** The reports of a series with all their versions, by year. */
export function seriesMembers(store: Store, series: string): SeriesMember[] {
  return getRows(store, members, series).map((row) => ({
    reportId: row.reportId,
    division: row.division ?? '',
    agency: row.agency ?? '',
    place: row.place,
    year: row.year ?? 0,
    form: row.form as FormId | null,
    published: row.published,
    failed: row.failed,
    current: row.current === 1,
  }));
}

/** The reports of the same series beside this one, itself left out: other years and other versions. */
export function neighboursOf(store: Store, reportId: number): SeriesMember[] {
  const place = seriesPlace(store, reportId);
  if (!place?.series) return [];
  return seriesMembers(store, place.series).filter((member) => member.reportId !== reportId);
}

/** Some variables of a report: they are looked up by key, not by reading all of its cells. */
const cellQuery = byCount((count) =>
  prepare(
    build
      .selectFrom('cell')
      .select(['variable', 'value', 'state', 'raw'])
      .where('report', '=', PARAMETER)
      .where('variable', 'in', Array(count).fill(PARAMETER)),
  ),
);

/** The cells of some variables of a report, as a record for checks across years. */
export function yearRecord(
  store: Store,
  { reportId, agency, place, year, form }: SeriesMember & { readonly form: FormId },
  variables: readonly string[],
): YearRecord {
  const { findId, nameOf } = variableBook(store);
  const ids = variables.map(findId).filter((id) => id !== undefined);
  const rows = ids.length === 0 ? [] : getRows(store, cellQuery(ids.length), reportId, ...ids);
  const cells = new Map<string, YearCell>();
  for (const { variable: id, value, state, raw } of rows) {
    const variable = nameOf(id);
    const text = restoreText({ state, raw }, value);
    cells.set(variable, { variable, value, status: text.status, raw: text.raw });
  }
  return { reportId, agency, place, year, form, cells };
}

const changedValues: Prepared<{ variable: number; before: number | null; after: number | null }> = {
  sql: `SELECT variable, min(b) AS before, min(a) AS after FROM (
    SELECT variable, value AS b, NULL AS a, state & 7 AS status FROM cell WHERE report = ?
    UNION ALL
    SELECT variable, NULL, value, state & 7 FROM cell WHERE report = ?
  )
  GROUP BY variable
  HAVING min(b) IS NOT min(a) OR min(status) <> max(status) OR count(*) = 1 AND max(status) <> 3
  ORDER BY variable`,
};

/** What differs between two versions of a report, in the order of the variables. */
export function changesBetween(store: Store, before: number, after: number): ChangedValue[] {
  const { nameOf } = variableBook(store);
  return getRows(store, changedValues, before, after).map((row) => ({
    variable: nameOf(row.variable),
    before: row.before,
    after: row.after,
  }));
}
