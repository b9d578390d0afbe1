import { sql } from 'kysely';
import type { Report } from '../model/report.ts';
import { build } from './build.ts';
import { getRows, PARAMETER, prepare, run } from './run.ts';
import type { Store } from './store.ts';

/**
 * Of several versions of a report, the newest published one is in force; of those, the one had last. Within one
 * night the order of loading is chance (hosts answer when they like), so the address decides.
 */
const night = sql`(SELECT night FROM document WHERE id = report.document)`;
const address = sql`(SELECT max(name) FROM origin WHERE document = report.document AND kind = 'url')`;
const versions = prepare(
  build
    .selectFrom('report')
    .select(['id', 'current'])
    .where('division', '=', PARAMETER)
    .where('year', '=', PARAMETER)
    .where('agency', '=', PARAMETER)
    .orderBy(sql`published IS NULL`)
    .orderBy('published', 'desc')
    .orderBy(night, 'desc')
    .orderBy(sql`iif(${night} IS NULL, NULL, ${address})`, 'desc')
    .orderBy('id', 'desc'),
);
const setCurrent = prepare(
  build.updateTable('report').set({ current: PARAMETER, compared: PARAMETER }).where('id', '=', PARAMETER),
);

export type Versioned = Pick<Report, 'division' | 'year' | 'agency'>;

/** Marks the version in force of what this agency reports about this year. Without all three, each report stands alone. */
export function settleCurrent(store: Store, { division, year, agency }: Versioned): void {
  if (division === null || year === null || agency === null) return;
  getRows(store, versions, division, year, agency).forEach(({ id, current }, index) => {
    const wanted = index === 0 ? 1 : 0;
    if (current !== wanted) run(store, setCurrent, wanted, 0, id);
  });
}
