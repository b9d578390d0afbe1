import { sql } from 'kysely';
import { isSameBody } from '../model/agency.ts';
import type { Report } from '../model/report.ts';
import type { ReportVersion } from '../model/year-record.ts';
import { seriesKey } from '../places/series-key.ts';
import { build } from './build.ts';
import { getRows, PARAMETER, prepare, run } from './run.ts';
import type { Store } from './store.ts';

/**
 * Of several versions of a report, the newest published one is in force; of those, the one had last. Within one
 * night the order of loading is chance (hosts answer when they like), so the address decides.
 */
const night = sql<string | null>`(SELECT night FROM document WHERE id = report.document)`;
const address = sql<
  string | null
>`(SELECT max(name) FROM origin WHERE document = report.document AND kind = 'url')`;
const inSeries = build
  .selectFrom('report')
  .where('series', '=', PARAMETER)
  .where('year', '=', PARAMETER)
  .orderBy(sql`published IS NULL`)
  .orderBy('published', 'desc')
  .orderBy(night, 'desc')
  .orderBy(sql`iif(${night} IS NULL, NULL, ${address})`, 'desc')
  .orderBy('id', 'desc');
const versions = prepare(inSeries.select(['id', 'current', 'agency', 'place']));
const file = sql<
  string | null
>`(SELECT max(name) FROM origin WHERE document = report.document AND kind = 'file')`;
const described = prepare(
  inSeries
    .select(['id as reportId', 'agency', 'place', 'published'])
    .select([night.as('night'), sql<string | null>`coalesce(${address}, ${file})`.as('name')]),
);
const setCurrent = prepare(
  build.updateTable('report').set({ current: PARAMETER, compared: PARAMETER }).where('id', '=', PARAMETER),
);

export type Versioned = Pick<Report, 'division' | 'year' | 'agency' | 'place'>;

/**
 * Marks the version in force of what this body reports about this year, however its name is written (isSameBody).
 * Without division, agency and year, each report stands alone.
 */
export function settleCurrent(store: Store, report: Versioned): void {
  const series = seriesKey(report);
  if (series === null) return;
  getRows(store, versions, series, report.year)
    .filter((version) => isSameBody(version, report))
    .forEach(({ id, current }, index) => {
      const wanted = index === 0 ? 1 : 0;
      if (current !== wanted) run(store, setCurrent, wanted, 0, id);
    });
}

/** The versions of what this body reports about this year with what their order follows from, the one in force first. */
export function versionsOf(store: Store, report: Versioned): ReportVersion[] {
  return getRows(store, described, seriesKey(report), report.year).filter((version) =>
    isSameBody(version, report),
  );
}
